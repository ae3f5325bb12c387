package io.cairn.proofs.groth16;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cairn.proofs.curve.Curve;
import io.cairn.proofs.curve.FixedBase;
import io.cairn.proofs.curve.G1;
import io.cairn.proofs.curve.G2;
import io.cairn.proofs.curve.Point;
import io.cairn.proofs.curve.PointEncoding;
import io.cairn.proofs.curve.Points;
import io.cairn.proofs.field.Fr;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("vector")
class PointFileTest {

    private static final int COUNT = 40;

    private static byte[] encoded(Point generator) {
        Curve curve = generator.curve();
        long[] scalars = new long[Fr.LIMBS * COUNT];
        for (int k = 0; k < COUNT; k++) {
            Fr.fromLong(scalars, Fr.LIMBS * k, k + 1);
        }
        long[] points = FixedBase.of(generator, COUNT).multiply(scalars, 0, COUNT);
        byte[] bytes = new byte[COUNT * curve.uncompressedBytes()];
        for (int k = 0; k < COUNT; k++) {
            PointEncoding.writeUncompressed(curve, bytes, k * curve.uncompressedBytes(), points, k * curve.affineLimbs());
        }
        return bytes;
    }

    private static long[] oneByOne(Points points, long[] numbers) {
        int limbs = points.curve().affineLimbs();
        long[] out = new long[numbers.length * limbs];
        for (int k = 0; k < numbers.length; k++) {
            points.get(numbers[k], out, k * limbs);
        }
        return out;
    }

    /** From the file and kept: all in any order, some twice, and when some of them are known already. */
    @ParameterizedTest
    @CsvSource({"G1,1", "G1,8", "G1,37", "G2,19"})
    void pointsTogetherAreThoseOneByOne(String group, int count) {
        Point generator = group.equals("G1") ? G1.GENERATOR : G2.GENERATOR;
        Points file = new PointFile("points", generator.curve(), COUNT, MemorySegment.ofArray(encoded(generator)));
        long[] numbers = new Random(count).longs(count, 0, COUNT).toArray();
        long[] expected = oneByOne(file, numbers);
        long[] out = new long[expected.length];
        file.get(numbers, count, out);
        assertArrayEquals(expected, out);
        try (Arena arena = Arena.ofConfined()) {
            Points kept = new DecodedPoints(file, arena);
            kept.get(numbers[0], new long[out.length], 0);
            for (int round = 0; round < 2; round++) {
                long[] again = new long[expected.length];
                kept.get(numbers, count, again);
                assertArrayEquals(expected, again);
            }
            assertArrayEquals(expected, oneByOne(kept, numbers));
        }
    }

    /** The first bad point is named with the same words, wherever it stands: a flag, a coordinate that is too large, off the curve, infinite. */
    @ParameterizedTest
    @CsvSource({"0,0,32", "3,0,128", "8,48,127", "11,95,1", "31,47,2", "39,0,64"})
    void refusesTheSamePointsInTheSameWords(int bad, int at, int change) {
        byte[] bytes = encoded(G1.GENERATOR);
        bytes[bad * 96 + at] ^= (byte) change;
        if (change == 64) {
            Arrays.fill(bytes, bad * 96, bad * 96 + 96, (byte) 0);
            bytes[bad * 96] = 64;
        }
        Points file = new PointFile("points", G1.CURVE, COUNT, MemorySegment.ofArray(bytes));
        String expected = assertThrows(ParametersFormatException.class, () -> file.get(bad, new long[12], 0)).getMessage();
        long[] all = LongStream.range(0, COUNT).toArray();
        assertEquals(expected, assertThrows(ParametersFormatException.class, () -> file.get(all, COUNT, new long[12 * COUNT])).getMessage());
    }
}
