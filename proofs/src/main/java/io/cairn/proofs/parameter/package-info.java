/**
 * A folder of proof parameters and keys: their names, what is missing, and parameters of one's own for a devnet.
 */
package io.cairn.proofs.parameter;
