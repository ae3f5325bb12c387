package io.cairn.proofs.curve;

import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.field.Field;
import io.cairn.proofs.field.Fq;
import io.cairn.proofs.field.FqLaneInverses;
import io.cairn.proofs.field.FqLaneWords;
import io.cairn.proofs.field.FqLanes;

/**
 * Eight pairs at a time. Ordinary sums, of two finite points with different x, each take a lane; what else there is (copies, doublings, opposite and
 * infinite points) is worked out one by one as it comes.
 *
 * <p>Values keep the Montgomery factor 2^384 of memory, products lose 2^408. With inverses of 2^804 / x the slope has the factor 2^396, its square again
 * 2^384; for the last product the slope is first multiplied by 2^12.
 */
final class VectorAffineAdder implements AffineAdder {

    private static final int COPY = Integer.MIN_VALUE;
    private static final int MOST_LANES = 1024;
    /** Pairs that may wait for each lane, since copies take no lane. */
    private static final int PAIRS_PER_LANE = 4;
    private static final double SLOPE_SHIFT = 0x1p12;
    private static final int INVERSE_FACTOR = 804;

    private final Curve curve;
    private final Field field;
    private final int n;
    /** The most sums of one batch that are no copies. */
    private final int most;
    private final int[] left;
    private final int[] target;
    /** The lane of a pair, COPY, or -1 less the number of its sum among those worked out alone. */
    private final int[] place;
    private final long[] alone;
    private final int stride;
    private final LaneField lanes;
    private final FqLaneInverses inverses = new FqLaneInverses(INVERSE_FACTOR);
    private final long[] x1Words;
    private final long[] y1Words;
    private final long[] x2Words;
    private final long[] y2Words;
    private final double[] sign1;
    private final double[] sign2;
    private final double[] x1;
    private final double[] y1;
    private final double[] x2;
    private final double[] slope;
    private final double[] run;
    private final double[] tree;
    private long[] leftPoints;
    private long[] rightPoints;
    private long[] sums;
    private int queued;
    private int used;
    private int usedAlone;

    VectorAffineAdder(Curve curve, int capacity) {
        this.curve = curve;
        this.field = curve.field();
        this.n = field.limbs();
        int blocks = blocks(Math.min(capacity, MOST_LANES));
        this.most = blocks * FqLanes.LANES;
        this.left = new int[PAIRS_PER_LANE * most];
        this.target = new int[PAIRS_PER_LANE * most];
        this.place = new int[PAIRS_PER_LANE * most];
        this.alone = new long[most * 2 * n];
        this.stride = blocks * FqLanes.BLOCK;
        this.lanes = n == Fq.LIMBS ? new FqLaneField() : new Fq2LaneField(blocks);
        int words = lanes.components() * blocks * FqLaneWords.BLOCK;
        this.x1Words = new long[words];
        this.y1Words = new long[words];
        this.x2Words = new long[words];
        this.y2Words = new long[words];
        this.sign1 = new double[blocks * FqLanes.LANES];
        this.sign2 = new double[blocks * FqLanes.LANES];
        int doubles = lanes.components() * stride;
        this.x1 = new double[doubles];
        this.y1 = new double[doubles];
        this.x2 = new double[doubles];
        this.slope = new double[doubles];
        this.run = new double[doubles];
        this.tree = new double[FqLaneInverses.treeBlocks(blocks) * FqLanes.BLOCK];
    }

    /** Blocks for so many lanes, a power of two. */
    private static int blocks(int used) {
        int blocks = (used + FqLanes.LANES - 1) / FqLanes.LANES;
        return blocks <= 1 ? 1 : Integer.highestOneBit(blocks - 1) << 1;
    }

    @Override
    public void over(long[] leftPoints, long[] rightPoints, long[] sums) {
        this.leftPoints = leftPoints;
        this.rightPoints = rightPoints;
        this.sums = sums;
    }

