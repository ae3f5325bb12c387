package io.cairn.proofs.groth16;

/** Makes runs of the scalars whose multiples a list of points is written of. Called from many threads. */
@FunctionalInterface
interface ScalarSource {

    /** Fills {@code out} with the scalars from {@code first} on, four Montgomery limbs each. */
    void fill(long first, int count, long[] out);
}
