package io.cairn.proofs.curve;

import io.cairn.proofs.field.FrVector;
import java.util.function.LongUnaryOperator;

/**
 * The scalars of a multi-scalar multiplication, chosen from a vector.
 *
 * @param values   elements of the scalar field
 * @param count    number of scalars
 * @param position which element of {@code values} the k-th scalar is
 */
public record Scalars(FrVector values, long count, LongUnaryOperator position) {

    /** The first {@code count} elements in order. */
    public static Scalars of(FrVector values, long count) {
        return new Scalars(values, count, LongUnaryOperator.identity());
    }
}
