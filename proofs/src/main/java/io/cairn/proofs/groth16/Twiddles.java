package io.cairn.proofs.groth16;

import io.cairn.proofs.Workers;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;

/** Tables of powers in bit-reversed order: there the entry of i | j is the product of those of i and j, for i and j without common bits. */
final class Twiddles {

    private static final int GRAIN = 1 << 10;

    private Twiddles() {
    }

    /** factor * root^(i reversed) at i, for i below half of 2^log2; reversed among log2 - 1 bits. */
    static long[] table(int log2, Scalar root, Scalar factor, Workers workers) {
        int count = log2 == 0 ? 1 : 1 << log2 - 1;
        long[] table = new long[Fr.LIMBS * count];
        factor.copyTo(table, 0);
        for (int level = 0; level < log2 - 1; level++) {
            long[] step = new long[Fr.LIMBS];
            root.power(1L << log2 - 2 - level).copyTo(step, 0);
            int known = 1 << level;
            workers.forEach((known + GRAIN - 1) / GRAIN, part -> {
                for (int i = part * GRAIN; i < Math.min(known, (part + 1) * GRAIN); i++) {
                    Fr.mul(table, Fr.LIMBS * (known + i), table, Fr.LIMBS * i, step, 0);
                }
            });
        }
        return table;
    }
}
