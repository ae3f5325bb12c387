package io.cairn.proofs.graph;

/**
 * A permutation of the numbers below a bound: three Feistel rounds on the next even number of bits, repeated until the
 * result is below the bound. Source: rust-fil-proofs, storage-proofs-core/src/crypto/feistel.rs.
 */
final class FeistelPermutation {

    /** Rounds of one encryption. */
    static final int ROUNDS = 3;

    private final long bound;
    private final long[] keys;
    private final int halfBits;
    private final long halfMask;

    /**
     * @param bound numbers permuted are 0 to {@code bound - 1}
     * @param keys round keys; the first three are used
     */
    FeistelPermutation(long bound, long[] keys) {
        this.bound = bound;
        this.keys = keys.clone();
        this.halfBits = halfBits(bound);
        this.halfMask = (1L << halfBits) - 1;
    }

    long bound() {
        return bound;
    }

    /** Bits of one half of a number. */
    int halfBits() {
        return halfBits;
    }

    long permute(long index, Blake2bBlock blake) {
        long value = encrypt(index, blake);
        while (value >= bound) {
            value = encrypt(value, blake);
        }
        return value;
    }

    private long encrypt(long value, Blake2bBlock blake) {
        long left = value >>> halfBits & halfMask;
        long right = value & halfMask;
        for (int round = 0; round < ROUNDS; round++) {
            long mixed = left ^ function(round, right, blake);
            left = right;
            right = mixed;
        }
        return left << halfBits | right;
    }

    /** What a round makes of one half, to be added to the other. */
    long function(int round, long half, Blake2bBlock blake) {
        return blake.hash(half, keys[round]) & halfMask;
    }

    private static int halfBits(long bound) {
        int bits = 1;
        while (1L << 2 * bits < bound) {
            bits++;
        }
        return bits;
    }
}
