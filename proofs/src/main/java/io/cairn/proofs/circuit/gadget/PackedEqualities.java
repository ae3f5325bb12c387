package io.cairn.proofs.circuit.gadget;

import io.cairn.proofs.circuit.LinearCombination;
import io.cairn.proofs.circuit.Variable;
import io.cairn.proofs.field.Fr;
import java.util.Arrays;

/**
 * Equalities of small sums, packed side by side into rows as long as the field holds them; bellperson: src/gadgets/multieq.rs. A witness makes both sides of
 * a row the same number, which is all that is kept of them where values are.
 */
final class PackedEqualities {

    private static final int CAPACITY = 254;

    private final Rows rows;
    private final boolean assigned;
    private final LinearCombination left = new LinearCombination();
    private final LinearCombination right = new LinearCombination();
    private final LinearCombination one = new LinearCombination().add(Variable.ONE, Coefficients.ONE, 0);
    private final long[] number = new long[Fr.LIMBS];
    private final long[] values = new long[Rows.VALUES];
    private int used;

    PackedEqualities(Rows rows) {
        this.rows = rows;
        this.assigned = rows.system().assigned();
        Fr.setOne(values, Fr.LIMBS);
    }

    /**
     * The sum of the words equals the number with the given bits, which has room for the largest sum.
     *
     * @param bits   of each word
     * @param length bits of the result
     * @param total  value of either, below 2^length
     */
    void sum(int[][] words, int bits, int[] result, int length, long total) {
        if (used + length >= CAPACITY) {
            flush();
        }
        if (assigned) {
            add(total);
        } else {
            for (int[] word : words) {
                add(left, word, bits);
            }
            add(right, result, length);
        }
        used += length;
    }

    private void add(LinearCombination side, int[] literals, int count) {
        for (int i = 0; i < count; i++) {
            Rows.plus(side, literals[i], used + i);
        }
    }

    /** Totals do not overlap, so there is nothing to carry. */
    private void add(long total) {
        int limb = used / Long.SIZE;
        int shift = used % Long.SIZE;
        number[limb] |= total << shift;
        if (shift > 0 && limb + 1 < Fr.LIMBS) {
            number[limb + 1] |= total >>> Long.SIZE - shift;
        }
    }

    /** Writes what is pending as one row. */
    void flush() {
        if (used > 0) {
            if (assigned) {
                Fr.toMontgomery(values, 0, number, 0);
                System.arraycopy(values, 0, values, 2 * Fr.LIMBS, Fr.LIMBS);
                rows.system().row(values, 0);
                Arrays.fill(number, 0);
            } else {
                rows.system().enforce(left, one, right);
                left.clear();
                right.clear();
            }
            used = 0;
        }
    }
}
