package io.cairn.proofs.groth16;

import io.cairn.proofs.Progress;
import io.cairn.proofs.Workers;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.FrVector;
import io.cairn.proofs.field.Scalar;
import java.lang.foreign.Arena;

/** Tables of powers in bit-reversed order: there the entry of i | j is the product of those of i and j, for i and j without common bits. */
final class Twiddles {

    private static final int GRAIN = 1 << 10;

    private Twiddles() {
    }

    /** Entries of a domain's table. */
    static long count(int log2) {
        return log2 == 0 ? 1 : 1L << log2 - 1;
    }

    /** factor * root^(i reversed) at i, for i below half of 2^log2; reversed among log2 - 1 bits. */
    static FrVector table(int log2, Scalar root, Scalar factor, Workers workers, Arena arena) {
        FrVector table = FrVector.allocate(count(log2), arena);
        long[] first = new long[Fr.LIMBS];
        factor.copyTo(first, 0);
        table.put(0, first, 0);
        for (int level = 0; level < log2 - 1; level++) {
            long[] step = new long[Fr.LIMBS];
            root.power(1L << log2 - 2 - level).copyTo(step, 0);
            long known = 1L << level;
            workers.forEachRange(known, GRAIN, Progress.NONE, (from, to) -> multiply(table, from, (int) (to - from), step, known));
        }
        return table;
    }

    private static void multiply(FrVector table, long from, int count, long[] step, long known) {
        long[] part = new long[Fr.LIMBS * count];
        table.get(from, count, part, 0);
        for (int at = 0; at < part.length; at += Fr.LIMBS) {
            Fr.mul(part, at, part, at, step, 0);
        }
        table.put(known + from, count, part, 0);
    }
}
