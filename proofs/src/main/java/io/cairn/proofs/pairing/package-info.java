/**
 * The pairing of BLS12-381. {@link io.cairn.proofs.pairing.Pairing} gathers pairs for one Miller loop and one final exponentiation, both written over a
 * {@code TargetField}, which computes on words or on rows as {@link io.cairn.proofs.field} names them.
 */
package io.cairn.proofs.pairing;
