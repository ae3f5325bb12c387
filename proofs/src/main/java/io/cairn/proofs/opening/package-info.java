/**
 * Merkle proofs out of the trees that a sector stores, with the rows that no file holds hashed anew.
 */
package io.cairn.proofs.opening;
