/**
 * SHA-256 and Poseidon of tree nodes, many at a time, both as {@link io.cairn.proofs.hash.ParentHasher}s.
 */
package io.cairn.proofs.hash;
