/**
 * Encoding of new data into a replica, and the update's proof before the SNARK (FIP-0019; rust-fil-proofs: storage-proofs-update).
 */
package io.cairn.proofs.update;
