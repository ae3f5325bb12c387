package io.cairn.proofs.curve;

import io.cairn.proofs.field.Fq;
import io.cairn.proofs.field.Fq2;
import java.math.BigInteger;

/** The group G2 of BLS12-381: the subgroup of order r of y^2 = x^3 + 4(1 + u) over {@link Fq2}. */
public final class G2 {

    private static final BigInteger PARAMETER = new BigInteger("d201000000010000", 16);
    static final long[] PSI_X = constant("0",
            "1a0111ea397fe699ec02408663d4de85aa0d857d89759ad4897d29650fb85f9b409427eb4f49fffd8bfd00000000aaad");
    static final long[] PSI_Y = constant(
            "135203e60180a68ee2e9c448d77a2cd91c3dedd930b1cf60ef396489f61eb45e304466cf3e67fa0af1ee7b04121bdea2",
            "06af0e0437ff400b6831e36d6bd17ffe48395dabc2d3435e77f76e17009241c5ee67992f72ec05f4c81084fbede3cc09");

    public static final Curve CURVE = new Curve("G2", Fq2Coordinates.INSTANCE, constant("4", "4"), G2::inSubgroup);
    /** The standard generator. */
    public static final Point GENERATOR = Point.ofCoordinates(CURVE, constant(
            "024aa2b2f08f0a91260805272dc51051c6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8",
            "13e02b6052719f607dacd3a088274f65596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e"), constant(
            "0ce5d527727d6e118cc9cdc6da2e351aadfd9baa8cbdd3a76d429a695160d12c923ac9cc3baca289e193548608b82801",
            "0606c4a02ea734cc32acd2b02bc28b99cb3e287e85a763af267492ab572e99ab3f370d275cec1da1aaa9075ff05f79be"));

    private G2() {
    }

    private static long[] constant(String c0, String c1) {
        long[] out = new long[Fq2.LIMBS];
        Fq.fromBigInteger(out, 0, new BigInteger(c0, 16));
        Fq.fromBigInteger(out, Fq.LIMBS, new BigInteger(c1, 16));
        return out;
    }

    private static boolean inSubgroup(Curve curve, long[] affine, int at) {
        long[] product = new long[curve.jacobianLimbs()];
        curve.multiply(product, 0, affine, at, PARAMETER);
        return isInSubgroup(affine, at, product, 0);
    }

    /**
     * Whether psi(Q) = x Q for an affine Q, given the Jacobian multiple -x Q, where x is the curve's negative parameter; blst: src/map_to_g2.c. A multiple at
     * infinity tells that Q is not in the subgroup.
     */
    public static boolean isInSubgroup(long[] affine, int at, long[] multiple, int i) {
        long[] image = new long[2 * Fq2.LIMBS];
        Fq2.FIELD.conjugate(image, 0, affine, at);
        Fq2.FIELD.mul(image, 0, image, 0, PSI_X, 0);
        Fq2.FIELD.conjugate(image, Fq2.LIMBS, affine, at + Fq2.LIMBS);
        Fq2.FIELD.mul(image, Fq2.LIMBS, image, Fq2.LIMBS, PSI_Y, 0);
        long[] sum = new long[CURVE.jacobianLimbs()];
        CURVE.addMixed(sum, 0, multiple, i, image, 0);
        return CURVE.isInfinity(sum, 0);
    }
}
