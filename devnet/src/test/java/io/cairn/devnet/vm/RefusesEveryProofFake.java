package io.cairn.devnet.vm;

import io.cairn.protocol.cid.Cid;
import java.util.List;

/** A fake for tests in which nobody submits a proof. */
public final class RefusesEveryProofFake implements ProofVerifier {

    @Override
    public boolean verifySeal(Seal seal) {
        return false;
    }

    @Override
    public boolean verifyWindow(SpaceTime window) {
        return false;
    }

    @Override
    public boolean verifyWinning(SpaceTime winning) {
        return false;
    }

    @Override
    public List<Integer> winningChallenges(int postProof, long miner, byte[] randomness, int sectors) {
        return List.of();
    }

    @Override
    public Cid unsealedCid(int sealProof, List<Cid> pieces, List<Long> paddedSizes) {
        throw new UnsupportedOperationException("this fake knows no data");
    }
}
