package io.cairn.proofs.circuit;

import java.util.BitSet;

/**
 * Which variables occur with a non-zero coefficient: those alone have a point in the parameters. Inputs all count in A, by the rows that
 * setup and prover append, and are not listed there.
 *
 * @param aAux   auxiliary variables in A
 * @param bInput inputs in B
 * @param bAux   auxiliary variables in B
 */
public record Density(BitSet aAux, BitSet bInput, BitSet bAux) {

    /** Of no rows. */
    Density() {
        this(new BitSet(), new BitSet(), new BitSet());
    }

    /** Adds the variables of a row, whose coefficients are not zero. */
    void add(LinearCombination a, LinearCombination b) {
        mark(a, null, aAux);
        mark(b, bInput, bAux);
    }

    private static void mark(LinearCombination side, BitSet inputs, BitSet aux) {
        for (int term = 0; term < side.size(); term++) {
            int variable = side.variable(term);
            if (!Variable.isInput(variable)) {
                aux.set(variable);
            } else if (inputs != null) {
                inputs.set(Variable.index(variable));
            }
        }
    }
}
