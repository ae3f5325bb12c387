package io.cairn.node.cli;

import io.cairn.devnet.vm.ProofVerifier;
import io.cairn.protocol.cid.Cid;
import java.util.List;

/** Takes every window proof of the chain's keeper, which makes none in these tests, and nothing else. */
final class FakeProofVerifier implements ProofVerifier {

    /** What the keeper submits in place of a proof. */
    static final byte[] FAKE_PROOF = new byte[192];

    @Override
    public boolean verifySeal(Seal seal) {
        return false;
    }

    @Override
    public boolean verifyWindow(SpaceTime window) {
        return true;
    }

    @Override
    public boolean verifyWinning(SpaceTime winning) {
        return false;
    }

    @Override
    public List<Integer> winningChallenges(int postProof, long miner, byte[] randomness, int sectors) {
        return List.of(0);
    }

    @Override
    public Cid unsealedCid(int sealProof, List<Cid> pieces, List<Long> paddedSizes) {
        throw new UnsupportedOperationException("no sector is sealed in these tests");
    }
}
