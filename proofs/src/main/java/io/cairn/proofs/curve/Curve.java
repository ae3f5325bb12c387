package io.cairn.proofs.curve;

import io.cairn.proofs.field.Field;
import java.math.BigInteger;

/**
 * The curve y^2 = x^3 + b over a coordinate field, on points kept as limbs.
 *
 * <p>An affine point is x, y (all zero: the point at infinity, which is on no such curve with b != 0). A Jacobian point is X, Y, Z for
 * (X/Z^2, Y/Z^3), with Z = 0 at infinity. Results may overwrite operands.
 */
public final class Curve {

    private final String name;
    private final Coordinates coordinates;
    private final Field field;
    private final int n;
    private final long[] b;
    private final SubgroupCheck subgroupCheck;

    Curve(String name, Coordinates coordinates, long[] b, SubgroupCheck subgroupCheck) {
        this.name = name;
        this.coordinates = coordinates;
        this.field = coordinates.field();
        this.n = field.limbs();
        this.b = b.clone();
        this.subgroupCheck = subgroupCheck;
    }

    Coordinates coordinates() {
        return coordinates;
    }

    /** The field of the coordinates. */
    public Field field() {
        return field;
    }

    /** Limbs of an affine point. */
    public int affineLimbs() {
        return 2 * n;
    }

    /** Limbs of a Jacobian point. */
    public int jacobianLimbs() {
        return 3 * n;
    }

    /** Bytes of a compressed point; an uncompressed one has twice as many. */
    public int compressedBytes() {
        return coordinates.bytes();
    }

    /** Bytes of an uncompressed point. */
    public int uncompressedBytes() {
        return 2 * coordinates.bytes();
    }

    /** Whether an affine point is the point at infinity. */
    public boolean isAffineInfinity(long[] a, int i) {
        return field.isZero(a, i) && field.isZero(a, i + n);
    }

    /** Whether a Jacobian point is the point at infinity. */
    public boolean isInfinity(long[] a, int i) {
        return field.isZero(a, i + 2 * n);
    }

    /** out = x^3 + b. */
    void rightSide(long[] out, int o, long[] x, int i) {
        long[] cube = new long[n];
        field.square(cube, 0, x, i);
        field.mul(cube, 0, cube, 0, x, i);
        field.add(out, o, cube, 0, b, 0);
    }

    /** Whether an affine point satisfies the curve's equation or is infinity. */
    public boolean isOnCurve(long[] a, int i) {
        if (isAffineInfinity(a, i)) {
            return true;
        }
        long[] right = new long[n];
        long[] left = new long[n];
        rightSide(right, 0, a, i);
        field.square(left, 0, a, i + n);
        return field.equal(left, 0, right, 0);
    }

    /** Whether an affine point of the curve has an order that divides r. */
    public boolean isInSubgroup(long[] a, int i) {
        return isAffineInfinity(a, i) || subgroupCheck.holds(this, a, i);
    }

    /** Jacobian out = affine a. */
    public void toJacobian(long[] out, int o, long[] a, int i) {
        boolean infinity = isAffineInfinity(a, i);
        System.arraycopy(a, i, out, o, 2 * n);
        if (infinity) {
            field.setZero(out, o + 2 * n);
        } else {
            field.setOne(out, o + 2 * n);
        }
    }

    /** Affine out = Jacobian a. */
    public void toAffine(long[] out, int o, long[] a, int i) {
        long[] inverse = new long[2 * n];
        field.inverse(inverse, 0, a, i + 2 * n);
        field.square(inverse, n, inverse, 0);
        field.mul(out, o, a, i, inverse, n);
        field.mul(inverse, n, inverse, n, inverse, 0);
        field.mul(out, o + n, a, i + n, inverse, n);
    }

    /** Affine out = -a. */
    public void negateAffine(long[] out, int o, long[] a, int i) {
        field.copy(out, o, a, i);
        field.negate(out, o + n, a, i + n);
    }