    @Override
    public void add(int leftPoint, int rightPoint, int sum) {
        queue(leftPoint, sum, isOrdinary(leftPoint, rightPoint) ? lane(leftPoint, rightPoint) : -1 - workedOutAlone(leftPoint, rightPoint));
    }

    @Override
    public void keep(int point, int sum) {
        queue(point << 1, sum, COPY);
    }

    private void queue(int leftPoint, int sum, int where) {
        left[queued] = leftPoint;
        target[queued] = sum;
        place[queued] = where;
        queued++;
        if (queued == left.length || used == most || usedAlone == most) {
            flush();
        }
    }

    @Override
    public void flush() {
        ProofDispatcher.giveWay();
        if (used > 0) {
            int blocks = blocks(used);
            fill(blocks);
            addLanes(blocks);
        }
        for (int k = 0; k < queued; k++) {
            write(k);
        }
        queued = 0;
        used = 0;
        usedAlone = 0;
    }

    private boolean isOrdinary(int leftPoint, int rightPoint) {
        int p = (leftPoint >>> 1) * 2 * n;
        int q = (rightPoint >>> 1) * 2 * n;
        long a = leftPoints[p];
        long b = rightPoints[q];
        return a != b && a != 0 && b != 0
                || !field.equal(leftPoints, p, rightPoints, q) && !curve.isAffineInfinity(leftPoints, p) && !curve.isAffineInfinity(rightPoints, q);
    }

    private int lane(int leftPoint, int rightPoint) {
        int lane = used++;
        int p = (leftPoint >>> 1) * 2 * n;
        int q = (rightPoint >>> 1) * 2 * n;
        for (int component = 0, w = 0; w < n; component++, w += Fq.LIMBS) {
            int to = component * words() + lane / FqLanes.LANES * FqLaneWords.BLOCK + lane % FqLanes.LANES;
            spread(x1Words, to, leftPoints, p + w);
            spread(y1Words, to, leftPoints, p + n + w);
            spread(x2Words, to, rightPoints, q + w);
            spread(y2Words, to, rightPoints, q + n + w);
        }
        sign1[lane] = (leftPoint & 1) == 0 ? 1 : -1;
        sign2[lane] = (rightPoint & 1) == 0 ? 1 : -1;
        return lane;
    }

    /** Longs of one component of all lanes. */
    private int words() {
        return stride / FqLanes.BLOCK * FqLaneWords.BLOCK;
    }

    private static void spread(long[] words, int to, long[] from, int at) {
        words[to] = from[at];
        words[to + FqLanes.LANES] = from[at + 1];
        words[to + 2 * FqLanes.LANES] = from[at + 2];
        words[to + 3 * FqLanes.LANES] = from[at + 3];
        words[to + 4 * FqLanes.LANES] = from[at + 4];
        words[to + 5 * FqLanes.LANES] = from[at + 5];
    }

    private static void gather(long[] to, int at, long[] words, int from) {
        to[at] = words[from];
        to[at + 1] = words[from + FqLanes.LANES];
        to[at + 2] = words[from + 2 * FqLanes.LANES];
        to[at + 3] = words[from + 3 * FqLanes.LANES];
        to[at + 4] = words[from + 4 * FqLanes.LANES];
        to[at + 5] = words[from + 5 * FqLanes.LANES];
    }

    /** Repeats the first pair in the lanes that are left over. */
    private void fill(int blocks) {
        for (int lane = used; lane < blocks * FqLanes.LANES; lane++) {
            for (int component = 0; component < lanes.components(); component++) {
                int from = component * words();
                int to = from + lane / FqLanes.LANES * FqLaneWords.BLOCK + lane % FqLanes.LANES;
                for (int w = 0; w < FqLaneWords.BLOCK; w += FqLanes.LANES) {
                    x1Words[to + w] = x1Words[from + w];
                    x2Words[to + w] = x2Words[from + w];
                }
            }
        }
    }

