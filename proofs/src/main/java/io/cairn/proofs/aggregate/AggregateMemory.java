package io.cairn.proofs.aggregate;

import io.cairn.proofs.curve.G1;
import io.cairn.proofs.curve.G2;

/**
 * Memory that making an aggregate takes, which the number of its proofs alone decides: points, which lie on the heap, some of them several times, and the lines
 * of one block of them.
 */
public final class AggregateMemory {

    private static final long IN_G1 = 2L * G1.CURVE.compressedBytes();
    private static final long IN_G2 = 2L * G2.CURVE.compressedBytes();
    /** The part of the SRS. */
    private static final long KEY = 4 * IN_G1 + 2 * IN_G2;
    /** A, B and C of a proof, as it was read, as vectors, and those of B and w multiplied. */
    private static final long PROOF = 2 * (2 * IN_G1 + IN_G2) + IN_G2 + 2 * IN_G1;
    /** While vectors are halved: both halves of seven of them side by side, and what they become. */
    private static final long HALVING = 3 * (4 * IN_G1 + 3 * IN_G2) / 2;
    /** Objects around points. */
    private static final long OBJECTS = 512;
    /** What sums of products need besides, whatever the number of proofs. */
    private static final long SUMS = 16L << 20;

    private AggregateMemory() {
    }

    /**
     * The most bytes at a time.
     *
     * @param proofs  those that fill up included, a power of two
     * @param threads that work on the aggregate at once
     */
    public static long peak(int proofs, int threads) {
        return proofs * (KEY + PROOF + HALVING + OBJECTS) + PairingProducts.bytes(proofs, threads) + SUMS;
    }
}
