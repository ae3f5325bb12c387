package io.cairn.proofs.groth16;

import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.FqLanes;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.FrLaneWords;
import io.cairn.proofs.field.FrLanes;
import io.cairn.proofs.field.FrVector;
import io.cairn.proofs.field.Scalar;
import java.lang.foreign.Arena;

/**
 * The powers of a domain's root in bit-reversed order, each times a factor: there the entry of i | j is the product of those of i and j, for i and j without
 * common bits. The inverses of the powers need no table of their own: since root^(m/2) = -1, they are the negatives of other entries.
 */
final class Twiddles {

    private static final int GRAIN = 1 << 10;

    private final FrVector table;

    /** Entry i, below half of m = 2^log2, is factor * root^(i reversed among log2 - 1 bits). */
    Twiddles(int log2, Scalar root, Scalar factor, Workers workers, Arena arena) {
        this.table = FrVector.allocate(count(log2), arena);
        long[] first = new long[Fr.LIMBS];
        factor.copyTo(first, 0);
        table.put(0, first, 0);
        for (int level = 0; level < log2 - 1; level++) {
            long[] step = new long[Fr.LIMBS];
            root.power(1L << log2 - 2 - level).copyTo(step, 0);
            long known = 1L << level;
            workers.forEachRange(known, GRAIN, Progress.NONE, (from, to) -> multiply(from, (int) (to - from), step, known));
        }
    }

    /** Entries of a domain's table. */
    static long count(int log2) {
        return log2 == 0 ? 1 : 1L << log2 - 1;
    }

    private void multiply(long from, int count, long[] step, long known) {
        long[] part = new long[Fr.LIMBS * count];
        table.get(from, count, part, 0);
        for (int at = 0; at < part.length; at += Fr.LIMBS) {
            Fr.mul(part, at, part, at, step, 0);
        }
        table.put(known + from, count, part, 0);
    }

    /** Entry i. */
    void get(long i, long[] out) {
        table.get(i, out, 0);
    }

    /** The factor divided by entry i's power. */
    void inverse(long i, long[] out) {
        table.get(mirrored(i), out, 0);
        if (i != 0) {
            Fr.negate(out, 0, out, 0);
        }
    }

    /** The entry whose exponent and that of entry i sum up to m/2; 0 stays. From m/2 - e all bits of e above the lowest set one differ. */
    private static long mirrored(long i) {
        return i == 0 ? 0 : i ^ Long.highestOneBit(i) - 1;
    }

    /** Entries {@code first}, {@code first + stride}, ... in the lanes of a reduced block. */
    void getLanes(long first, long stride, long[] words, double[] out) {
        table.getLanes(first, stride, words);
        FrLaneWords.unpack(out, 0, words, 0, 1);
        FrLanes.reduce(out, 0, 1);
    }

    /** The same of {@link #inverse}. */
    void inverseLanes(long first, long stride, long[] words, double[] out) {
        for (int lane = 0; lane < FqLanes.LANES; lane++) {
            table.getLane(mirrored(first + lane * stride), lane, words);
        }
        FrLaneWords.unpack(out, 0, words, 0, 1);
        FrLanes.reduce(out, 0, 1);
        for (int k = 0; k < out.length; k++) {
            out[k] = -out[k];
        }
        int ones = first != 0 ? 0 : stride == 0 ? FqLanes.LANES : 1;
        for (int lane = 0; lane < ones; lane++) {
            for (int k = lane; k < out.length; k += FqLanes.LANES) {
                out[k] = -out[k];
            }
        }
    }
}
