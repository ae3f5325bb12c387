package io.cairn.proofs.curve;

import io.cairn.proofs.field.Fq;
import io.cairn.proofs.field.FqLaneWords;
import io.cairn.proofs.field.FqLanes;
import java.math.BigInteger;

/**
 * Jacobian points in lanes of vectors, some blocks of eight side by side: doubling and adding without inversions or cases. Where an addition meets a case of its own
 * (equal or opposite points, infinity), Z becomes zero and stays so.
 *
 * <p>Values have the Montgomery factor 2^408 of {@link FqLanes}' products. Coordinates are from -9p to 9p in balanced limbs; a sum of two such values may go into a
 * product unbalanced as its first operand. Limbs of sums that are not balanced yet must stay below 2^53, where doubles are exact: at most seven balanced ones.
 */
final class JacobianLanes {

    private static final int MEMORY_FACTOR = Long.SIZE * Fq.LIMBS;
    private static final double[] FROM_MEMORY = FqLaneWords.constant(power(2 * FqLanes.FACTOR - MEMORY_FACTOR));
    private static final double[] TO_MEMORY = FqLaneWords.constant(power(MEMORY_FACTOR));
    private static final double[] ONE = FqLaneWords.constant(power(FqLanes.FACTOR));

    private final int blocks;
    private final int doubles;
    private final LaneField lanes;
    private final double[] s;
    private final double[] t;
    private final double[] u;
    private final double[] v;
    private final double[] h;
    private final double[] r;

    /** A point in each lane. */
    record Points(double[] x, double[] y, double[] z) {
    }

    JacobianLanes(Curve curve, int blocks) {
        this.blocks = blocks;
        this.lanes = LaneField.of(curve, blocks);
        this.doubles = lanes.components() * blocks * FqLanes.BLOCK;
        this.s = new double[doubles];
        this.t = new double[doubles];
        this.u = new double[doubles];
        this.v = new double[doubles];
        this.h = new double[doubles];
        this.r = new double[doubles];
    }

    private static BigInteger power(int exponent) {
        return BigInteger.ONE.shiftLeft(exponent).mod(Fq.MODULUS);
    }

    Points points() {
        return new Points(new double[doubles], new double[doubles], new double[doubles]);
    }

    /** Lanes from affine points, one behind the other; lanes behind the last repeat it. */
    Points load(long[] affine, int count) {
        Points points = affine();
        load(points.x(), affine, 0, count);
        load(points.y(), affine, 1, count);
        return points;
    }

    /** Points whose z is one. */
    Points affine() {
        Points points = points();
        for (int block = 0; block < blocks; block++) {
            System.arraycopy(ONE, 0, points.z(), block * FqLanes.BLOCK, FqLanes.BLOCK);
        }
        return points;
    }

    private void load(double[] out, long[] affine, int coordinate, int count) {
        int components = lanes.components();
        long[] words = new long[blocks * FqLaneWords.BLOCK];
        for (int component = 0; component < components; component++) {
            for (int lane = 0; lane < blocks * FqLanes.LANES; lane++) {
                int from = ((2 * Math.min(lane, count - 1) + coordinate) * components + component) * Fq.LIMBS;
                for (int k = 0; k < Fq.LIMBS; k++) {
                    words[wordAt(lane, k)] = affine[from + k];
                }
            }
            int to = component * blocks * FqLanes.BLOCK;
            FqLaneWords.unpack(out, to, words, 0, blocks);
            FqLaneWords.balance(out, to, 1, blocks);
        }
        multiply(out, FROM_MEMORY);
    }

    /** Jacobian points in memory, one behind the other. */
    long[] store(Points points, int count) {
        int components = lanes.components();
        long[] out = new long[count * 3 * components * Fq.LIMBS];
        long[] words = new long[blocks * FqLaneWords.BLOCK];
        double[][] coordinates = {points.x(), points.y(), points.z()};
        for (int coordinate = 0; coordinate < coordinates.length; coordinate++) {
            multiply(coordinates[coordinate], TO_MEMORY);
            for (int component = 0; component < components; component++) {
                FqLaneWords.pack(words, 0, coordinates[coordinate], component * blocks * FqLanes.BLOCK, blocks);
                for (int lane = 0; lane < count; lane++) {
                    int to = ((3 * lane + coordinate) * components + component) * Fq.LIMBS;
                    for (int k = 0; k < Fq.LIMBS; k++) {
                        out[to + k] = words[wordAt(lane, k)];
                    }
                }
            }
        }
        return out;
    }

