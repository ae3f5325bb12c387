package io.cairn.proofs.groth16;

import io.cairn.proofs.curve.Points;
import java.util.function.UnaryOperator;

/**
 * The bases that a proof sums over.
 *
 * @param h   of the quotient
 * @param l   of the auxiliary variables
 * @param a   of A: all inputs, then the auxiliary variables that occur in A
 * @param bG1 of B in G1: the inputs, then the auxiliary variables that occur in B
 * @param bG2 the same in G2
 */
record PointLists(Points h, Points l, Points a, Points bG1, Points bG2) {

    PointLists map(UnaryOperator<Points> change) {
        return new PointLists(change.apply(h), change.apply(l), change.apply(a), change.apply(bG1), change.apply(bG2));
    }
}
