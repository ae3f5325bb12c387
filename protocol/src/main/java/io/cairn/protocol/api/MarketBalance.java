package io.cairn.protocol.api;

import io.cairn.protocol.money.TokenAmount;

/** Money held by the market for an address: all of it, and the part locked in deals. */
public record MarketBalance(TokenAmount escrow, TokenAmount locked) {
}
