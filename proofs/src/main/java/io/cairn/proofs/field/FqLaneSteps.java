package io.cairn.proofs.field;

import java.math.BigInteger;
import jdk.incubator.vector.DoubleVector;

/** What the addition of points in lanes needs besides products. Blocks are those of {@link FqLanes}; balanced limbs those of its products. */
public final class FqLaneSteps {

    private static final double PER_LIMB = 0x1p-51;
    private static final double LIMB = 0x1p51;
    private static final int TOP = FqLanes.BLOCK - FqLanes.LANES;
    private static final double[] ONE = FqLaneWords.constant(BigInteger.ONE.shiftLeft(FqLanes.FACTOR).mod(Fq.MODULUS));

    private FqLaneSteps() {
    }

    /** a -= b. */
    public static void subtract(double[] a, int i, double[] b, int j, int blocks) {
        for (int k = 0; k < blocks * FqLanes.BLOCK; k++) {
            a[i + k] -= b[j + k];
        }
    }

    /** a -= b, in balanced limbs. */
    public static void subtractBalanced(double[] a, int i, double[] b, int j, int blocks) {
        for (int n = 0; n < blocks * FqLanes.PARTS; n++) {
            int at = FqLanes.at(n);
            DoubleVector carry = DoubleVector.zero(FqLanes.DOUBLES);
            for (int k = at; k < at + TOP; k += FqLanes.LANES) {
                DoubleVector limb = DoubleVector.fromArray(FqLanes.DOUBLES, a, i + k).sub(DoubleVector.fromArray(FqLanes.DOUBLES, b, j + k));
                DoubleVector next = limb.mul(PER_LIMB).add(FqLanes.ROUND).sub(FqLanes.ROUND);
                limb.sub(next.mul(LIMB)).add(carry).intoArray(a, i + k);
                carry = next;
            }
            int top = at + TOP;
            DoubleVector.fromArray(FqLanes.DOUBLES, a, i + top).sub(DoubleVector.fromArray(FqLanes.DOUBLES, b, j + top)).add(carry)
                    .intoArray(a, i + top);
        }
    }

    /** x = square - 2 x - dx in balanced limbs, which is square - x1 - x2; square = the old x less the new. */
    public static void nextX(double[] x, int i, double[] square, double[] dx, int j, int blocks) {
        for (int n = 0; n < blocks * FqLanes.PARTS; n++) {
            int at = FqLanes.at(n);
            DoubleVector carry = DoubleVector.zero(FqLanes.DOUBLES);
            for (int k = at; k < at + TOP; k += FqLanes.LANES) {
                DoubleVector old = DoubleVector.fromArray(FqLanes.DOUBLES, x, i + k);
                DoubleVector limb = DoubleVector.fromArray(FqLanes.DOUBLES, square, j + k).sub(old).sub(old)
                        .sub(DoubleVector.fromArray(FqLanes.DOUBLES, dx, j + k));
                DoubleVector next = limb.mul(PER_LIMB).add(FqLanes.ROUND).sub(FqLanes.ROUND);
                DoubleVector balanced = limb.sub(next.mul(LIMB)).add(carry);
                balanced.intoArray(x, i + k);
                old.sub(balanced).intoArray(square, j + k);
                carry = next;
            }
            int top = at + TOP;
            DoubleVector old = DoubleVector.fromArray(FqLanes.DOUBLES, x, i + top);
            DoubleVector limb = DoubleVector.fromArray(FqLanes.DOUBLES, square, j + top).sub(old).sub(old)
                    .sub(DoubleVector.fromArray(FqLanes.DOUBLES, dx, j + top)).add(carry);
            limb.intoArray(x, i + top);
            old.sub(limb).intoArray(square, j + top);
        }
    }

    /** y = product - y, in balanced limbs. */
    public static void nextY(double[] y, int i, double[] product, int j, int blocks) {
        for (int n = 0; n < blocks * FqLanes.PARTS; n++) {
            int at = FqLanes.at(n);
            DoubleVector carry = DoubleVector.zero(FqLanes.DOUBLES);
            for (int k = at; k < at + TOP; k += FqLanes.LANES) {
                DoubleVector limb = DoubleVector.fromArray(FqLanes.DOUBLES, product, j + k).sub(DoubleVector.fromArray(FqLanes.DOUBLES, y, i + k));
                DoubleVector next = limb.mul(PER_LIMB).add(FqLanes.ROUND).sub(FqLanes.ROUND);
                limb.sub(next.mul(LIMB)).add(carry).intoArray(y, i + k);
                carry = next;
            }
            int top = at + TOP;
            DoubleVector.fromArray(FqLanes.DOUBLES, product, j + top).sub(DoubleVector.fromArray(FqLanes.DOUBLES, y, i + top)).add(carry)
                    .intoArray(y, i + top);
        }
    }

    /** Brings values of up to 2^20 p into -p / 2^7 to p + p / 2^7. */
    public static void reduce(double[] values, int i, int blocks) {
        for (int block = 0; block < blocks; block++) {
            int at = i + block * FqLanes.BLOCK;
            FqLanes.mul(values, at, values, at, ONE, 0, 1);
        }
    }
}
