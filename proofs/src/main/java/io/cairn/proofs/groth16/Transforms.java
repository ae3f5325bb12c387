package io.cairn.proofs.groth16;

import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.field.FrVector;
import io.cairn.proofs.field.Scalar;

/** The transforms of a {@link Domain}. */
interface Transforms {

    /** Values in natural order to coefficients in bit-reversed order, each multiplied by the domain's size. */
    void interpolate(FrVector values, Progress progress);

    /** Coefficients in bit-reversed order to values in natural order. */
    void evaluate(FrVector coefficients, Progress progress);

    /** Multiplies the coefficient of x^i, in bit-reversed order, by factor * base^i. */
    void scale(FrVector coefficients, Scalar factor, Scalar base);
}
