package io.cairn.proofs.curve;

import io.cairn.proofs.KernelTrial;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.field.VectorWidth;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Kernels of points at work, in both groups. */
public final class CurveTrials {

    private static final int BATCH = 1024;
    private static final int ITEMS_OF_BUCKET = 16;

    private CurveTrials() {
    }

    /** All of them. */
    public static List<KernelTrial> all() {
        return Stream.concat(of("G1", G1.GENERATOR).stream(), of("G2", G2.GENERATOR).stream()).toList();
    }

    private static List<KernelTrial> of(String group, Point generator) {
        int affine = generator.curve().affineLimbs() * Long.BYTES;
        int images = LaneImages.of(generator.curve()).parts().count();
        List<KernelTrial> trials = new ArrayList<>(List.of(
                new KernelTrial(group + ": affine additions", BATCH, 1, "an inversion of each batch", count -> additions(generator, count)),
                KernelTrial.of(group + ": uncompressed points read", 256, count -> uncompressed(generator, count)),
                new KernelTrial(group + ": multiples of a fixed base", BATCH, affine + 64, "products, digits, inversions", count -> fixedBase(generator, count)),
                new KernelTrial(group + ": points for buckets", BATCH, 4 * affine / 3, "rows", count -> points(generator, count)),
                new KernelTrial(group + ": buckets of a sum", 8 * BATCH, 32, "runs, their sums", count -> buckets(generator, count)),
                new KernelTrial(group + ": sums from a table", 64, 80 * affine, "digits, sums of pairs", count -> table(generator, count)),
                new KernelTrial(group + ": multiples of many points", 32, (11 * images + 56) * affine, "tables of images, odd multiples, digits", count -> multiples(generator, count)),
                new KernelTrial(group + ": sum of products", BATCH, 32 * affine, "points, digits, buckets", count -> sum(generator, count))));
        if (VectorWidth.chosen().isVector()) {
            trials.add(KernelTrial.of(group + ": Jacobian lanes", 16, count -> jacobian(generator, count)));
            trials.add(new KernelTrial(group + ": compressed points read", 32, 32 * affine, "points, powers", count -> compressed(generator, count)));
        }
        if (VectorWidth.chosen().isVector() && generator.curve() == G1.CURVE) {
            trials.add(new KernelTrial("G1: subgroup", 32, 32 * affine, "lanes", count -> subgroup(generator, count)));
        }
        return trials;
    }

    private static long[] scalars(int count) {
        Random random = new Random(count);
        long[] scalars = new long[Fr.LIMBS * count];
        for (int k = 0; k < count; k++) {
            Fr.fromBigInteger(scalars, Fr.LIMBS * k, new BigInteger(300, random));
        }
        return scalars;
    }

    /** Affine points of the subgroup that have nothing to do with each other. */
    private static long[] affine(Point generator, int count) {
        return FixedBase.of(generator, count).multiply(scalars(count), 0, count);
    }

    private static Runnable additions(Point generator, int count) {
        long[] points = affine(generator, 2 * count);
        long[] sums = new long[points.length / 2];
        AffineAdder adder = AffineAdder.of(generator.curve(), BATCH);
        return () -> {
            adder.over(points, points, sums);
            for (int k = 0; k < count; k++) {
                adder.add(4 * k, 4 * k + 2, k);
            }
            adder.flush();
        };
    }

    private static byte[] encoded(Curve curve, long[] points, int count) {
        byte[] bytes = new byte[count * curve.uncompressedBytes()];
        for (int k = 0; k < count; k++) {
            PointEncoding.writeUncompressed(curve, bytes, k * curve.uncompressedBytes(), points, k * curve.affineLimbs());
        }
        return bytes;
    }

    private static Runnable uncompressed(Point generator, int count) {
        Curve curve = generator.curve();
        long[] points = affine(generator, count);
        byte[] bytes = encoded(curve, points, count);
        return () -> {
            int read = PointEncoding.readSideBySide(curve, points, 0, bytes, 0, count);
            for (int k = read; k < count; k++) {
                PointEncoding.readUncompressed(curve, points, k * curve.affineLimbs(), bytes, k * curve.uncompressedBytes());
            }
        };
    }

    private static Runnable fixedBase(Point generator, int count) {
        FixedBase base = FixedBase.of(generator, BATCH);
        long[] scalars = scalars(count);
        return () -> base.multiply(scalars, 0, count);
    }

    private static Runnable points(Point generator, int count) {
        long[] affine = affine(generator, count);
        SegmentPoints points = SegmentPoints.of(generator.curve(), count);
        int[] places = IntStream.range(0, count).toArray();
        return () -> points.set(places, count, affine);
    }

    private static Runnable buckets(Point generator, int count) {
        SegmentPoints points = SegmentPoints.of(generator.curve(), count);
        points.set(IntStream.range(0, count).toArray(), count, affine(generator, count));
        int size = count / ITEMS_OF_BUCKET;
        Items items = new Items(count);
        Random random = new Random(count);
        for (int k = 0; k < count; k++) {
            items.add(random.nextInt(size), k << 1 | random.nextInt(2));
        }
        return () -> points.buckets(size).add(items);
    }

    private static Runnable table(Point generator, int count) {
        long[] scalars = scalars(count);
        List<Scalar> values = IntStream.range(0, count).mapToObj(k -> Scalar.ofLimbs(scalars, Fr.LIMBS * k)).toList();
        PointTable table = new PointTable(list(generator, count));
        return () -> table.sum(values);
    }

    private static List<Point> list(Point generator, int count) {
        long[] points = affine(generator, count);
        return IntStream.range(0, count).mapToObj(k -> Point.ofAffine(generator.curve(), points, k * generator.curve().affineLimbs())).toList();
    }

    private static Runnable multiples(Point generator, int count) {
        PointVector points = PointVector.of(list(generator, count));
        Scalars scalars = Scalars.of(scalars(count), count);
        PointMultiples multiples = new PointMultiples(Workers.CALLER);
        return () -> multiples.multiples(points, scalars, Progress.NONE);
    }

    private static Runnable sum(Point generator, int count) {
        PointVector points = PointVector.of(list(generator, count));
        Scalars scalars = Scalars.of(scalars(count), count);
        MultiScalarMultiplication sum = new MultiScalarMultiplication(Workers.CALLER);
        return () -> sum.sum(points, 0, scalars, Progress.NONE);
    }

    private static Runnable jacobian(Point generator, int count) {
        JacobianLanes lanes = new JacobianLanes(generator.curve(), 1);
        JacobianLanes.Points sum = lanes.load(affine(generator, 8), 8);
        JacobianLanes.Points other = lanes.load(affine(generator, 9), 8);
        return () -> {
            for (int k = 0; k < count; k++) {
                lanes.twice(sum, sum);
                lanes.add(sum, sum, other);
            }
        };
    }

    private static Runnable compressed(Point generator, int count) {
        List<byte[]> encoded = list(generator, count).stream().map(Point::toCompressed).toList();
        List<byte[]> none = List.of();
        return generator.curve() == G1.CURVE ? () -> ManyPoints.fromCompressed(encoded, none) : () -> ManyPoints.fromCompressed(none, encoded);
    }

    private static Runnable subgroup(Point generator, int count) {
        List<Point> points = list(generator, count);
        return () -> ManyPoints.areInSubgroup(points);
    }
}
