package io.cairn.proofs.curve;

import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.FrVector;
import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/**
 * The scalars of a multi-scalar multiplication, chosen from a vector.
 *
 * @param values   elements of the scalar field
 * @param count    number of scalars
 * @param position which element of {@code values} the k-th scalar is
 */
public record Scalars(FrVector values, long count, LongUnaryOperator position) {

    /** A copy of the first {@code count} elements of an array, in order; for numbers of no weight. */
    public static Scalars of(long[] limbs, int count) {
        return of(FrVector.of(Arrays.copyOf(limbs, count * Fr.LIMBS), Arena.ofAuto()), count);
    }

    /** The first {@code count} elements in order. */
    public static Scalars of(FrVector values, long count) {
        return new Scalars(values, count, LongUnaryOperator.identity());
    }
}
