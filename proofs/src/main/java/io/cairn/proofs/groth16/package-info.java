/**
 * Groth16 (bellperson: src/groth16): {@link io.cairn.proofs.groth16.Setup} makes parameters, {@link io.cairn.proofs.groth16.Prover} proofs,
 * {@link io.cairn.proofs.groth16.Verifier} checks them. Begin with {@code WorkedExampleTest}.
 */
package io.cairn.proofs.groth16;