    private void addLanes(int blocks) {
        for (int component = 0; component < lanes.components(); component++) {
            int at = component * stride;
            FqLaneWords.unpack(x1, at, x1Words, component * words(), blocks);
            FqLaneWords.unpack(x2, at, x2Words, component * words(), blocks);
            FqLaneWords.unpack(y1, at, y1Words, component * words(), blocks);
            FqLaneWords.unpack(slope, at, y2Words, component * words(), blocks);
            FqLaneWords.sign(y1, at, sign1, blocks);
            FqLaneWords.sign(slope, at, sign2, blocks);
            subtract(run, x2, x1, at, blocks);
            subtract(slope, slope, y1, at, blocks);
            FqLaneWords.balance(slope, at, 1, blocks);
        }
        lanes.norm(tree, run, blocks);
        inverses.invert(tree, blocks);
        lanes.multiplyByCofactor(run, run, tree, blocks);
        lanes.mul(slope, slope, run, blocks);
        lanes.square(run, slope, blocks);
        for (int component = 0; component < lanes.components(); component++) {
            int at = component * stride;
            subtract(run, run, x1, at, blocks);
            subtract(run, run, x2, at, blocks);
            FqLaneWords.balance(run, at, 1, blocks);
            FqLaneWords.pack(x2Words, component * words(), run, at, blocks);
            subtract(x1, x1, run, at, blocks);
            FqLaneWords.balance(slope, at, SLOPE_SHIFT, blocks);
        }
        lanes.mul(x1, x1, slope, blocks);
        for (int component = 0; component < lanes.components(); component++) {
            int at = component * stride;
            subtract(x1, x1, y1, at, blocks);
            FqLaneWords.balance(x1, at, 1, blocks);
            FqLaneWords.pack(y2Words, component * words(), x1, at, blocks);
        }
    }

    private static void subtract(double[] out, double[] a, double[] b, int at, int blocks) {
        for (int k = at; k < at + blocks * FqLanes.BLOCK; k++) {
            out[k] = a[k] - b[k];
        }
    }

    /** Sums of pairs that are no ordinary ones; answers the sum's number among them. */
    private int workedOutAlone(int leftPoint, int rightPoint) {
        int out = usedAlone * 2 * n;
        if (curve.isAffineInfinity(leftPoints, (leftPoint >>> 1) * 2 * n)) {
            copySigned(out, rightPoints, rightPoint);
        } else if (curve.isAffineInfinity(rightPoints, (rightPoint >>> 1) * 2 * n)) {
            copySigned(out, leftPoints, leftPoint);
        } else {
            addSameX(out, leftPoint, rightPoint);
        }
        return usedAlone++;
    }

    private void addSameX(int out, int leftPoint, int rightPoint) {
        long[] sum = new long[curve.jacobianLimbs()];
        copySigned(out, rightPoints, rightPoint);
        curve.toJacobian(sum, 0, alone, out);
        copySigned(out, leftPoints, leftPoint);
        curve.addMixed(sum, 0, sum, 0, alone, out);
        curve.toAffine(alone, out, sum, 0);
    }

    private void copySigned(int out, long[] points, int signed) {
        int at = (signed >>> 1) * 2 * n;
        if ((signed & 1) == 0) {
            System.arraycopy(points, at, alone, out, 2 * n);
        } else {
            curve.negateAffine(alone, out, points, at);
        }
    }

    private void write(int k) {
        int out = target[k] * 2 * n;
        if (place[k] == COPY) {
            System.arraycopy(leftPoints, (left[k] >>> 1) * 2 * n, sums, out, 2 * n);
        } else if (place[k] < 0) {
            System.arraycopy(alone, (-1 - place[k]) * 2 * n, sums, out, 2 * n);
        } else {
            for (int component = 0, w = 0; w < n; component++, w += Fq.LIMBS) {
                int from = component * words() + place[k] / FqLanes.LANES * FqLaneWords.BLOCK + place[k] % FqLanes.LANES;
                gather(sums, out + w, x2Words, from);
                gather(sums, out + n + w, y2Words, from);
            }
        }
    }
}
