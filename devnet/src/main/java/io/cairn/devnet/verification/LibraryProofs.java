package io.cairn.devnet.verification;

import io.cairn.devnet.vm.ProofVerifier;
import io.cairn.proofs.SealVerifyInfo;
import io.cairn.proofs.Sealing;
import io.cairn.proofs.Workers;
import io.cairn.proofs.piece.PieceInfo;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.cid.Commitments;
import io.cairn.protocol.sector.RegisteredPostProof;
import io.cairn.protocol.sector.RegisteredSealProof;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verifies proofs with the proofs library and its verifying keys. */
public final class LibraryProofs implements ProofVerifier {

    private static final Logger LOG = LoggerFactory.getLogger(LibraryProofs.class);

    private final Sealing sealing;
    private final io.cairn.proofs.SpaceTime spaceTime;

    /** A verifier with the keys of a store, which must be made before a proof comes. */
    public LibraryProofs(ParameterStore parameters) {
        this.sealing = new Sealing(parameters, Workers.CALLER);
        this.spaceTime = new io.cairn.proofs.SpaceTime(parameters, Workers.CALLER);
    }

    private interface Check {
        boolean holds() throws IOException;
    }

    /** A malformed proof is a wrong one; a key that cannot be read is a fault of this node. */
    private static boolean holds(String what, Check check) {
        try {
            return check.holds();
        } catch (IllegalArgumentException malformed) {
            LOG.info("{} is refused: {}", what, malformed.getMessage());
            return false;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(what + " cannot be verified", unreadable);
        }
    }

    @Override
    public boolean verifySeal(Seal seal) {
        return holds("replication proof of sector " + seal.sector() + " of t0" + seal.miner(), () -> {
            SealVerifyInfo info = new SealVerifyInfo(RegisteredSealProof.of(seal.sealProof()), seal.miner(), seal.sector(), seal.ticket(),
                    seal.seed(), Commitments.sealedCommitment(seal.sealedCid()), Commitments.pieceCommitment(seal.unsealedCid()), seal.proof());
            return sealing.verifySealBatch(List.of(info)).getFirst();
        });
    }

    @Override
    public boolean verifyWindow(ProofVerifier.SpaceTime window) {
        return holds("window proof of t0" + window.miner(), () -> spaceTime.verifyWindowPost(RegisteredPostProof.of(window.postProof()),
                window.randomness(), replicas(window.sectors()), window.proof()));
    }

    @Override
    public boolean verifyWinning(ProofVerifier.SpaceTime winning) {
        ChallengedSector sector = winning.sectors().getFirst();
        return holds("winning proof of t0" + winning.miner(), () -> spaceTime.verifyWinningPost(RegisteredPostProof.of(winning.postProof()),
                winning.randomness(), sector.sector(), Commitments.sealedCommitment(sector.sealedCid()), winning.proof()));
    }

    private static SortedMap<Long, byte[]> replicas(List<ChallengedSector> sectors) {
        SortedMap<Long, byte[]> replicas = new TreeMap<>();
        sectors.forEach(sector -> replicas.put(sector.sector(), Commitments.sealedCommitment(sector.sealedCid())));
        return replicas;
    }

    @Override
    public List<Integer> winningChallenges(int postProof, long miner, byte[] randomness, int sectors) {
        long[] indexes = spaceTime.winningSectorIndexes(RegisteredPostProof.of(postProof), randomness, sectors, miner);
        return Arrays.stream(indexes).mapToObj(Math::toIntExact).toList();
    }

    @Override
    public Cid unsealedCid(int sealProof, List<Cid> pieces, List<Long> paddedSizes) {
        List<PieceInfo> infos = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            infos.add(new PieceInfo(paddedSizes.get(i), Commitments.pieceCommitment(pieces.get(i))));
        }
        return Commitments.pieceCid(sealing.computeCommD(RegisteredSealProof.of(sealProof), infos));
    }
}
