package io.cairn.proofs.circuit.gadget;

import io.cairn.proofs.circuit.LinearCombination;
import io.cairn.proofs.circuit.Variable;

/** Equalities of small sums, packed side by side into rows as long as the field holds them; bellperson: src/gadgets/multieq.rs. */
final class PackedEqualities {

    private static final int CAPACITY = 254;

    private final Rows rows;
    private final LinearCombination left = new LinearCombination();
    private final LinearCombination right = new LinearCombination();
    private final LinearCombination one = new LinearCombination().add(Variable.ONE, Coefficients.ONE, 0);
    private int used;

    PackedEqualities(Rows rows) {
        this.rows = rows;
    }

    /** The sum of the words equals the number with the given bits, which has room for the largest sum. */
    void sum(int[][] words, int[] bits) {
        if (used + bits.length >= CAPACITY) {
            flush();
        }
        for (int[] word : words) {
            add(left, word);
        }
        add(right, bits);
        used += bits.length;
    }

    private void add(LinearCombination side, int[] bits) {
        for (int i = 0; i < bits.length; i++) {
            Rows.plus(side, bits[i], used + i);
        }
    }

    /** Writes what is pending as one row. */
    void flush() {
        if (used > 0) {
            rows.system().enforce(left, one, right);
            left.clear();
            right.clear();
            used = 0;
        }
    }
}
