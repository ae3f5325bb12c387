package io.cairn.devnet.actor.miner;

import io.cairn.devnet.vm.ActorAbort;
import io.cairn.devnet.vm.ExitCode;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cid.Cid;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Parameters of ProveCommitSectors3. */
record ProveCommitParameters(List<SectorPieces> sectors, List<byte[]> proofs, byte[] aggregate, OptionalLong aggregateType,
        boolean requireActivationSuccess, boolean requireNotificationSuccess) {

    private static final int MOST_BYTES = 1 << 17;

    static ProveCommitParameters read(byte[] params) {
        CborReader r = new CborReader(params);
        r.tuple(6);
        List<SectorPieces> sectors = new ArrayList<>();
        int count = r.array();
        for (int i = 0; i < count; i++) {
            r.tuple(2);
            sectors.add(new SectorPieces(r.unsigned(), pieces(r)));
        }
        List<byte[]> proofs = new ArrayList<>();
        int proofCount = r.array();
        for (int i = 0; i < proofCount; i++) {
            proofs.add(r.bytes(MOST_BYTES));
        }
        byte[] aggregate = r.bytes(MOST_BYTES);
        OptionalLong type = r.tryNil() ? OptionalLong.empty() : OptionalLong.of(r.integer());
        return new ProveCommitParameters(sectors, proofs, aggregate, type, r.bool(), r.bool());
    }

    private static List<SectorPieces.Piece> pieces(CborReader r) {
        List<SectorPieces.Piece> pieces = new ArrayList<>();
        int count = r.array();
        for (int i = 0; i < count; i++) {
            r.tuple(4);
            Cid cid = r.cid();
            long size = r.unsigned();
            boolean verified = !r.tryNil();
            ActorAbort.require(!verified, ExitCode.ILLEGAL_ARGUMENT, "piece " + cid + " names an allocation; this chain has none");
            pieces.add(new SectorPieces.Piece(cid, size, verified, notifications(r)));
        }
        return pieces;
    }

    private static List<SectorPieces.Notify> notifications(CborReader r) {
        List<SectorPieces.Notify> notify = new ArrayList<>();
        int count = r.array();
        for (int i = 0; i < count; i++) {
            r.tuple(2);
            notify.add(new SectorPieces.Notify(Address.ofBytes(r.bytes(64)), r.bytes(4096)));
        }
        return notify;
    }
}
