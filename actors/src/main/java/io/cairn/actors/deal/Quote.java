package io.cairn.actors.deal;

import java.math.BigInteger;

/**
 * What a provider asks for a piece.
 *
 * @param height          current epoch
 * @param price           for an epoch, attoFIL
 * @param leastCollateral that the chain wants of the provider, attoFIL
 */
public record Quote(long height, BigInteger price, BigInteger leastCollateral) {
}
