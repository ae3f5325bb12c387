package io.cairn.proofs.curve;

import java.util.function.IntUnaryOperator;

/**
 * The scalars of a multi-scalar multiplication, chosen from an array of Montgomery limbs.
 *
 * @param values   elements of the scalar field, four limbs each
 * @param count    number of scalars
 * @param position which element of {@code values} the k-th scalar is
 */
public record Scalars(long[] values, int count, IntUnaryOperator position) {

    /** The first {@code count} elements in order. */
    public static Scalars of(long[] values, int count) {
        return new Scalars(values, count, IntUnaryOperator.identity());
    }
}
