package io.cairn.protocol.api;

import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.money.TokenAmount;

/**
 * One deadline of a proving period.
 *
 * @param postSubmissions      partitions proven in the open window
 * @param disputableProofCount proofs of the last window that can still be disputed
 * @param dailyFee             what the deadline's sectors pay a day
 */
public record Deadline(BitField postSubmissions, long disputableProofCount, TokenAmount dailyFee) {
}
