package io.cairn.proofs.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds in both groups, written once. */
abstract class GroupLaws {

    private static final int TRIES = 15;
    private final Point generator;

    GroupLaws(Point generator) {
        this.generator = generator;
    }

    /** A scalar that depends on the seed; small seeds give themselves. */
    static Scalar scalar(long seed) {
        if (seed >= -5 && seed <= 5) {
            return Scalar.of(BigInteger.valueOf(seed));
        }
        return Scalar.of(new BigInteger(256, new Random(seed)));
    }

    private Point point(long seed) {
        return generator.times(scalar(seed));
    }

    @Property(tries = TRIES)
    void additionIsACommutativeGroup(@ForAll long x, @ForAll long y, @ForAll long z) {
        Point a = point(x);
        Point b = point(y);
        Point c = point(z);
        Point infinity = Point.infinity(generator.curve());
        assertEquals(a.plus(b), b.plus(a));
        assertEquals(a.plus(b).plus(c), a.plus(b.plus(c)));
        assertEquals(a, a.plus(infinity));
        assertEquals(a, infinity.plus(a));
        assertEquals(infinity, a.plus(a.negated()));
    }

    @Property(tries = TRIES)
    void multiplicationIsLinear(@ForAll long x, @ForAll long y) {
        Scalar a = scalar(x);
        Scalar b = scalar(y);
        assertEquals(generator.times(a).plus(generator.times(b)), generator.times(a.plus(b)));
        assertEquals(generator.times(a).times(b), generator.times(a.times(b)));
        assertEquals(point(x).plus(point(x)), point(x).times(Scalar.of(2)));
    }

    @Property(tries = TRIES)
    void bytesComeBack(@ForAll long x) {
        Point a = point(x);
        assertEquals(a, Point.fromCompressed(a.curve(), a.toCompressed()));
        assertEquals(a, Point.fromUncompressed(a.curve(), a.toUncompressed()));
        assertEquals(a.negated(), Point.fromCompressed(a.curve(), a.negated().toCompressed()));
    }

    @Example
    void theGeneratorHasPrimeOrder() {
        assertTrue(generator.isInSubgroup());
        long[] product = new long[generator.curve().jacobianLimbs()];
        generator.curve().multiply(product, 0, generator.toAffine(), 0, Fr.MODULUS);
        assertTrue(generator.curve().isInfinity(product, 0));
    }

    @Example
    void pointsOutsideTheSubgroupAreRefused() {
        Curve curve = generator.curve();
        int found = 0;
        for (int x = 1; found < 3 && x < 60; x++) {
            byte[] bytes = new byte[curve.compressedBytes()];
            bytes[bytes.length - 1] = (byte) x;
            bytes[0] = (byte) 0x80;
            Point point;
            try {
                point = PointEncoding.readCompressed(curve, bytes);
            } catch (PointFormatException noSuchPoint) {
                continue;
            }
            found++;
            assertFalse(point.isInSubgroup());
            assertThrows(PointFormatException.class, () -> Point.fromCompressed(curve, bytes));
            assertEquals(point, Point.fromUncompressedOnCurve(curve, point.toUncompressed()));
            assertThrows(PointFormatException.class, () -> Point.fromUncompressed(curve, point.toUncompressed()));
        }
        assertEquals(3, found);
    }

    @Example
    void malformedBytesAreRefused() {
        Curve curve = generator.curve();
        byte[] compressed = generator.toCompressed();
        byte[] uncompressed = generator.toUncompressed();
        refuseCompressed(curve, Arrays.copyOf(compressed, compressed.length - 1));
        refuseCompressed(curve, Arrays.copyOf(compressed, compressed.length + 1));
        refuseCompressed(curve, with(compressed, compressed[0] & 0x7f));
        refuseCompressed(curve, with(compressed, 0x9f));
        refuseCompressed(curve, with(compressed, 0xc0));
        refuseCompressed(curve, with(new byte[compressed.length], 0xe0));
        assertTrue(Point.fromCompressed(curve, with(new byte[compressed.length], 0xc0)).isInfinity());
        refuseUncompressed(curve, with(uncompressed, uncompressed[0] | 0x80));
        refuseUncompressed(curve, with(uncompressed, uncompressed[0] ^ 1));
        refuseUncompressed(curve, with(uncompressed, 0x40));
        refuseUncompressed(curve, with(uncompressed, 0x1f));
        assertTrue(Point.fromUncompressed(curve, with(new byte[uncompressed.length], 0x40)).isInfinity());
    }

    private static byte[] with(byte[] bytes, int first) {
        byte[] out = bytes.clone();
        out[0] = (byte) first;
        return out;
    }

    private static void refuseCompressed(Curve curve, byte[] bytes) {
        assertThrows(PointFormatException.class, () -> Point.fromCompressed(curve, bytes));
    }

    private static void refuseUncompressed(Curve curve, byte[] bytes) {
        assertThrows(PointFormatException.class, () -> Point.fromUncompressed(curve, bytes));
    }
}
