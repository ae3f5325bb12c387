package io.cairn.proofs.field;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/** Brings elements that stand in memory as rows, their eight limbs one behind the other, side by side into the blocks of {@link FqLanes}. */
public final class FqLaneRows {

    private static final LongVector EVEN_ONES = places(0, 8, 2, 10, 4, 12, 6, 14);
    private static final LongVector ODD_ONES = places(1, 9, 3, 11, 5, 13, 7, 15);
    private static final LongVector EVEN_PAIRS = places(0, 1, 8, 9, 4, 5, 12, 13);
    private static final LongVector ODD_PAIRS = places(2, 3, 10, 11, 6, 7, 14, 15);
    private static final LongVector LOWER_HALVES = places(0, 1, 2, 3, 8, 9, 10, 11);
    private static final LongVector UPPER_HALVES = places(4, 5, 6, 7, 12, 13, 14, 15);

    private FqLaneRows() {
    }

    /** Of two vectors' limbs, the second's counted from 8, those at these places. */
    private static LongVector places(long... places) {
        return LongVector.fromArray(LongVector.SPECIES_512, places, 0);
    }

    /**
     * Copies rows into lanes: that of lane e begins at {@code row + rowStride * (entries[at + e] >>> 1)}.
     *
     * @param signs 1 to negate the elements whose entry has its lowest bit set, else 0
     */
    public static void gather(double[] out, int o, double[] rows, int row, int rowStride, int[] entries, int at, int count, int signs) {
        int lane = 0;
        if (FqLanes.WIDTH == FqLanes.LANES) {
            for (; lane + FqLanes.LANES <= count; lane += FqLanes.LANES) {
                gatherBlock(out, o + lane * FqLanes.LIMBS, rows, row, rowStride, entries, at + lane, signs);
            }
        }
        for (; lane < count; lane++) {
            int entry = entries[at + lane];
            int from = row + rowStride * (entry >>> 1);
            int to = o + lane / FqLanes.LANES * FqLanes.BLOCK + lane % FqLanes.LANES;
            double sign = 1 - ((entry & signs) << 1);
            for (int k = 0; k < FqLanes.LIMBS; k++) {
                out[to + k * FqLanes.LANES] = sign * rows[from + k];
            }
        }
    }

    /** Eight rows are exchanged for columns in three steps: single limbs, pairs, halves. */
    private static void gatherBlock(double[] out, int o, double[] rows, int row, int rowStride, int[] entries, int at, int signs) {
        LongVector r0 = row(rows, row, rowStride, entries[at + 0], signs);
        LongVector r1 = row(rows, row, rowStride, entries[at + 1], signs);
        LongVector r2 = row(rows, row, rowStride, entries[at + 2], signs);
        LongVector r3 = row(rows, row, rowStride, entries[at + 3], signs);
        LongVector r4 = row(rows, row, rowStride, entries[at + 4], signs);
        LongVector r5 = row(rows, row, rowStride, entries[at + 5], signs);
        LongVector r6 = row(rows, row, rowStride, entries[at + 6], signs);
        LongVector r7 = row(rows, row, rowStride, entries[at + 7], signs);
        LongVector s0 = EVEN_ONES.selectFrom(r0, r1);
        LongVector s1 = ODD_ONES.selectFrom(r0, r1);
        LongVector s2 = EVEN_ONES.selectFrom(r2, r3);
        LongVector s3 = ODD_ONES.selectFrom(r2, r3);
        LongVector s4 = EVEN_ONES.selectFrom(r4, r5);
        LongVector s5 = ODD_ONES.selectFrom(r4, r5);
        LongVector s6 = EVEN_ONES.selectFrom(r6, r7);
        LongVector s7 = ODD_ONES.selectFrom(r6, r7);
        LongVector t0 = EVEN_PAIRS.selectFrom(s0, s2);
        LongVector t2 = ODD_PAIRS.selectFrom(s0, s2);
        LongVector t1 = EVEN_PAIRS.selectFrom(s1, s3);
        LongVector t3 = ODD_PAIRS.selectFrom(s1, s3);
        LongVector t4 = EVEN_PAIRS.selectFrom(s4, s6);
        LongVector t6 = ODD_PAIRS.selectFrom(s4, s6);
        LongVector t5 = EVEN_PAIRS.selectFrom(s5, s7);
        LongVector t7 = ODD_PAIRS.selectFrom(s5, s7);
        LOWER_HALVES.selectFrom(t0, t4).reinterpretAsDoubles().intoArray(out, o + 0 * FqLanes.LANES);
        LOWER_HALVES.selectFrom(t1, t5).reinterpretAsDoubles().intoArray(out, o + 1 * FqLanes.LANES);
        LOWER_HALVES.selectFrom(t2, t6).reinterpretAsDoubles().intoArray(out, o + 2 * FqLanes.LANES);
        LOWER_HALVES.selectFrom(t3, t7).reinterpretAsDoubles().intoArray(out, o + 3 * FqLanes.LANES);
        UPPER_HALVES.selectFrom(t0, t4).reinterpretAsDoubles().intoArray(out, o + 4 * FqLanes.LANES);
        UPPER_HALVES.selectFrom(t1, t5).reinterpretAsDoubles().intoArray(out, o + 5 * FqLanes.LANES);
        UPPER_HALVES.selectFrom(t2, t6).reinterpretAsDoubles().intoArray(out, o + 6 * FqLanes.LANES);
        UPPER_HALVES.selectFrom(t3, t7).reinterpretAsDoubles().intoArray(out, o + 7 * FqLanes.LANES);
    }

    private static LongVector row(double[] rows, int row, int rowStride, int entry, int signs) {
        return DoubleVector.fromArray(DoubleVector.SPECIES_512, rows, row + rowStride * (entry >>> 1)).reinterpretAsLongs()
                .lanewise(VectorOperators.XOR, (long) (entry & signs) << 63);
    }
}
