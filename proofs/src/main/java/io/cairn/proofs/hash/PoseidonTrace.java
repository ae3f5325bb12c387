package io.cairn.proofs.hash;

/** One Poseidon hash after the other, whose S-boxes a listener hears of: what a circuit's witness is made of. Allocates nothing; for one thread. */
public final class PoseidonTrace {

    private final ScalarPoseidon poseidon;
    private final ScalarPoseidon.Workspace space;

    PoseidonTrace(ScalarPoseidon poseidon, SBoxListener listener) {
        this.poseidon = poseidon;
        this.space = poseidon.workspace(listener);
    }

    /**
     * Hashes as many elements as the arity.
     *
     * @param preimage Montgomery limbs, from the start of the array
     * @param digest   receives the digest
     */
    public void hash(long[] preimage, long[] digest) {
        poseidon.hash(preimage, space, digest);
    }
}
