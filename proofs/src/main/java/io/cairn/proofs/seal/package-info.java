/**
 * From data to a replica and back: {@link io.cairn.proofs.seal.PreCommit1}, {@link io.cairn.proofs.seal.PreCommit2} and
 * {@link io.cairn.proofs.seal.Unseal} are the phases; each takes files and leaves files.
 */
package io.cairn.proofs.seal;
