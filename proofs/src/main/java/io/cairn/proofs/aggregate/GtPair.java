package io.cairn.proofs.aggregate;

import io.cairn.proofs.pairing.Gt;

/**
 * A commitment under both halves of a key.
 *
 * @param first  under the powers of the SRS's first secret
 * @param second under those of the second
 */
public record GtPair(Gt first, Gt second) {
}
