package io.cairn.protocol.api;

import io.cairn.protocol.money.TokenAmount;

/** Where the network's money is. */
public record CirculatingSupply(TokenAmount filVested, TokenAmount filMined, TokenAmount filBurnt, TokenAmount filLocked,
                                TokenAmount filCirculating, TokenAmount filReserveDisbursed) {
}
