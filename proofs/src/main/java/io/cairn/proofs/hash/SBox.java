package io.cairn.proofs.hash;

import io.cairn.proofs.field.Fr;

/** Where the elements x, x^2, x^4, x^5 and x^5 + constant of one S-box of Poseidon stand behind each other, in limbs. */
public final class SBox {

    /** x^2. */
    public static final int SQUARE = Fr.LIMBS;
    /** x^4. */
    public static final int FOURTH = 2 * Fr.LIMBS;
    /** x^5. */
    public static final int FIFTH = 3 * Fr.LIMBS;
    /** x^5 and the constant behind it. */
    public static final int OUT = 4 * Fr.LIMBS;
    /** All of them. */
    public static final int LIMBS = 5 * Fr.LIMBS;

    private SBox() {
    }
}
