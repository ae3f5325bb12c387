package io.cairn.proofs.curve;

import io.cairn.proofs.field.Scalar;
import java.util.Arrays;
import java.util.HexFormat;

/** An immutable point of a curve in affine form, for code where clarity counts more than speed. */
public final class Point {

    private final Curve curve;
    private final long[] affine;

    private Point(Curve curve, long[] affine) {
        this.curve = curve;
        this.affine = affine;
    }

    /** The point at infinity. */
    public static Point infinity(Curve curve) {
        return new Point(curve, new long[curve.affineLimbs()]);
    }

    /** The affine point at an offset of a limb array. */
    public static Point ofAffine(Curve curve, long[] affine, int at) {
        return new Point(curve, Arrays.copyOfRange(affine, at, at + curve.affineLimbs()));
    }

    /** The Jacobian point at an offset of a limb array, made affine. */
    public static Point ofJacobian(Curve curve, long[] jacobian, int at) {
        long[] affine = new long[curve.affineLimbs()];
        curve.toAffine(affine, 0, jacobian, at);
        return new Point(curve, affine);
    }

    static Point ofCoordinates(Curve curve, long[] x, long[] y) {
        long[] affine = Arrays.copyOf(x, curve.affineLimbs());
        System.arraycopy(y, 0, affine, x.length, y.length);
        return new Point(curve, affine);
    }

    /** Reads a compressed point of the subgroup; {@link PointFormatException} if the bytes are none. */
    public static Point fromCompressed(Curve curve, byte[] bytes) {
        return checked(PointEncoding.readCompressed(curve, bytes));
    }

    /** Reads an uncompressed point of the subgroup; {@link PointFormatException} if the bytes are none. */
    public static Point fromUncompressed(Curve curve, byte[] bytes) {
        return checked(fromUncompressedOnCurve(curve, bytes));
    }

    /** Reads an uncompressed point of the curve that need not be in the subgroup; {@link PointFormatException} if the bytes are none. */
    public static Point fromUncompressedOnCurve(Curve curve, byte[] bytes) {
        long[] affine = new long[curve.affineLimbs()];
        PointEncoding.readUncompressed(curve, affine, 0, bytes, 0);
        return new Point(curve, affine);
    }

    private static Point checked(Point point) {
        if (!point.curve.isInSubgroup(point.affine, 0)) {
            throw new PointFormatException("point of " + point.curve + " is not in the subgroup of prime order");
        }
        return point;
    }

    /** The curve the point is on. */
    public Curve curve() {
        return curve;
    }

    /** Copies the affine limbs, as in {@link Curve}. */
    public void copyTo(long[] out, int at) {
        System.arraycopy(affine, 0, out, at, affine.length);
    }

    /** The affine limbs. */
    public long[] toAffine() {
        return affine.clone();
    }

    /** Whether it is the group's neutral element. */
    public boolean isInfinity() {
        return curve.isAffineInfinity(affine, 0);
    }

    /** Whether it is in the subgroup of order r. */
    public boolean isInSubgroup() {
        return curve.isInSubgroup(affine, 0);
    }

    /** this + other. */
    public Point plus(Point other) {
        long[] sum = new long[curve.jacobianLimbs()];
        curve.toJacobian(sum, 0, affine, 0);
        curve.addMixed(sum, 0, sum, 0, other.affine, 0);
        return ofJacobian(curve, sum, 0);
    }

    /** -this. */
    public Point negated() {
        long[] out = new long[affine.length];
        curve.negateAffine(out, 0, affine, 0);
        return new Point(curve, out);
    }

    /** k times this. */
    public Point times(Scalar k) {
        long[] product = new long[curve.jacobianLimbs()];
        curve.multiply(product, 0, affine, 0, k.toBigInteger());
        return ofJacobian(curve, product, 0);
    }

    /** Compressed bytes: 48 in G1, 96 in G2. */
    public byte[] toCompressed() {
        return PointEncoding.writeCompressed(curve, affine, 0);
    }

    /** Uncompressed bytes: 96 in G1, 192 in G2. */
    public byte[] toUncompressed() {
        byte[] out = new byte[curve.uncompressedBytes()];
        PointEncoding.writeUncompressed(curve, out, 0, affine, 0);
        return out;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Point point && curve == point.curve && Arrays.equals(affine, point.affine);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(affine);
    }

    @Override
    public String toString() {
        return curve + " " + HexFormat.of().formatHex(toCompressed());
    }
}
