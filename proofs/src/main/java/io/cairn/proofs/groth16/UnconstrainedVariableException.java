package io.cairn.proofs.groth16;

/** A circuit with a variable that occurs in no row, for which no parameters can be made. */
public final class UnconstrainedVariableException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    UnconstrainedVariableException(String list, long index) {
        super("point " + index + " of " + list + " would be infinite: the variable occurs in no row of the circuit");
    }
}
