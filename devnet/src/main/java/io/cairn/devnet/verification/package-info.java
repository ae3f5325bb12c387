/** How the chain checks what providers submit: always with the proofs library. */
package io.cairn.devnet.verification;
