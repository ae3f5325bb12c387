package io.cairn.proofs.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.field.WithVectorsOnly;
import java.math.BigInteger;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** Buckets in lanes hold what plain ones hold: with equal and opposite points, crowded and empty buckets, filled at once and bit by bit. */
@Tag("vector")
class BucketsTest {

    private static final int POINTS = 30;
    private static final int[] PLACES = IntStream.range(0, POINTS).toArray();

    /** The first POINTS multiples of a generator. */
    private static long[] multiples(Point generator) {
        Curve curve = generator.curve();
        long[] points = new long[POINTS * curve.affineLimbs()];
        Point next = generator;
        for (int k = 0; k < POINTS; k++) {
            next.copyTo(points, k * curve.affineLimbs());
            next = next.plus(generator);
        }
        return points;
    }

    @AddLifecycleHook(WithVectorsOnly.class)
    @Property(tries = 60)
    void twinsAgree(@ForAll long seed, @ForAll boolean second, @ForAll @IntRange(min = 0, max = 300) int items,
                    @ForAll @IntRange(min = 1, max = 40) int size, @ForAll @IntRange(min = 1, max = POINTS) int different) {
        Curve curve = second ? G2.CURVE : G1.CURVE;
        long[] points = multiples(second ? G2.GENERATOR : G1.GENERATOR);
        LanePoints lanePoints = new LanePoints(curve, POINTS);
        lanePoints.set(PLACES, POINTS, points);
        Buckets plain = new PlainBuckets(curve, points, size);
        Buckets lanes = lanePoints.buckets(size);
        Buckets slicedPlain = new PlainBuckets(curve, points, size);
        Buckets slicedLanes = lanePoints.buckets(size);
        Random random = new Random(seed);
        for (int part = 0; part < 3; part++) {
            Items list = new Items(items);
            for (int k = 0; k < items; k++) {
                int bucket = random.nextBoolean() ? 0 : random.nextInt(size);
                list.add(bucket, random.nextInt(2 * different));
            }
            plain.add(list);
            lanes.add(list);
            addBySlices(slicedPlain, list, size);
            addBySlices(slicedLanes, list, size);
        }
        assertSame(curve, plain, lanes, size);
        assertSame(curve, plain, slicedPlain, size);
        assertSame(curve, plain, slicedLanes, size);
        if (size >= 8) {
            assertSame(curve, WeightedSums.byBits(plain, size / 8, 3), WeightedSums.byBits(lanes, size / 8, 3), size / 8 * 4);
        }
    }

    private static void addBySlices(Buckets buckets, Items list, int size) {
        for (int first = 0; first < size; first += (size + 2) / 3) {
            int count = Math.min((size + 2) / 3, size - first);
            Items ofSlice = new Items(list.count());
            for (int k = 0; k < list.count(); k++) {
                if (list.bucket(k) >= first && list.bucket(k) < first + count) {
                    ofSlice.add(list.bucket(k) - first, list.entry(k));
                }
            }
            buckets.slice(first, count).add(ofSlice);
        }
    }

    @Property(tries = 10)
    void weightedSumsAreSumsOfMultiples(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int windows, @ForAll @IntRange(min = 0, max = 7) int log2) {
        Curve curve = G1.CURVE;
        long[] points = multiples(G1.GENERATOR);
        SegmentPoints segment = SegmentPoints.of(curve, POINTS);
        segment.set(PLACES, POINTS, points);
        Buckets buckets = segment.buckets(windows << log2);
        Items items = new Items(windows << log2);
        long[] expected = new long[windows];
        Random random = new Random(seed);
        for (int bucket = 0; bucket < windows << log2; bucket++) {
            int entry = random.nextInt(2 * POINTS);
            if (random.nextInt(3) > 0) {
                items.add(bucket, entry);
                int number = (bucket & (1 << log2) - 1) + 1;
                expected[bucket >>> log2] += (long) number * ((entry >>> 1) + 1) * ((entry & 1) == 0 ? 1 : -1);
            }
        }
        buckets.add(items);
        Buckets bits = WeightedSums.byBits(buckets, windows, log2);
        for (int window = 0; window < windows; window++) {
            long[] total = new long[curve.jacobianLimbs()];
            for (int bit = log2; bit >= 0; bit--) {
                curve.twice(total, 0, total, 0);
                bits.addTo(total, window * (log2 + 1) + bit);
            }
            assertEquals(G1.GENERATOR.times(Scalar.of(BigInteger.valueOf(expected[window]))),
                    Point.ofJacobian(curve, total, 0));
        }
    }

    private static void assertSame(Curve curve, Buckets expected, Buckets actual, int size) {
        for (int bucket = 0; bucket < size; bucket++) {
            assertEquals(expected.isFilled(bucket), actual.isFilled(bucket), "bucket " + bucket);
            assertEquals(point(curve, expected, bucket), point(curve, actual, bucket), "bucket " + bucket);
        }
    }

    private static Point point(Curve curve, Buckets buckets, int bucket) {
        long[] total = new long[curve.jacobianLimbs()];
        buckets.addTo(total, bucket);
        return Point.ofJacobian(curve, total, 0);
    }
}
