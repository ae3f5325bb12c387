package io.cairn.proofs.circuit;

/** A rank-1 constraint system that can be written row by row, always the same rows, with or without its witness. */
public interface Circuit {

    /** Numbers of variables and rows, known before synthesis. */
    default CircuitSize size() {
        return Structure.sizeOf(this);
    }

    /** Allocates all variables and appends all rows in the circuit's order. */
    void synthesize(ConstraintSystem system);
}
