package io.cairn.proofs.curve;

import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.field.Field;

/** One pair after the other, at the price of one inversion for all: 5 multiplications and a square for each sum. */
final class ScalarAffineAdder implements AffineAdder {

    private static final int NONE = -1;
    private static final byte ADD = 0;
    private static final byte TWICE = 1;
    private static final byte LEFT = 2;
    private static final byte RIGHT = 3;
    private static final byte INFINITY = 4;

    private final Curve curve;
    private final Field field;
    private final int n;
    private final int capacity;
    private final int[] left;
    private final int[] right;
    private final int[] target;
    private final byte[] kind;
    private final long[] denominators;
    private final long[] prefixes;
    private final long[] t;
    private long[] leftPoints;
    private long[] rightPoints;
    private long[] sums;
    private int queued;

    ScalarAffineAdder(Curve curve, int capacity) {
        this.curve = curve;
        this.field = curve.field();
        this.n = field.limbs();
        this.capacity = capacity;
        this.left = new int[capacity];
        this.right = new int[capacity];
        this.target = new int[capacity];
        this.kind = new byte[capacity];
        this.denominators = new long[capacity * n];
        this.prefixes = new long[capacity * n];
        this.t = new long[5 * n];
    }

    @Override
    public void over(long[] leftPoints, long[] rightPoints, long[] sums) {
        this.leftPoints = leftPoints;
        this.rightPoints = rightPoints;
        this.sums = sums;
    }

    @Override
    public void add(int leftPoint, int rightPoint, int sum) {
        left[queued] = leftPoint;
        right[queued] = rightPoint;
        target[queued] = sum;
        queued++;
        if (queued == capacity) {
            flush();
        }
    }

    @Override
    public void keep(int point, int sum) {
        add(point << 1, NONE, sum);
    }

    @Override
    public void flush() {
        if (queued == 0) {
            return;
        }
        ProofDispatcher.giveWay();
        multiplyDenominators();
        invertDenominators();
        for (int k = 0; k < queued; k++) {
            sum(k);
        }
        queued = 0;
    }

    private void multiplyDenominators() {
        field.setOne(t, 0);
        for (int k = 0; k < queued; k++) {
            kind[k] = prepare(k);
            if (kind[k] <= TWICE) {
                field.copy(prefixes, k * n, t, 0);
                field.mul(t, 0, t, 0, denominators, k * n);
            }
        }
    }

    private void invertDenominators() {
        field.inverse(t, 0, t, 0);
        for (int k = queued - 1; k >= 0; k--) {
            if (kind[k] <= TWICE) {
                field.mul(prefixes, k * n, prefixes, k * n, t, 0);
                field.mul(t, 0, t, 0, denominators, k * n);
            }
        }
    }

    /** Decides what kind of addition a pair is, and notes the slope's denominator. */
    private byte prepare(int k) {
        if (right[k] == NONE) {
            return LEFT;
        }
        int p = (left[k] >>> 1) * 2 * n;
        int q = (right[k] >>> 1) * 2 * n;
        if (curve.isAffineInfinity(rightPoints, q)) {
            return LEFT;
        }
        if (curve.isAffineInfinity(leftPoints, p)) {
            return RIGHT;
        }
        field.sub(denominators, k * n, rightPoints, q, leftPoints, p);
        if (!field.isZero(denominators, k * n)) {
            return ADD;
        }
        boolean sameY = field.equal(leftPoints, p + n, rightPoints, q + n);
        boolean sameSign = ((left[k] ^ right[k]) & 1) == 0;
        if (sameY != sameSign) {
            return INFINITY;
        }
        signedY(denominators, k * n, leftPoints, left[k]);
        field.twice(denominators, k * n, denominators, k * n);
        return TWICE;
    }

    private void signedY(long[] out, int o, long[] points, int signed) {
        int at = (signed >>> 1) * 2 * n + n;
        if ((signed & 1) == 0) {
            field.copy(out, o, points, at);
        } else {
            field.negate(out, o, points, at);
        }
    }

    private void copy(int k, long[] points, int signed) {
        int out = target[k] * 2 * n;
        signedY(t, 0, points, signed);
        field.copy(sums, out, points, (signed >>> 1) * 2 * n);
        field.copy(sums, out + n, t, 0);
    }

    private void sum(int k) {
        switch (kind[k]) {
            case LEFT -> copy(k, leftPoints, left[k]);
            case RIGHT -> copy(k, rightPoints, right[k]);
            case INFINITY -> {
                field.setZero(sums, target[k] * 2 * n);
                field.setZero(sums, target[k] * 2 * n + n);
            }
            default -> sumBySlope(k);
        }
    }

    private void sumBySlope(int k) {
        int p = (left[k] >>> 1) * 2 * n;
        int q = (right[k] >>> 1) * 2 * n;
        int out = target[k] * 2 * n;
        int slope = 0;
        int y1 = n;
        int x1 = 2 * n;
        int x3 = 3 * n;
        signedY(t, y1, leftPoints, left[k]);
        field.copy(t, x1, leftPoints, p);
        if (kind[k] == TWICE) {
            field.square(t, x3, t, x1);
            field.twice(t, slope, t, x3);
            field.add(t, slope, t, slope, t, x3);
        } else {
            signedY(t, slope, rightPoints, right[k]);
            field.sub(t, slope, t, slope, t, y1);
        }
        field.mul(t, slope, t, slope, prefixes, k * n);
        field.square(t, x3, t, slope);
        field.sub(t, x3, t, x3, t, x1);
        field.sub(t, x3, t, x3, rightPoints, q);
        field.sub(t, x1, t, x1, t, x3);
        field.mul(t, x1, t, x1, t, slope);
        field.sub(sums, out + n, t, x1, t, y1);
        field.copy(sums, out, t, x3);
    }
}