    /** Jacobian out = 2a (Lange: "dbl-2009-l"). */
    public void twice(long[] out, int o, long[] a, int i) {
        long[] t = new long[6 * n];
        int bb = n;
        int cc = 2 * n;
        int d = 3 * n;
        int e = 4 * n;
        int z = 5 * n;
        field.mul(t, z, a, i + n, a, i + 2 * n);
        field.square(t, 0, a, i);
        field.square(t, bb, a, i + n);
        field.square(t, cc, t, bb);
        field.add(t, d, a, i, t, bb);
        field.square(t, d, t, d);
        field.sub(t, d, t, d, t, 0);
        field.sub(t, d, t, d, t, cc);
        field.twice(t, d, t, d);
        field.twice(t, e, t, 0);
        field.add(t, e, t, e, t, 0);
        field.square(t, 0, t, e);
        field.sub(t, 0, t, 0, t, d);
        field.sub(out, o, t, 0, t, d);
        field.sub(t, d, t, d, out, o);
        field.mul(t, e, t, e, t, d);
        field.twice(t, cc, t, cc);
        field.twice(t, cc, t, cc);
        field.twice(t, cc, t, cc);
        field.sub(out, o + n, t, e, t, cc);
        field.twice(out, o + 2 * n, t, z);
    }

    /** Jacobian out = Jacobian a + affine q (Bernstein, Lange: "madd-2007-bl", complete by cases). */
    public void addMixed(long[] out, int o, long[] a, int i, long[] q, int j) {
        if (isInfinity(a, i)) {
            toJacobian(out, o, q, j);
            return;
        }
        if (isAffineInfinity(q, j)) {
            System.arraycopy(a, i, out, o, 3 * n);
            return;
        }
        long[] lifted = new long[3 * n];
        toJacobian(lifted, 0, q, j);
        add(out, o, a, i, lifted, 0);
    }

    /** Jacobian out = a + c (Bernstein, Lange: "add-2007-bl", complete by cases). */
    public void add(long[] out, int o, long[] a, int i, long[] c, int j) {
        if (isInfinity(a, i)) {
            System.arraycopy(c, j, out, o, 3 * n);
            return;
        }
        if (isInfinity(c, j)) {
            System.arraycopy(a, i, out, o, 3 * n);
            return;
        }
        long[] t = new long[6 * n];
        int zz1 = 0;
        int zz2 = n;
        int u1 = 2 * n;
        int h = 3 * n;
        int s1 = 4 * n;
        int r = 5 * n;
        field.square(t, zz1, a, i + 2 * n);
        field.square(t, zz2, c, j + 2 * n);
        field.mul(t, u1, a, i, t, zz2);
        field.mul(t, h, c, j, t, zz1);
        field.sub(t, h, t, h, t, u1);
        field.mul(t, s1, a, i + n, c, j + 2 * n);
        field.mul(t, s1, t, s1, t, zz2);
        field.mul(t, r, c, j + n, a, i + 2 * n);
        field.mul(t, r, t, r, t, zz1);
        field.sub(t, r, t, r, t, s1);
        if (field.isZero(t, h)) {
            addSameX(out, o, a, i, field.isZero(t, r));
            return;
        }
        field.mul(out, o + 2 * n, a, i + 2 * n, c, j + 2 * n);
        field.mul(out, o + 2 * n, out, o + 2 * n, t, h);
        field.square(t, zz1, t, h);
        field.mul(t, h, t, h, t, zz1);
        field.mul(t, u1, t, u1, t, zz1);
        field.square(t, zz1, t, r);
        field.sub(t, zz1, t, zz1, t, h);
        field.sub(t, zz1, t, zz1, t, u1);
        field.sub(out, o, t, zz1, t, u1);
        field.sub(t, u1, t, u1, out, o);
        field.mul(t, u1, t, u1, t, r);
        field.mul(t, s1, t, s1, t, h);
        field.sub(out, o + n, t, u1, t, s1);
    }

    private void addSameX(long[] out, int o, long[] a, int i, boolean sameY) {
        if (sameY) {
            twice(out, o, a, i);
        } else {
            setInfinity(out, o);
        }
    }

    /** Jacobian out = infinity. */
    public void setInfinity(long[] out, int o) {
        for (int k = 0; k < 3 * n; k++) {
            out[o + k] = 0;
        }
    }

    /** Jacobian out = k times affine a, for a non-negative integer k. */
    public void multiply(long[] out, int o, long[] a, int i, BigInteger k) {
        long[] sum = new long[3 * n];
        long[] point = new long[3 * n];
        toJacobian(point, 0, a, i);
        for (int bit = k.bitLength() - 1; bit >= 0; bit--) {
            twice(sum, 0, sum, 0);
            if (k.testBit(bit)) {
                add(sum, 0, sum, 0, point, 0);
            }
        }
        System.arraycopy(sum, 0, out, o, 3 * n);
    }

    @Override
    public String toString() {
        return name;
    }
}
