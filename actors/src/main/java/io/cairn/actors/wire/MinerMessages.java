package io.cairn.actors.wire;

import io.cairn.actors.chain.PreCommitDraft;
import io.cairn.actors.deadline.WindowMessages;
import io.cairn.actors.sector.SealingMessages;
import io.cairn.persistence.Blob;
import io.cairn.persistence.sector.Piece;
import io.cairn.protocol.actor.miner.DataActivationNotification;
import io.cairn.protocol.actor.miner.DeclareFaultsRecoveredParams;
import io.cairn.protocol.actor.miner.PieceActivationManifest;
import io.cairn.protocol.actor.miner.PoStPartition;
import io.cairn.protocol.actor.miner.PreCommitSectorBatch2Params;
import io.cairn.protocol.actor.miner.ProveCommitSectors3Params;
import io.cairn.protocol.actor.miner.RecoveryDeclaration;
import io.cairn.protocol.actor.miner.SectorActivationManifest;
import io.cairn.protocol.actor.miner.SectorPreCommitInfo;
import io.cairn.protocol.actor.miner.SubmitWindowedPoStParams;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborEncodable;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.sector.PostProof;
import io.cairn.protocol.sector.RegisteredPostProof;
import io.cairn.protocol.sector.RegisteredSealProof;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/** Parameters of the miner actor's methods in their wire form. */
public final class MinerMessages implements WindowMessages, SealingMessages {
    private static final Address STORAGE_MARKET = Address.ofId(5);

    @Override
    public Blob submission(int deadline, List<Proven> partitions, int proofType, Blob proof) {
        return encode(new SubmitWindowedPoStParams(deadline,
                partitions.stream().map(p -> new PoStPartition(p.partition(), BitField.of(p.skipped()))).toList(),
                List.of(new PostProof(RegisteredPostProof.of(proofType), ByteString.of(proof.toByteArray()))),
                0, ByteString.EMPTY));
    }

    @Override
    public Blob committed(Blob submission, long epoch, Blob randomness) {
        CborReader reader = new CborReader(submission.toByteArray());
        SubmitWindowedPoStParams params = SubmitWindowedPoStParams.readFrom(reader);
        reader.end();
        return encode(new SubmitWindowedPoStParams(params.deadline(), params.partitions(), params.proofs(), epoch,
                ByteString.of(randomness.toByteArray())));
    }

    @Override
    public Blob recoveries(int deadline, SortedMap<Integer, SortedSet<Long>> sectors) {
        return encode(new DeclareFaultsRecoveredParams(sectors.entrySet().stream()
                .map(entry -> new RecoveryDeclaration(deadline, entry.getKey(), BitField.of(entry.getValue()))).toList()));
    }

    @Override
    public Blob preCommit(PreCommitDraft draft) {
        return encode(new PreCommitSectorBatch2Params(List.of(info(draft))));
    }

    @Override
    public Blob proveCommit(long sector, List<Piece> pieces, Blob proof) {
        List<PieceActivationManifest> manifests = pieces.stream().filter(piece -> !piece.cid().isEmpty())
                .map(MinerMessages::manifest).toList();
        return encode(new ProveCommitSectors3Params(List.of(new SectorActivationManifest(sector, manifests)),
                List.of(ByteString.of(proof.toByteArray())), ByteString.EMPTY, Optional.empty(), true, true));
    }

    /** What a draft says on chain; a sector without data names no data commitment. */
    static SectorPreCommitInfo info(PreCommitDraft draft) {
        Optional<Cid> data = draft.commD().isEmpty() ? Optional.empty() : Optional.of(Cid.parse(draft.commD()));
        return new SectorPreCommitInfo(RegisteredSealProof.of(draft.sealProof()), draft.sector(), Cid.parse(draft.commR()),
                draft.ticketEpoch(), List.of(), draft.expiration(), data);
    }

    private static PieceActivationManifest manifest(Piece piece) {
        List<DataActivationNotification> notify = piece.dealId() < 0 ? List.of() : List.of(new DataActivationNotification(
                STORAGE_MARKET, ByteString.of(new CborWriter().unsigned(piece.dealId()).toByteArray())));
        return new PieceActivationManifest(Cid.parse(piece.cid()), piece.size(), Optional.empty(), notify);
    }

    private static Blob encode(CborEncodable params) {
        return Blob.of(params.toCbor());
    }
}
