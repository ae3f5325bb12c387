package io.cairn.proofs.curve;

import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.field.FqLaneInverses;
import io.cairn.proofs.field.FqLaneRows;
import io.cairn.proofs.field.FqLaneSteps;
import io.cairn.proofs.field.FqLanes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Sums of {@link Runs} of points, a run in each lane: every round adds the next point to all runs that have one. The inversions of a batch of lanes are one.
 * Points are in rows of balanced limbs ({@link LaneRows}): x, then y. Not safe for several threads.
 *
 * <p>A sum's x is the square of the slope less both points' x, so it grows by a multiple of p for each point added: after 64 points it is below 2^8 p, and
 * products of such values stay below 2^408 p. What leaves is reduced again. A sum's y grows with the number of rounds alone, by at most p each, however
 * many points it holds: it is only multiplied by values of about p, and would have to pass 2^25 rounds to become too large.
 */
final class LaneSums {

    private static final int MOST_BLOCKS = 128;
    private static final int INVERSE_FACTOR = 2 * FqLanes.FACTOR;

    private final Curve curve;
    private final LaneField field;
    private final int components;
    private final int stride = MOST_BLOCKS * FqLanes.BLOCK;
    private final FqLaneInverses inverses = new FqLaneInverses(INVERSE_FACTOR);
    private final LaneRows conversion = new LaneRows();
    private final double[] dx;
    private final double[] slope;
    private final double[] product;
    private final double[] tree;
    private final double[] keptX;
    private final double[] keptY;
    private final BitSet infinite = new BitSet();
    private final List<Alone> alone = new ArrayList<>();
    private double[] x = new double[0];
    private double[] y = new double[0];
    /** Doubles of one component of all runs. */
    private int room;

    /** What a lane will hold after a batch, whatever the batch leaves there; no limbs for infinity. */
    private record Alone(int lane, double[] sum) {
    }

    LaneSums(Curve curve) {
        this.curve = curve;
        this.components = curve.field().limbs() / G1.CURVE.field().limbs();
        this.field = components == 1 ? new FqLaneField() : new Fq2LaneField(MOST_BLOCKS);
        this.dx = new double[components * stride];
        this.slope = new double[components * stride];
        this.product = new double[components * stride];
        this.tree = new double[FqLaneInverses.treeBlocks(MOST_BLOCKS) * FqLanes.BLOCK];
        this.keptX = new double[components * FqLanes.BLOCK];
        this.keptY = new double[components * FqLanes.BLOCK];
    }

    /**
     * The sum of each run.
     *
     * @param points none is infinite; entries of runs name them as {@link AffineAdder} does
     * @param sums   takes the sum of run k as point {@code first + k}, unless {@link #isInfinite} says that it is infinite; may be {@code points}
     */
    void sum(double[] points, Runs runs, double[] sums, int first) {
        prepare(runs.count());
        gather(points, runs.entries(), 0, runs.count(), x, y, room);
        int at = runs.active(0);
        for (int round = 1; round < runs.rounds() && runs.active(round) > 0; round++) {
            int active = runs.active(round);
            for (int lane = 0; lane < active; lane += MOST_BLOCKS * FqLanes.LANES) {
                ProofDispatcher.giveWay();
                addBatch(points, runs.entries(), at + lane, lane, Math.min(active - lane, MOST_BLOCKS * FqLanes.LANES));
            }
            at += active;
        }
        write(sums, first, runs.count());
    }

    boolean isInfinite(int run) {
        return infinite.get(run);
    }

    private void prepare(int runs) {
        infinite.clear();
        room = blocks(runs) * FqLanes.BLOCK;
        if (x.length < components * room) {
            x = new double[components * room];
            y = new double[components * room];
        }
    }

    private static int blocks(int lanes) {
        return (lanes + FqLanes.LANES - 1) / FqLanes.LANES;
    }

    private void gather(double[] points, int[] entries, int at, int count, double[] outX, double[] outY, int componentStride) {
        int doubles = LaneRows.doubles(curve);
        for (int component = 0; component < components; component++) {
            int o = component * componentStride;
            int xRow = LaneRows.start(curve, 0) + component * LaneRows.ROW;
            FqLaneRows.gather(outX, o, points, xRow, doubles, entries, at, count, 0);
            FqLaneRows.gather(outY, o, points, xRow + components * LaneRows.ROW, doubles, entries, at, count, 1);
        }
    }

    private void addBatch(double[] points, int[] entries, int at, int lane, int count) {
        int blocks = blocks(count);
        int base = lane * FqLanes.LIMBS;
        gather(points, entries, at, count, dx, slope, stride);
        for (int component = 0; component < components; component++) {
            FqLaneSteps.subtractBalanced(dx, component * stride, x, component * room + base, blocks);
            FqLaneSteps.subtract(slope, component * stride, y, component * room + base, blocks);
        }
        keepRest(base, blocks, count);
        noteInfinite(points, entries, at, lane, count);
        field.norm(tree, dx, blocks);
        if (!inverses.invert(tree, blocks)) {
            noteEqual(points, entries, at, lane, count);
            field.norm(tree, dx, blocks);
            inverses.invert(tree, blocks);
        }
        addLanes(base, blocks);
        restoreRest(base, blocks, count);
        alone.forEach(this::set);
        alone.clear();
    }

