package io.cairn.proofs.field;

import io.cairn.proofs.dispatch.ProofDispatcher;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Elements of the scalar field outside the heap, as many as there is memory for: four Montgomery limbs each, as in {@link Fr}. They live as long as their arena.
 * Safe for many threads as long as they touch different elements.
 *
 * <p>Kernels take elements to small arrays of the heap, compute there and put them back.
 */
public final class FrVector {

    private static final ValueLayout.OfLong LIMB = ValueLayout.JAVA_LONG;
    private static final int LIMB_BYTES = Long.BYTES;

    private final MemorySegment memory;

    private FrVector(MemorySegment memory) {
        this.memory = memory;
    }

    /** Zeros. */
    public static FrVector allocate(long count, Arena arena) {
        ProofDispatcher.giveWay(); // The system hands memory out by pages, which takes milliseconds for some million elements.
        return new FrVector(arena.allocate(bytes(count), Fr.BYTES));
    }

    /** A copy of the elements in an array. */
    public static FrVector of(long[] limbs, Arena arena) {
        FrVector vector = allocate(limbs.length / Fr.LIMBS, arena);
        vector.put(0, limbs.length / Fr.LIMBS, limbs, 0);
        return vector;
    }

    /** Bytes that so many elements take. */
    public static long bytes(long count) {
        return Math.multiplyExact(count, (long) Fr.BYTES);
    }

    /** Number of elements. */
    public long count() {
        return memory.byteSize() / Fr.BYTES;
    }

    /** The {@code count} elements from {@code first} on, in the same memory. */
    public FrVector slice(long first, long count) {
        return new FrVector(memory.asSlice(first * Fr.BYTES, bytes(count)));
    }

    /** Copies one element to the array. */
    public void get(long index, long[] out, int o) {
        long at = index * Fr.BYTES;
        out[o] = memory.get(LIMB, at);
        out[o + 1] = memory.get(LIMB, at + LIMB_BYTES);
        out[o + 2] = memory.get(LIMB, at + 2 * LIMB_BYTES);
        out[o + 3] = memory.get(LIMB, at + 3 * LIMB_BYTES);
    }

    /** Replaces one element by that of the array. */
    public void put(long index, long[] in, int i) {
        long at = index * Fr.BYTES;
        memory.set(LIMB, at, in[i]);
        memory.set(LIMB, at + LIMB_BYTES, in[i + 1]);
        memory.set(LIMB, at + 2 * LIMB_BYTES, in[i + 2]);
        memory.set(LIMB, at + 3 * LIMB_BYTES, in[i + 3]);
    }

    /** One element. */
    public Scalar scalar(long index) {
        long[] limbs = new long[Fr.LIMBS];
        get(index, limbs, 0);
        return Scalar.ofLimbs(limbs, 0);
    }

    /** The lowest limb of an element: enough to tell one from zero. */
    public long lowestLimb(long index) {
        return memory.get(LIMB, index * Fr.BYTES);
    }

    /** Whether an element is zero. */
    public boolean isZero(long index) {
        long at = index * Fr.BYTES;
        return (memory.get(LIMB, at) | memory.get(LIMB, at + LIMB_BYTES) | memory.get(LIMB, at + 2 * LIMB_BYTES) | memory.get(LIMB, at + 3 * LIMB_BYTES)) == 0;
    }

    /** All elements, if an array can hold them. */
    public long[] toArray() {
        return memory.toArray(LIMB);
    }

    /** Copies a run of elements to the array. */
    public void get(long first, int count, long[] out, int o) {
        MemorySegment.copy(memory, LIMB, first * Fr.BYTES, out, o, count * Fr.LIMBS);
    }

    /** Replaces a run of elements by those of the array. */
    public void put(long first, int count, long[] in, int i) {
        MemorySegment.copy(in, i, memory, LIMB, first * Fr.BYTES, count * Fr.LIMBS);
    }

    /** Replaces a run of elements by those of another vector. */
    public void put(long first, FrVector other) {
        MemorySegment.copy(other.memory, 0, memory, first * Fr.BYTES, other.memory.byteSize());
    }

    /**
     * Spreads {@link FqLanes#LANES} elements over the lanes of {@link FrLaneWords#BLOCK} words: limb by limb, lanes adjacent.
     *
     * @param stride elements from lane to lane
     */
    public void getLanes(long first, long stride, long[] words) {
        long at = first * Fr.BYTES;
        for (int lane = 0; lane < FqLanes.LANES; lane++, at += stride * Fr.BYTES) {
            words[lane] = memory.get(LIMB, at);
            words[FqLanes.LANES + lane] = memory.get(LIMB, at + LIMB_BYTES);
            words[2 * FqLanes.LANES + lane] = memory.get(LIMB, at + 2 * LIMB_BYTES);
            words[3 * FqLanes.LANES + lane] = memory.get(LIMB, at + 3 * LIMB_BYTES);
        }
    }

    /** Copies one element to one of the lanes of {@link #getLanes}. */
    public void getLane(long index, int lane, long[] words) {
        long at = index * Fr.BYTES;
        words[lane] = memory.get(LIMB, at);
        words[FqLanes.LANES + lane] = memory.get(LIMB, at + LIMB_BYTES);
        words[2 * FqLanes.LANES + lane] = memory.get(LIMB, at + 2 * LIMB_BYTES);
        words[3 * FqLanes.LANES + lane] = memory.get(LIMB, at + 3 * LIMB_BYTES);
    }

    /** Puts the lanes of {@link #getLanes} back. */
    public void putLanes(long first, long stride, long[] words) {
        long at = first * Fr.BYTES;
        for (int lane = 0; lane < FqLanes.LANES; lane++, at += stride * Fr.BYTES) {
            memory.set(LIMB, at, words[lane]);
            memory.set(LIMB, at + LIMB_BYTES, words[FqLanes.LANES + lane]);
            memory.set(LIMB, at + 2 * LIMB_BYTES, words[2 * FqLanes.LANES + lane]);
            memory.set(LIMB, at + 3 * LIMB_BYTES, words[3 * FqLanes.LANES + lane]);
        }
    }
}
