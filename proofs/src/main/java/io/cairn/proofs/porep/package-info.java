/**
 * The replication proof before the SNARK, and the forms in which it is exchanged and kept.
 */
package io.cairn.proofs.porep;
