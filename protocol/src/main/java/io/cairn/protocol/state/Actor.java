package io.cairn.protocol.state;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.money.TokenAmount;
import java.util.Optional;

/** An actor's entry in the state tree (lotus: chain/types/actor.go). */
public record Actor(Cid code, Cid head, @Unsigned long nonce, TokenAmount balance,
                    Optional<Address> delegatedAddress) implements CborTuple {

    public static Actor readFrom(CborReader reader) {
        return CborTuple.read(Actor.class, reader);
    }
}
