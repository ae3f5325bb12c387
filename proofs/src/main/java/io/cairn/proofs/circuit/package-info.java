/**
 * Statements that proofs prove, row for row those of the reference, so that its published parameters fit. Begin with
 * {@link io.cairn.proofs.circuit.Circuit} and {@link io.cairn.proofs.circuit.ConstraintSystem}; {@link io.cairn.proofs.circuit.CircuitDigest} tells
 * whether the rows are the reference's.
 */
package io.cairn.proofs.circuit;
