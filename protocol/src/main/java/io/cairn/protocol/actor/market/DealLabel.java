package io.cairn.protocol.actor.market;

import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborEncodable;
import io.cairn.protocol.cbor.CborException;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;

/** A client's label on a deal: a text or bytes, at most 256 bytes long (FIP-0027). */
public sealed interface DealLabel extends CborEncodable {

    /** Longest label in bytes. */
    int MAX_LENGTH = 256;

    /** A label in well-formed UTF-8. */
    record Text(String value) implements DealLabel {
        @Override
        public void writeTo(CborWriter writer) {
            writer.text(value);
        }
    }

    /** A label of arbitrary bytes. */
    record Bytes(ByteString value) implements DealLabel {
        @Override
        public void writeTo(CborWriter writer) {
            writer.bytes(value.toArray());
        }
    }

    static DealLabel readFrom(CborReader reader) {
        if (reader.atText()) {
            return new Text(reader.text(MAX_LENGTH));
        }
        if (reader.atBytes()) {
            return new Bytes(ByteString.of(reader.bytes(MAX_LENGTH)));
        }
        throw new CborException("deal label is neither a text nor a byte string");
    }
}
