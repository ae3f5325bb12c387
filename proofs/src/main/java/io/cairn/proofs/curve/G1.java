package io.cairn.proofs.curve;

import io.cairn.proofs.field.Fq;
import java.math.BigInteger;
import java.util.Arrays;

/** The group G1 of BLS12-381: the subgroup of order r of y^2 = x^3 + 4 over {@link Fq}. */
public final class G1 {

    /** Square of the cube root of one in the endomorphism. */
    private static final long[] BETA_SQUARED = constant("5f19672fdf76ce51ba69c6076a0f77eaddb3a93be6f89688de17d813620a00022e01fffffffefffe");
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

    /** (beta^2 X, Y) = -x^2 (X, Y); blst: src/map_to_g1.c. */
    private static boolean inSubgroup(Curve curve, long[] affine, int at) {
        long[] product = new long[curve.jacobianLimbs()];
        curve.multiply(product, 0, affine, at, PARAMETER_SQUARED);
        return isNegatedImage(product, 0, Arrays.copyOfRange(affine, at, at + curve.affineLimbs()));
    }

    /** Whether a Jacobian point is finite and (beta^2 X, -Y) for an affine point (X, Y). */
    static boolean isNegatedImage(long[] product, int at, long[] affine) {
        int z = at + 2 * Fq.LIMBS;
        long[] power = new long[Fq.LIMBS];
        long[] expected = new long[Fq.LIMBS];
        Fq.square(power, 0, product, z);
        Fq.mul(expected, 0, affine, 0, BETA_SQUARED, 0);
        Fq.mul(expected, 0, expected, 0, power, 0);
        if (Fq.isZero(product, z) || !Fq.equal(expected, 0, product, at)) {
            return false;
        }
        Fq.mul(power, 0, power, 0, product, z);
        Fq.mul(expected, 0, affine, Fq.LIMBS, power, 0);
        Fq.negate(expected, 0, expected, 0);
        return Fq.equal(expected, 0, product, at + Fq.LIMBS);
    }
}
