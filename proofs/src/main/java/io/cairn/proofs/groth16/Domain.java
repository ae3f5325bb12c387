package io.cairn.proofs.groth16;

import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.FrVector;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.field.VectorWidth;
import java.lang.foreign.Arena;
import java.math.BigInteger;

/**
 * The m = 2^e roots of unity on which polynomials are evaluated, and the number-theoretic transforms between coefficients and values
 * (bellperson: src/domain.rs). Transforms leave or take one side in bit-reversed order, so that nothing is ever reordered: the value or coefficient of number i
 * then stands at {@link #reversed(long)}.
 */
final class Domain {

    /** The largest exponent that the scalar field has roots for, exclusive. */
    static final int LARGEST_LOG2 = 32;
    /** The field's generator that shifts the domain to a coset. */
    static final Scalar SHIFT = Scalar.of(7);

    private static final Scalar ROOT = Scalar.of(
            new BigInteger("16a2a19edfe81f20d09b681922c813b4b63683508c2280b93829971f439f0d2b", 16));

    private final int log2;
    private final Transforms transforms;

    /** Its tables live in the arena. */
    Domain(int log2, Workers workers, Arena arena) {
        this(log2, workers, arena, VectorWidth.chosen().isVector());
    }

    /** With vectors or in plain Java; small domains are always the latter. */
    Domain(int log2, Workers workers, Arena arena, boolean vectors) {
        Scalar root = root(log2);
        this.log2 = log2;
        this.transforms = vectors && log2 >= VectorTransforms.SMALLEST_LOG2
                ? new VectorTransforms(log2, root, workers, arena) : new ScalarTransforms(log2, root, workers, arena);
    }

    /** A primitive root of unity of order 2^log2. */
    static Scalar root(int log2) {
        if (log2 >= LARGEST_LOG2) {
            throw new IllegalArgumentException("domain of 2^" + log2 + " points asked for, the field has less than 2^" + LARGEST_LOG2);
        }
        return ROOT.power(1L << LARGEST_LOG2 - log2);
    }

    long size() {
        return 1L << log2;
    }

    /** The place of number i in bit-reversed order. */
    long reversed(long i) {
        return reversed(i, log2);
    }

    static long reversed(long i, int bits) {
        return bits == 0 ? 0 : Long.reverse(i) >>> Long.SIZE - bits;
    }

    /** Values in natural order to coefficients in bit-reversed order, each multiplied by the domain's size. */
    void interpolate(FrVector values, Progress progress) {
        transforms.interpolate(values, progress);
    }

    /** Coefficients in bit-reversed order to values in natural order. */
    void evaluate(FrVector coefficients, Progress progress) {
        transforms.evaluate(coefficients, progress);
    }

    /** Multiplies the coefficient of x^i, in bit-reversed order, by factor * base^i. */
    void scale(FrVector coefficients, Scalar factor, Scalar base) {
        transforms.scale(coefficients, factor, base);
    }
}
