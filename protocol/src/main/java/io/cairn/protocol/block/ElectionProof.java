package io.cairn.protocol.block;

import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;

/**
 * The claim to have been elected.
 *
 * @param winCount how many times the miner won in this epoch
 */
public record ElectionProof(long winCount, ByteString vrfProof) implements CborTuple {

    public static ElectionProof readFrom(CborReader reader) {
        return CborTuple.read(ElectionProof.class, reader);
    }
}
