/**
 * Which nodes the chain's randomness asks for, and the identities that it is bound to.
 */
package io.cairn.proofs.challenge;
