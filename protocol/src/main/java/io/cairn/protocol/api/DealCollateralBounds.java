package io.cairn.protocol.api;

import io.cairn.protocol.money.TokenAmount;

/** Least and most collateral that a provider may offer for a deal. */
public record DealCollateralBounds(TokenAmount min, TokenAmount max) {
}
