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

    /** Adds the variables that occur in other rows. */
    void add(Density other) {
        aAux.or(other.aAux);
        bInput.or(other.bInput);
        bAux.or(other.bAux);
    }
}
