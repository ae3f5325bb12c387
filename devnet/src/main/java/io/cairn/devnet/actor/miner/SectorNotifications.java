package io.cairn.devnet.actor.miner;

import io.cairn.devnet.vm.ActorAbort;
import io.cairn.devnet.vm.ExitCode;
import io.cairn.devnet.vm.Invocation;
import io.cairn.devnet.vm.SendResult;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Tells other actors, first of all the market, which pieces a new sector holds.
 *
 * <p>Source: builtin-actors, actors/miner/src/notifications.rs (FIP-0109).
 */
final class SectorNotifications {

    private static final long SECTOR_CONTENT_CHANGED = 2_034_386_435L;
    private static final int SEND_FAILED = 1001;

    /** A proven sector and until when it is committed. */
    record Notice(SectorPieces pieces, long commitment) { }

    private record Told(SectorPieces.Piece piece, byte[] payload) { }

    private SectorNotifications() {
    }

    static void send(Invocation call, List<Notice> notices, boolean mustSucceed) {
        TreeMap<Address, TreeMap<Long, List<Told>>> byAddress = new TreeMap<>();
        for (Notice notice : notices) {
            for (SectorPieces.Piece piece : notice.pieces().pieces()) {
                piece.toNotify().forEach(notify -> byAddress.computeIfAbsent(notify.address(), a -> new TreeMap<>())
                        .computeIfAbsent(notice.pieces().number(), n -> new ArrayList<>()).add(new Told(piece, notify.payload())));
            }
        }
        byAddress.forEach((address, sectors) -> tell(call, address, sectors, notices, mustSucceed));
    }

    private static void tell(Invocation call, Address address, TreeMap<Long, List<Told>> sectors, List<Notice> notices, boolean mustSucceed) {
        CborWriter w = new CborWriter().array(1).array(sectors.size());
        sectors.forEach((number, told) -> {
            long commitment = notices.stream().filter(n -> n.pieces().number() == number).findFirst().orElseThrow().commitment();
            w.array(3).unsigned(number).integer(commitment).array(told.size());
            told.forEach(t -> w.array(3).cid(t.piece().cid()).unsigned(t.piece().size()).bytes(t.payload()));
        });
        OptionalLong target = call.resolve(address);
        SendResult result = target.isEmpty() ? new SendResult(ExitCode.NOT_FOUND, new byte[0], "no actor at " + address)
                : call.send(target.getAsLong(), SECTOR_CONTENT_CHANGED, w.toByteArray(), BigInteger.ZERO);
        if (mustSucceed) {
            ActorAbort.require(result.succeeded(), SEND_FAILED, "notification of " + address + " failed: " + result.error());
            ActorAbort.require(allAccepted(result.returned()), ExitCode.NOTIFICATION_REJECTED, address + " rejected a piece");
        }
    }

    private static boolean allAccepted(byte[] returned) {
        CborReader r = new CborReader(returned);
        r.tuple(1);
        int sectors = r.array();
        for (int i = 0; i < sectors; i++) {
            r.tuple(1);
            int pieces = r.array();
            for (int k = 0; k < pieces; k++) {
                r.tuple(1);
                if (!r.bool()) {
                    return false;
                }
            }
        }
        return true;
    }
}
