package io.cairn.protocol.api;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.money.TokenAmount;
import java.util.Optional;

/** An actor of the state tree: code, head of its state, nonce, balance, and its Ethereum address if it has one. */
public record ActorInfo(Cid code, Cid head, long nonce, TokenAmount balance, Optional<Address> delegatedAddress) {
}
