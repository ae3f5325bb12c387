package io.cairn.proofs.curve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cairn.proofs.field.Fq;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.VectorWidth;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("vector")
class UncompressedLanesTest {

    private static final int COUNT = 29;

    private static Point generator(String group) {
        return group.equals("G1") ? G1.GENERATOR : G2.GENERATOR;
    }

    private static long[] points(Point generator) {
        Random random = new Random(COUNT);
        long[] scalars = new long[Fr.LIMBS * COUNT];
        for (int k = 0; k < COUNT; k++) {
            Fr.fromBigInteger(scalars, Fr.LIMBS * k, new BigInteger(256, random));
        }
        return FixedBase.of(generator, COUNT).multiply(scalars, 0, COUNT);
    }

    private static byte[] encoded(Curve curve, long[] points) {
        byte[] bytes = new byte[3 + COUNT * curve.uncompressedBytes()];
        for (int k = 0; k < COUNT; k++) {
            PointEncoding.writeUncompressed(curve, bytes, 3 + k * curve.uncompressedBytes(), points, k * curve.affineLimbs());
        }
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"G1", "G2"})
    void readsWhatTheScalarFormReads(String group) {
        Curve curve = generator(group).curve();
        long[] points = points(generator(group));
        byte[] bytes = encoded(curve, points);
        for (int count = 0; count <= COUNT; count++) {
            long[] out = new long[5 + points.length];
            assertEquals(VectorWidth.chosen().isVector() ? count : 0, PointEncoding.readSideBySide(curve, out, 5, bytes, 3, count));
            long[] expected = new long[out.length];
            for (int k = 0; VectorWidth.chosen().isVector() && k < count; k++) {
                PointEncoding.readUncompressed(curve, expected, 5 + k * curve.affineLimbs(), bytes, 3 + k * curve.uncompressedBytes());
            }
            assertArrayEquals(expected, out);
        }
    }

    /** Each bit of some points, one after the other: no such point is on the curve, and some have flags or coordinates above the order. */
    @ParameterizedTest
    @ValueSource(strings = {"G1", "G2"})
    void refusesAPointOfWhichABitIsWrong(String group) {
        Curve curve = generator(group).curve();
        byte[] bytes = encoded(curve, points(generator(group)));
        for (int bit = 0; bit < 8 * curve.uncompressedBytes(); bit++) {
            int wrong = bit % COUNT;
            byte[] changed = bytes.clone();
            changed[3 + wrong * curve.uncompressedBytes() + bit / 8] ^= (byte) (0x80 >>> bit % 8);
            assertIsNotRead(curve, changed, wrong);
        }
    }

    /** The same residues and one more than the order: what is on the curve only after a reduction is malformed. */
    @ParameterizedTest
    @ValueSource(strings = {"G1", "G2"})
    void refusesACoordinateThatIsNotReduced(String group) {
        Curve curve = generator(group).curve();
        byte[] bytes = encoded(curve, points(generator(group)));
        for (int coordinate = 0; coordinate < curve.uncompressedBytes() / Fq.BYTES; coordinate++) {
            byte[] changed = bytes.clone();
            int at = 3 + 20 * curve.uncompressedBytes() + coordinate * Fq.BYTES;
            BigInteger value = new BigInteger(1, Arrays.copyOfRange(changed, at, at + Fq.BYTES)).add(Fq.MODULUS);
            byte[] sum = value.toByteArray();
            assertEquals(Fq.BYTES, sum.length);
            System.arraycopy(sum, 0, changed, at, Fq.BYTES);
            assertIsNotRead(curve, changed, 20);
        }
    }

    private static void assertIsNotRead(Curve curve, byte[] bytes, int wrong) {
        int read = PointEncoding.readSideBySide(curve, new long[COUNT * curve.affineLimbs()], 0, bytes, 3, COUNT);
        assertEquals(VectorWidth.chosen().isVector() ? wrong / 8 * 8 : 0, read);
        long[] out = new long[curve.affineLimbs()];
        assertThrows(PointFormatException.class, () -> PointEncoding.readUncompressed(curve, out, 0, bytes, 3 + wrong * curve.uncompressedBytes()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"G1", "G2"})
    void leavesInfinityAndMissingBytesToTheScalarForm(String group) {
        Curve curve = generator(group).curve();
        long[] points = points(generator(group));
        Arrays.fill(points, 10 * curve.affineLimbs(), 11 * curve.affineLimbs(), 0);
        byte[] bytes = encoded(curve, points);
        long[] out = new long[points.length];
        assertEquals(VectorWidth.chosen().isVector() ? 8 : 0, PointEncoding.readSideBySide(curve, out, 0, bytes, 3, COUNT));
        assertThrows(PointFormatException.class, () -> PointEncoding.readSideBySide(curve, out, 0, bytes, 4, COUNT));
    }
}
