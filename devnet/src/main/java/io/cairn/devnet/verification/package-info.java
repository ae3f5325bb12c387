/** The chain's judgement of proofs, by the proofs library. */
package io.cairn.devnet.verification;
