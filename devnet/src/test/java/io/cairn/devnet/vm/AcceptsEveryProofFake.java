package io.cairn.devnet.vm;

import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.cid.Commitments;
import java.util.List;

/** A fake for tests of the rules around proofs: takes any proof and knows only empty sectors. */
public class AcceptsEveryProofFake implements ProofVerifier {

    @Override
    public boolean verifySeal(Seal seal) {
        return true;
    }

    @Override
    public boolean verifyWindow(SpaceTime window) {
        return true;
    }

    @Override
    public boolean verifyWinning(SpaceTime winning) {
        return true;
    }

    @Override
    public List<Integer> winningChallenges(int postProof, long miner, byte[] randomness, int sectors) {
        return List.of(0);
    }

    @Override
    public Cid unsealedCid(int sealProof, List<Cid> pieces, List<Long> paddedSizes) {
        return Commitments.pieceCid(new byte[32]);
    }
}
