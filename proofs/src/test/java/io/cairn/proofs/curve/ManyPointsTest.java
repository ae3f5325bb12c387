package io.cairn.proofs.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cairn.proofs.field.Fq;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.field.WithVectorsOnly;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** Points in lanes agree with those worked out one by one; where there are no vectors there is nothing to check. */
@Tag("vector")
class ManyPointsTest {

    private static final BigInteger R = new BigInteger("73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001", 16);
    private static final BigInteger COFACTOR = new BigInteger("396c8c005555e1568c00aaab0000aaab", 16);

    @AddLifecycleHook(WithVectorsOnly.class)
    @Property(tries = 10)
    void subgroupsAreToldApart(@ForAll long seed, @ForAll @IntRange(min = 1, max = 19) int count) {
        Random random = new Random(seed);
        List<Point> points = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            Point any = onCurve(random);
            points.add(switch (random.nextInt(4)) {
                case 0 -> any;
                case 1 -> times(any, R);
                case 2 -> times(any, R.multiply(COFACTOR).divide(BigInteger.valueOf(random.nextBoolean() ? 3 : 11)));
                default -> times(any, COFACTOR);
            });
        }
        points.removeIf(Point::isInfinity);
        points.add(G1.GENERATOR);
        boolean[] answers = ManyPoints.inSubgroup(points);
        for (int k = 0; k < points.size(); k++) {
            assertEquals(times(points.get(k), R).isInfinity(), answers[k]);
            assertEquals(answers[k], points.get(k).isInSubgroup());
        }
    }

    @AddLifecycleHook(WithVectorsOnly.class)
    @Property(tries = 10)
    void compressedPointsComeBack(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int count) {
        Random random = new Random(seed);
        List<Point> points = new ArrayList<>();
        List<byte[]> ofG1 = new ArrayList<>();
        List<byte[]> ofG2 = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            points.add(k, G1.GENERATOR.times(Scalar.of(random.nextLong() >>> 40 | 1)));
            points.add(G2.GENERATOR.times(Scalar.of(random.nextLong() >>> 40 | 1)));
            ofG1.add(points.get(k).toCompressed());
            ofG2.add(points.getLast().toCompressed());
        }
        assertEquals(Optional.of(points), ManyPoints.fromCompressed(ofG1, ofG2));
        byte[] altered = ofG1.getLast();
        altered[47] ^= 1;
        ofG1.set(count - 1, altered);
        assertEquals(onCurve(altered), ManyPoints.fromCompressed(ofG1, ofG2).isPresent());
        ofG1.set(count - 1, Point.infinity(G1.CURVE).toCompressed());
        assertEquals(Optional.empty(), ManyPoints.fromCompressed(ofG1, ofG2));
    }

    @AddLifecycleHook(WithVectorsOnly.class)
    @Property(tries = 10)
    void uncompressedPointsComeBackUnlessOneIsOutOfTheOrdinary(@ForAll long seed, @ForAll @IntRange(min = 1, max = 19) int count) {
        Random random = new Random(seed);
        List<Point> points = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            points.add(G1.GENERATOR.times(Scalar.of(random.nextLong() >>> 40 | 1)));
        }
        assertEquals(Optional.of(points), ManyPoints.fromUncompressed(uncompressed(points), count));
        int place = random.nextInt(count);
        for (Point other : List.of(Point.infinity(G1.CURVE), onCurve(random))) {
            List<Point> altered = new ArrayList<>(points);
            altered.set(place, other);
            assertEquals(other.isInSubgroup() && !other.isInfinity(), ManyPoints.fromUncompressed(uncompressed(altered), count).isPresent());
        }
        byte[] offCurve = uncompressed(points);
        offCurve[96 * place + 95] ^= 1;
        assertEquals(Optional.empty(), ManyPoints.fromUncompressed(offCurve, count));
    }

    private static byte[] uncompressed(List<Point> points) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        points.forEach(point -> out.writeBytes(point.toUncompressed()));
        return out.toByteArray();
    }

    private static boolean onCurve(byte[] compressed) {
        try {
            PointEncoding.readCompressed(G1.CURVE, compressed);
            return true;
        } catch (PointFormatException none) {
            return false;
        }
    }

    private static Point times(Point point, BigInteger factor) {
        long[] product = new long[G1.CURVE.jacobianLimbs()];
        G1.CURVE.multiply(product, 0, point.toAffine(), 0, factor);
        return Point.ofJacobian(G1.CURVE, product, 0);
    }

    /** A point of the whole curve, mostly outside of the subgroup. */
    private static Point onCurve(Random random) {
        long[] affine = new long[G1.CURVE.affineLimbs()];
        do {
            Fq.fromBigInteger(affine, 0, new BigInteger(400, random));
            G1.CURVE.rightSide(affine, Fq.LIMBS, affine, 0);
        } while (!G1.CURVE.coordinates().squareRoot(affine, Fq.LIMBS, affine, Fq.LIMBS));
        return Point.ofAffine(G1.CURVE, affine, 0);
    }
}
