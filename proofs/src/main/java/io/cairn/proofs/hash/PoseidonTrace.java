package io.cairn.proofs.hash;

/** One Poseidon hash after the other, each with all that goes through its S-boxes: what a circuit's witness is made of. Allocates nothing; for one thread. */
public final class PoseidonTrace {

    private final ScalarPoseidon poseidon;
    private final ScalarPoseidon.Workspace space;

    PoseidonTrace(ScalarPoseidon poseidon) {
        this.poseidon = poseidon;
        this.space = poseidon.tracingWorkspace();
    }

    /** Number of S-boxes of a hash: of each full round as many as the arity and one, of the domain tag first, and one of each partial round. */
    public int count() {
        return poseidon.boxes();
    }

    /**
     * Hashes as many elements as the arity.
     *
     * @param preimage Montgomery limbs, from the start of the array
     * @param digest   receives the digest at {@code o}
     */
    public void hash(long[] preimage, long[] digest, int o) {
        poseidon.hash(preimage, space, digest, o);
    }

    /** What went through the S-boxes of the last hash in order, each as {@link SBox} says. */
    public long[] boxes() {
        return space.boxes();
    }
}