    private static int wordAt(int lane, int word) {
        return lane / FqLanes.LANES * FqLaneWords.BLOCK + word * FqLanes.LANES + lane % FqLanes.LANES;
    }

    private void multiply(double[] values, double[] constant) {
        for (int at = 0; at < doubles; at += FqLanes.BLOCK) {
            FqLanes.mul(values, at, values, at, constant, 0, 1);
        }
    }

    /** out = 2a (Lange: "dbl-2009-l"); out may be a. */
    void twice(Points out, Points a) {
        lanes.square(s, a.x(), blocks);
        lanes.square(t, a.y(), blocks);
        lanes.mul(out.z(), a.y(), a.z(), blocks);
        balance(out.z(), 2);
        add(u, a.x(), t);
        lanes.square(v, u, blocks);
        lanes.square(u, t, blocks);
        for (int k = 0; k < doubles; k++) {
            v[k] = v[k] - s[k] - u[k];
            s[k] = 3 * s[k];
        }
        balance(v, 2);
        balance(s, 1);
        lanes.square(t, s, blocks);
        for (int k = 0; k < doubles; k++) {
            t[k] = t[k] - 2 * v[k];
        }
        balance(t, 1);
        System.arraycopy(t, 0, out.x(), 0, doubles);
        for (int k = 0; k < doubles; k++) {
            t[k] = v[k] - t[k];
        }
        lanes.mul(t, t, s, blocks);
        balance(u, 8);
        for (int k = 0; k < doubles; k++) {
            out.y()[k] = t[k] - u[k];
        }
        balance(out.y(), 1);
    }

    /** out = a + b (Cohen, Miyaji, Ono: "add-1998-cmo-2"); out may be a or b. */
    void add(Points out, Points a, Points b) {
        lanes.square(s, a.z(), blocks);
        lanes.square(t, b.z(), blocks);
        lanes.mul(u, a.x(), t, blocks);
        lanes.mul(h, b.x(), s, blocks);
        lanes.mul(t, t, b.z(), blocks);
        lanes.mul(t, t, a.y(), blocks);
        lanes.mul(s, s, a.z(), blocks);
        lanes.mul(s, s, b.y(), blocks);
        lanes.mul(v, a.z(), b.z(), blocks);
        subtract(h, u);
        subtract(s, t);
        System.arraycopy(s, 0, r, 0, doubles);
        lanes.mul(out.z(), v, h, blocks);
        lanes.square(s, h, blocks);
        lanes.mul(u, u, s, blocks);
        lanes.mul(h, h, s, blocks);
        lanes.mul(t, h, t, blocks);
        finishSum(out);
    }

    /** x = r^2 - h - 2 u and y = r (u - x) - t, where h is the cube of the difference of abscissas, u and t are a's coordinates times its square and cube. */
    private void finishSum(Points out) {
        lanes.square(s, r, blocks);
        for (int k = 0; k < doubles; k++) {
            s[k] = s[k] - h[k] - 2 * u[k];
        }
        balance(s, 1);
        System.arraycopy(s, 0, out.x(), 0, doubles);
        for (int k = 0; k < doubles; k++) {
            u[k] = u[k] - s[k];
        }
        lanes.mul(u, u, r, blocks);
        for (int k = 0; k < doubles; k++) {
            out.y()[k] = u[k] - t[k];
        }
        balance(out.y(), 1);
    }

    /** out = a + b for a b whose z is one; out may be a. */
    void addAffine(Points out, Points a, Points b) {
        lanes.square(s, a.z(), blocks);
        lanes.mul(h, b.x(), s, blocks);
        lanes.mul(s, s, a.z(), blocks);
        lanes.mul(r, b.y(), s, blocks);
        subtract(h, a.x());
        subtract(r, a.y());
        lanes.mul(out.z(), a.z(), h, blocks);
        lanes.square(s, h, blocks);
        lanes.mul(u, a.x(), s, blocks);
        lanes.mul(h, h, s, blocks);
        lanes.mul(t, h, a.y(), blocks);
        finishSum(out);
    }

    private void add(double[] out, double[] a, double[] b) {
        for (int k = 0; k < doubles; k++) {
            out[k] = a[k] + b[k];
        }
        balance(out, 1);
    }

    private void subtract(double[] from, double[] b) {
        for (int k = 0; k < doubles; k++) {
            from[k] -= b[k];
        }
        balance(from, 1);
    }

    private void balance(double[] values, double factor) {
        FqLaneWords.balance(values, 0, factor, blocks * lanes.components());
    }
}
