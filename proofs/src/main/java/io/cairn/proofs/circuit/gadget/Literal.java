package io.cairn.proofs.circuit.gadget;

import io.cairn.proofs.circuit.Variable;

/**
 * A boolean of a circuit as one integer: a bit variable, its negation, or a constant. The lowest bit is the negation, the rest the variable;
 * the constants are the variable one and its negation. Same rules as {@code Boolean} of bellpepper-core, src/gadgets/boolean.rs.
 */
public final class Literal {

    /** The constant true. */
    public static final int TRUE = of(Variable.ONE);
    /** The constant false. */
    public static final int FALSE = not(TRUE);

    private Literal() {
    }

    /** The literal that is true when the bit variable is one. */
    public static int of(int variable) {
        return variable << 1;
    }

    /** The constant. */
    public static int constant(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** The negation; allocates nothing. */
    public static int not(int literal) {
        return literal ^ 1;
    }

    /** Whether the literal is {@link #TRUE} or {@link #FALSE}. */
    public static boolean isConstant(int literal) {
        return literal < 0;
    }

    /** The literal's variable, not negated. */
    static int positive(int literal) {
        return literal & ~1;
    }

    static boolean isNegated(int literal) {
        return (literal & 1) == 1;
    }

    static int variable(int literal) {
        return literal >> 1;
    }
}
