/**
 * Merkle trees in mapped files: where a row stands, how it is filled, how it is read.
 */
package io.cairn.proofs.tree;
