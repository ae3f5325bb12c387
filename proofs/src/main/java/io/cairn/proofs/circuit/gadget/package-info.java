/**
 * The parts that circuits are made of: bits, numbers, hashes, Merkle paths. Rows and words are a circuit's here (constraints; 32 bits of SHA-256), not
 * those of vectors in {@link io.cairn.proofs.field}.
 */
package io.cairn.proofs.circuit.gadget;
