package io.cairn.proofs.curve;

import io.cairn.proofs.field.Fq;

/**
 * Arithmetic of a coordinate field on blocks of lanes: an element's components in {@link io.cairn.proofs.field.FqLanes}' blocks, each component
 * {@code stride} doubles behind the one before. Products lose a factor 2^408; operands of products have limbs of at most 1.5 * 2^51 and 2^50 + 2^13.
 */
interface LaneField {

    /** The coordinate field of a curve, for so many blocks at most. */
    static LaneField of(Curve curve, int blocks) {
        return curve.field().limbs() == Fq.LIMBS ? new FqLaneField() : new Fq2LaneField(blocks);
    }

    /** Components of an element in the base field. */
    int components();

    /** out = a * b, in balanced limbs; out may be an operand. */
    void mul(double[] out, double[] a, double[] b, int blocks);

    /** out = a * a for balanced limbs, in balanced limbs; out may not be a. */
    void square(double[] out, double[] a, int blocks);

    /** out = an element of the base field that is a times {@link #multiplyByCofactor}'s factor, for limbs below 2^51. */
    void norm(double[] out, double[] a, int blocks);

    /** out = inverse times the factor that makes a's norm of a, so that it is the inverse of a; out may be a. */
    void multiplyByCofactor(double[] out, double[] a, double[] inverse, int blocks);
}
