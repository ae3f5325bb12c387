/**
 * The circuit of a replication proof.
 */
package io.cairn.proofs.circuit.porep;
