package io.cairn.proofs.field;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cairn.proofs.MemoryBudget;
import io.cairn.proofs.MemoryReservation;
import java.lang.foreign.Arena;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrVectorTest {

    private static final int COUNT = 100;

    private final long[] limbs = elements();

    private static long[] elements() {
        Random random = new Random(1);
        long[] limbs = new long[Fr.LIMBS * COUNT];
        for (int k = 1; k < COUNT; k++) {
            Scalar.of(new BigInteger(300, random)).copyTo(limbs, Fr.LIMBS * k);
        }
        return limbs;
    }

    @Test
    void elementsRunsAndSlicesAreThoseOfTheArray() {
        try (Arena arena = Arena.ofConfined()) {
            FrVector vector = FrVector.of(limbs, arena);
            assertEquals(COUNT, vector.count());
            assertArrayEquals(limbs, vector.toArray());
            assertTrue(vector.isZero(0));
            assertFalse(vector.isZero(1));
            assertEquals(Scalar.ofLimbs(limbs, Fr.LIMBS * 7), vector.scalar(7));
            long[] run = new long[Fr.LIMBS * 10 + 1];
            vector.get(20, 10, run, 1);
            assertArrayEquals(Arrays.copyOfRange(limbs, Fr.LIMBS * 20, Fr.LIMBS * 30), Arrays.copyOfRange(run, 1, run.length));
            FrVector slice = vector.slice(90, 10);
            slice.put(9, limbs, 0);
            slice.put(0, 2, limbs, Fr.LIMBS * 5);
            assertTrue(vector.isZero(99));
            assertEquals(vector.scalar(6), vector.scalar(91));
            vector.put(40, slice);
            assertEquals(vector.scalar(98), vector.scalar(48));
            assertThrows(IndexOutOfBoundsException.class, () -> slice.scalar(10));
            assertThrows(IndexOutOfBoundsException.class, () -> vector.put(95, slice));
        }
    }

    @Test
    void lanesAreElementsAStrideApart() {
        try (Arena arena = Arena.ofConfined()) {
            FrVector vector = FrVector.of(limbs, arena);
            long[] words = new long[FrLaneWords.BLOCK];
            vector.getLanes(3, 9, words);
            vector.getLane(1, 5, words);
            for (int lane = 0; lane < FqLanes.LANES; lane++) {
                int element = lane == 5 ? 1 : 3 + 9 * lane;
                for (int word = 0; word < Fr.LIMBS; word++) {
                    assertEquals(limbs[Fr.LIMBS * element + word], words[FqLanes.LANES * word + lane]);
                }
            }
            FrVector other = FrVector.allocate(COUNT, arena);
            other.putLanes(2, 3, words);
            assertEquals(vector.scalar(1), other.scalar(17));
            assertEquals(vector.scalar(12), other.scalar(5));
            assertTrue(other.isZero(4));
        }
    }

    /** Behind the two thousand millionth limb and the four thousand millionth byte; only the pages that are touched take memory. */
    @Test
    void indicesGoBeyondThoseOfArrays() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "elsewhere memory is filled with zeros first");
        long count = (1L << 27) + 1000;
        try (MemoryReservation memory = new MemoryBudget(FrVector.bytes(count)).reserve(FrVector.bytes(count), "large vector")) {
            FrVector vector = FrVector.allocate(count, memory.arena());
            vector.put(count - 1, limbs, Fr.LIMBS);
            vector.put((1L << 27) - 5, COUNT, limbs, 0);
            assertEquals(Scalar.ofLimbs(limbs, Fr.LIMBS), vector.scalar(count - 1));
            assertEquals(Scalar.ofLimbs(limbs, Fr.LIMBS * 9), vector.scalar((1L << 27) + 4));
            long[] words = new long[FrLaneWords.BLOCK];
            vector.getLanes(0, 1L << 24, words);
            assertEquals(0, words[1]);
            vector.getLanes((1L << 27) - 5, 2, words);
            assertEquals(limbs[Fr.LIMBS * 14], words[7]);
            assertEquals(1000, vector.slice(1L << 27, 1000).count());
        }
    }
}
