package io.cairn.proofs.aggregate;

import io.cairn.proofs.curve.PointVector;

/**
 * An SRS cut to a number n of proofs, for who aggregates them.
 *
 * @param gA the first 2n powers of the first secret, on G1
 * @param gB the same of the second
 * @param hA the first n powers of the first secret, on G2
 * @param hB the same of the second
 */
record CommitmentKey(PointVector gA, PointVector gB, PointVector hA, PointVector hB) {

    int proofs() {
        return hA.size();
    }

    /** The same for fewer proofs. */
    CommitmentKey of(int proofs) {
        return new CommitmentKey(gA.range(0, 2 * proofs), gB.range(0, 2 * proofs), hA.range(0, proofs), hB.range(0, proofs));
    }

    /** The key v that A and C are committed with. */
    VectorPair v() {
        return new VectorPair(hA, hB);
    }

    /** The key w that B is committed with. */
    VectorPair w() {
        return new VectorPair(gA.range(proofs(), 2 * proofs()), gB.range(proofs(), 2 * proofs()));
    }
}
