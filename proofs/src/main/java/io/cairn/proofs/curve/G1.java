package io.cairn.proofs.curve;

import io.cairn.proofs.field.Fq;
import java.math.BigInteger;

/** The group G1 of BLS12-381: the subgroup of order r of y^2 = x^3 + 4 over {@link Fq}. */
public final class G1 {

    /** Square of the cube root of one in the endomorphism (X, Y) -> (beta X, Y). */
    static final long[] BETA_SQUARED = constant("5f19672fdf76ce51ba69c6076a0f77eaddb3a93be6f89688de17d813620a00022e01fffffffefffe");
    /** x^2, for the curve's parameter x. */
    static final BigInteger PARAMETER_SQUARED = new BigInteger("d201000000010000", 16).pow(2);

    public static final Curve CURVE = new Curve("G1", FqCoordinates.INSTANCE, constant("4"), G1::inSubgroup);
    /** The standard generator. */
    public static final Point GENERATOR = Point.ofCoordinates(CURVE,
            constant("17f1d3a73197d7942695638c4fa9ac0fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb"),
            constant("08b3f481e3aaa0f1a09e30ed741d8ae4fcf5e095d5d00af600db18cb2c04b3edd03cc744a2888ae40caa232946c5e7e1"));

    private G1() {
    }

    private static long[] constant(String hex) {
        long[] out = new long[Fq.LIMBS];
        Fq.fromBigInteger(out, 0, new BigInteger(hex, 16));
        return out;
    }

    private static boolean inSubgroup(Curve curve, long[] affine, int at) {
        long[] product = new long[curve.jacobianLimbs()];
        curve.multiply(product, 0, affine, at, PARAMETER_SQUARED);
        return isInSubgroup(affine, at, product, 0);
    }

    /** Whether (beta^2 X, Y) = -x^2 (X, Y), given the Jacobian multiple x^2 (X, Y); blst: src/map_to_g1.c. */
    static boolean isInSubgroup(long[] affine, int at, long[] multiple, int i) {
        long[] image = new long[2 * Fq.LIMBS];
        Fq.mul(image, 0, affine, at, BETA_SQUARED, 0);
        Fq.FIELD.copy(image, Fq.LIMBS, affine, at + Fq.LIMBS);
        long[] sum = new long[CURVE.jacobianLimbs()];
        CURVE.addMixed(sum, 0, multiple, i, image, 0);
        return CURVE.isInfinity(sum, 0);
    }
}
