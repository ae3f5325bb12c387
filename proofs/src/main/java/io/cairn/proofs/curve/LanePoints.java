package io.cairn.proofs.curve;

import io.cairn.proofs.field.FqLaneRows;
import io.cairn.proofs.field.FqLanes;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Points in {@link LaneRows}, which go into lanes without another step, and behind them the images of some. */
final class LanePoints implements SegmentPoints {

    /** Points whose images are worked out together. */
    private static final int TOGETHER = 16 * FqLanes.LANES;
    /** Of more points in G1 images do not pay: few additions are saved, and the images no longer fit the caches beside the points. */
    private static final int MOST_IN_G1 = 1 << 15;

    private final Curve curve;
    private final int capacity;
    private final LaneImages images;
    private final ScalarParts parts;
    private final int imagesOfPoint;
    private final PointRows points;
    /** Which images are those of a point. */
    private final int[] numbers;
    /** Scratch of the points' buckets that nobody is at work with. */
    private final Queue<LaneScratch> idle = new ConcurrentLinkedQueue<>();

    LanePoints(Curve curve, int capacity) {
        this.curve = curve;
        this.capacity = capacity;
        this.images = LaneImages.of(curve);
        this.parts = curve == G1.CURVE && capacity > MOST_IN_G1 ? ScalarParts.WHOLE : images.parts();
        this.imagesOfPoint = parts.count() - 1;
        this.points = new PointRows(curve, capacity);
        this.numbers = new int[capacity];
    }

    @Override
    public Curve curve() {
        return curve;
    }

    @Override
    public void set(int[] places, int count, long[] affine) {
        int doubles = LaneRows.doubles(curve);
        double[] inOrder = new double[count * doubles];
        new LaneRows().toRows(inOrder, 0, affine, 0, inOrder.length / LaneRows.ROW);
        for (int k = 0; k < count; k++) {
            System.arraycopy(inOrder, k * doubles, points.rows(), LaneRows.start(curve, places[k]), doubles);
        }
    }

    @Override
    public ScalarParts parts() {
        return parts;
    }

    @Override
    public void makeRoomForImages(int count) {
        points.makeRoom(capacity + imagesOfPoint * count);
    }

    @Override
    public void setImages(int[] places, int count, int first) {
        int components = LaneRows.doubles(curve) / (2 * LaneRows.ROW);
        double[][] x = new double[imagesOfPoint + 1][components * FqLanes.LIMBS * TOGETHER];
        double[][] y = new double[imagesOfPoint + 1][components * FqLanes.LIMBS * TOGETHER];
        int[] entries = new int[count];
        for (int k = 0; k < count; k++) {
            numbers[places[k]] = first + k;
            entries[k] = places[k] << 1;
        }
        for (int from = 0; from < count; from += TOGETHER) {
            int length = Math.min(TOGETHER, count - from);
            int blocks = (length + FqLanes.LANES - 1) / FqLanes.LANES;
            for (int row = 0; row < components; row++) {
                gather(x[0], row * blocks, row, entries, from, length);
                gather(y[0], row * blocks, components + row, entries, from, length);
            }
            images.fill(x, y, blocks);
            for (int part = 1; part <= imagesOfPoint; part++) {
                for (int row = 0; row < components; row++) {
                    scatter(x[part], row * blocks, row, places, from, length, part);
                    scatter(y[part], row * blocks, components + row, places, from, length, part);
                }
            }
        }
    }

    private void gather(double[] out, int block, int row, int[] entries, int at, int count) {
        FqLaneRows.gather(out, block * FqLanes.BLOCK, points.rows(), LaneRows.start(curve, 0) + row * LaneRows.ROW, LaneRows.doubles(curve), entries, at, count, 0);
    }

    private void scatter(double[] lanes, int block, int row, int[] places, int at, int count, int part) {
        for (int lane = 0; lane < count; lane++) {
            LaneRows.get(lanes, block * FqLanes.BLOCK, lane, points.rows(), LaneRows.start(curve, place(places[at + lane], part)) + row * LaneRows.ROW);
        }
    }

    @Override
    public int place(int point, int part) {
        return part == 0 ? point : capacity + numbers[point] * imagesOfPoint + part - 1;
    }

    @Override
    public Buckets buckets(int size) {
        return new LaneBuckets(points, size, idle);
    }
}
