package io.cairn.protocol.actor.account;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;

/** State of an account: the key address behind an ID address. */
public record AccountState(Address address) implements CborTuple {

    public static AccountState readFrom(CborReader reader) {
        return CborTuple.read(AccountState.class, reader);
    }
}
