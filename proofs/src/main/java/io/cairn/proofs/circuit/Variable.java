package io.cairn.proofs.circuit;

/**
 * Variables of a constraint system as plain integers, so that large circuits need no objects: auxiliary variable i is i,
 * input i is the complement ~i. Both kinds are numbered from 0 in order of allocation.
 */
public final class Variable {

    /** Input 0, the constant one. */
    public static final int ONE = ~0;

    private Variable() {
    }

    /** The input with the given index. */
    public static int input(int index) {
        return ~index;
    }

    /** Whether the variable is an input (and not auxiliary). */
    public static boolean isInput(int variable) {
        return variable < 0;
    }

    /** The index of the variable among its kind. */
    public static int index(int variable) {
        return variable < 0 ? ~variable : variable;
    }
}
