package io.cairn.proofs.hash;

import io.cairn.proofs.field.Fr;

/** Hears what goes through the S-boxes of a Poseidon hash: of each full round as many as the arity and one, the domain tag's first, of each partial round one. */
@FunctionalInterface
public interface SBoxListener {

    /** Where x is, in limbs. */
    int X = 0;
    /** Where x^2 is. */
    int SQUARE = Fr.LIMBS;
    /** Where x^4 is. */
    int FOURTH = 2 * Fr.LIMBS;
    /** Where x^5 is. */
    int FIFTH = 3 * Fr.LIMBS;
    /** Where x^5 with the constant behind the S-box is. */
    int OUT = 4 * Fr.LIMBS;
    /** Limbs of all of them. */
    int LENGTH = 5 * Fr.LIMBS;

    /** The next S-box; the array is used again for the one after it. */
    void passed(long[] box);
}