    private void addLanes(int base, int blocks) {
        field.multiplyByCofactor(product, dx, tree, blocks);
        field.mul(slope, slope, product, blocks);
        field.square(product, slope, blocks);
        for (int component = 0; component < components; component++) {
            FqLaneSteps.nextX(x, component * room + base, product, dx, component * stride, blocks);
        }
        field.mul(product, product, slope, blocks);
        for (int component = 0; component < components; component++) {
            FqLaneSteps.nextY(y, component * room + base, product, component * stride, blocks);
        }
    }

    /** The last block's lanes from {@code count} on belong to runs that are ended: they are kept aside, and something is put in that can be inverted. */
    private void keepRest(int base, int blocks, int count) {
        if (count == blocks * FqLanes.LANES) {
            return;
        }
        int last = (blocks - 1) * FqLanes.BLOCK;
        for (int component = 0; component < components; component++) {
            System.arraycopy(x, component * room + base + last, keptX, component * FqLanes.BLOCK, FqLanes.BLOCK);
            System.arraycopy(y, component * room + base + last, keptY, component * FqLanes.BLOCK, FqLanes.BLOCK);
        }
        for (int lane = count; lane < blocks * FqLanes.LANES; lane++) {
            setDifferenceOne(lane);
        }
    }

    private void restoreRest(int base, int blocks, int count) {
        int last = (blocks - 1) * FqLanes.BLOCK;
        for (int lane = count; lane < blocks * FqLanes.LANES; lane++) {
            for (int component = 0; component < components; component++) {
                for (int k = lane % FqLanes.LANES; k < FqLanes.BLOCK; k += FqLanes.LANES) {
                    x[component * room + base + last + k] = keptX[component * FqLanes.BLOCK + k];
                    y[component * room + base + last + k] = keptY[component * FqLanes.BLOCK + k];
                }
            }
        }
    }

    private void setDifferenceOne(int lane) {
        int at = lane / FqLanes.LANES * FqLanes.BLOCK + lane % FqLanes.LANES;
        for (int component = 0; component < components; component++) {
            for (int k = 0; k < FqLanes.BLOCK; k += FqLanes.LANES) {
                dx[component * stride + at + k] = 0;
            }
        }
        dx[at] = 1;
    }

    /** Where a run's sum is infinite, the next point takes its place. */
    private void noteInfinite(double[] points, int[] entries, int at, int first, int count) {
        for (int run = infinite.nextSetBit(first); run >= 0 && run < first + count; run = infinite.nextSetBit(run + 1)) {
            setDifferenceOne(run - first);
            alone.add(new Alone(run, signed(points, entries[at + run - first])));
        }
    }

    /** Sums of points with the same x are worked out one by one. */
    private void noteEqual(double[] points, int[] entries, int at, int first, int count) {
        double[] row = new double[components * LaneRows.ROW];
        long[] words = new long[curve.field().limbs()];
        for (int lane = 0; lane < count; lane++) {
            for (int component = 0; component < components; component++) {
                LaneRows.get(dx, component * stride, lane, row, component * LaneRows.ROW);
            }
            conversion.toWords(words, 0, row, 0, components);
            if (curve.field().isZero(words, 0)) {
                setDifferenceOne(lane);
                alone.add(new Alone(first + lane, plus(first + lane, signed(points, entries[at + lane]))));
            }
        }
    }

    private double[] signed(double[] points, int entry) {
        int from = LaneRows.start(curve, entry >>> 1);
        double[] point = Arrays.copyOfRange(points, from, from + LaneRows.doubles(curve));
        if ((entry & 1) == 1) {
            for (int k = point.length / 2; k < point.length; k++) {
                point[k] = -point[k];
            }
        }
        return point;
    }

    private double[] plus(int run, double[] point) {
        double[] sum = new double[LaneRows.doubles(curve)];
        get(run, sum, 0);
        long[] left = words(sum);
        long[] total = new long[curve.jacobianLimbs()];
        curve.toJacobian(total, 0, left, 0);
        curve.addMixed(total, 0, total, 0, words(point), 0);
        if (curve.isInfinity(total, 0)) {
            return new double[0];
        }
        curve.toAffine(left, 0, total, 0);
        conversion.toRows(sum, 0, left, 0, 2 * components);
        return sum;
    }

    private long[] words(double[] point) {
        long[] words = new long[curve.affineLimbs()];
        conversion.toWords(words, 0, point, 0, 2 * components);
        return words;
    }

    private void set(Alone result) {
        infinite.set(result.lane, result.sum.length == 0);
        if (result.sum.length > 0) {
            for (int component = 0; component < components; component++) {
                LaneRows.put(x, component * room, result.lane, result.sum, component * LaneRows.ROW);
                LaneRows.put(y, component * room, result.lane, result.sum, (components + component) * LaneRows.ROW);
            }
        }
    }

    private void get(int run, double[] sums, int row) {
        for (int component = 0; component < components; component++) {
            LaneRows.get(x, component * room, run, sums, row + component * LaneRows.ROW);
            LaneRows.get(y, component * room, run, sums, row + (components + component) * LaneRows.ROW);
        }
    }

    private void write(double[] sums, int first, int runs) {
        for (int component = 0; component < components; component++) {
            FqLaneSteps.reduce(x, component * room, blocks(runs));
        }
        for (int run = 0; run < runs; run++) {
            get(run, sums, LaneRows.start(curve, first + run));
        }
    }
}
