package io.cairn.protocol.actor.account;

import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;

/** Parameters of method AuthenticateMessage of the account actor. */
public record AuthenticateMessageParams(ByteString signature, ByteString message) implements CborTuple {

    public static AuthenticateMessageParams readFrom(CborReader reader) {
        return CborTuple.read(AuthenticateMessageParams.class, reader);
    }
}
