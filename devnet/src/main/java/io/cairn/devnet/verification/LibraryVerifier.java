package io.cairn.devnet.verification;

import io.cairn.devnet.vm.ProofVerifier;
import io.cairn.proofs.ProofException;
import io.cairn.proofs.SealVerifyInfo;
import io.cairn.proofs.Sealing;
import io.cairn.proofs.piece.PieceInfo;
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

/**
 * Checks proofs with the proofs library. A malformed proof does not verify; missing parameters are the chain's own
 * trouble and are thrown.
 */
public final class LibraryVerifier implements ProofVerifier {

    private final Sealing sealing;
    private final io.cairn.proofs.SpaceTime spaceTime;

    /** A verifier over the two faces of the library. */
    public LibraryVerifier(Sealing sealing, io.cairn.proofs.SpaceTime spaceTime) {
        this.sealing = sealing;
        this.spaceTime = spaceTime;
    }

    @FunctionalInterface
    private interface Check {
        boolean holds() throws IOException;
    }

    private static boolean verify(Check check) {
        try {
            return check.holds();
        } catch (ProofException | IllegalArgumentException malformed) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("a proof could not be checked", e);
        }
    }

    @Override
    public boolean verifySeal(Seal seal) {
        return verify(() -> sealing.verifySeal(new SealVerifyInfo(
                RegisteredSealProof.of(seal.sealProof()), seal.miner(), seal.sector(), seal.ticket(), seal.seed(),
                Commitments.sealedCommitment(seal.sealedCid()), Commitments.pieceCommitment(seal.unsealedCid()),
                seal.proof())));
    }

    @Override
    public boolean verifyWindow(SpaceTime window) {
        return verify(() -> {
            SortedMap<Long, byte[]> replicas = new TreeMap<>();
            window.sectors().forEach(sector ->
                    replicas.put(sector.sector(), Commitments.sealedCommitment(sector.sealedCid())));
            return spaceTime.verifyWindowPost(
                    RegisteredPostProof.of(window.postProof()), window.randomness(), replicas, window.proof());
        });
    }

    @Override
    public boolean verifyWinning(SpaceTime winning) {
        ChallengedSector sector = winning.sectors().getFirst();
        return winning.sectors().size() == 1 && verify(() -> spaceTime.verifyWinningPost(
                RegisteredPostProof.of(winning.postProof()), winning.randomness(), sector.sector(),
                Commitments.sealedCommitment(sector.sealedCid()), winning.proof()));
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
