package io.cairn.proofs.circuit.gadget;

import io.cairn.proofs.circuit.ConstraintSystem;
import io.cairn.proofs.circuit.LinearCombination;
import io.cairn.proofs.circuit.Variable;
import io.cairn.proofs.field.Fr;

/** A constraint system with the three combinations of the row being written, which are used again for every row. */
public final class Rows {

    /** Limbs of a row's values of A, B and C, one after the other. */
    static final int VALUES = 3 * Fr.LIMBS;

    final ConstraintSystem system;
    final LinearCombination a = new LinearCombination();
    final LinearCombination b = new LinearCombination();
    final LinearCombination c = new LinearCombination();

    /** Rows for one synthesis. */
    public Rows(ConstraintSystem system) {
        this.system = system;
    }

    /** The system written to. */
    public ConstraintSystem system() {
        return system;
    }

    /** Clears the three combinations. */
    Rows begin() {
        a.clear();
        b.clear();
        c.clear();
        return this;
    }

    /** Appends the row. */
    void end() {
        system.enforce(a, b, c);
    }

    static void plus(LinearCombination to, int variable) {
        to.add(variable, Coefficients.ONE, 0);
    }

    static void minus(LinearCombination to, int variable) {
        to.add(variable, Coefficients.MINUS_ONE, 0);
    }

    /** Adds 2^power times the literal. */
    static void plus(LinearCombination to, int literal, int power) {
        term(to, literal, Coefficients.POWERS, Coefficients.MINUS_POWERS, 4 * power);
    }

    /** Subtracts 2^power times the literal. */
    static void minus(LinearCombination to, int literal, int power) {
        term(to, literal, Coefficients.MINUS_POWERS, Coefficients.POWERS, 4 * power);
    }

    private static void term(LinearCombination to, int literal, long[] coefficients, long[] negated, int offset) {
        if (literal == Literal.FALSE) {
            return;
        }
        if (Literal.isNegated(literal)) {
            to.add(Variable.ONE, coefficients, offset);
            to.add(Literal.variable(literal), negated, offset);
        } else {
            to.add(Literal.variable(literal), coefficients, offset);
        }
    }
}
