package io.cairn.proofs.update;

import io.cairn.proofs.field.Scalar;
import java.math.BigInteger;

/** Which nodes the proof of an update opens (rust-fil-proofs: storage-proofs-update/src/challenges.rs). */
public final class UpdateChallenges {

    private UpdateChallenges() {
    }

    /**
     * The challenges of a partition, all in its own range of nodes.
     *
     * @param commRNew 32 bytes, a field element
     */
    public static long[] of(UpdateShape shape, byte[] commRNew, int partition) {
        Scalar seed = Scalar.fromBytes(commRNew);
        int bits = shape.randomBits();
        BigInteger mask = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
        long[] challenges = new long[shape.challenges()];
        BigInteger digest = BigInteger.ZERO;
        for (int i = 0; i < challenges.length; i++) {
            int inDigest = i % shape.challengesPerDigest();
            if (inDigest == 0) {
                long index = (long) partition * shape.digests() + i / shape.challengesPerDigest();
                digest = UpdateRandomness.of(seed, Scalar.of(index)).toBigInteger();
            }
            challenges[i] = digest.shiftRight(inDigest * bits).and(mask).longValueExact() | (long) partition << bits;
        }
        return challenges;
    }
}
