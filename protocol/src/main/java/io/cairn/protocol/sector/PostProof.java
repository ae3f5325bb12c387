package io.cairn.protocol.sector;

import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;

/**
 * A proof of space-time as it travels in messages and blocks.
 *
 * @param postProof the registered proof type
 * @param proofBytes 192 bytes per partition
 */
public record PostProof(RegisteredPostProof postProof, ByteString proofBytes) implements CborTuple {

    public static PostProof readFrom(CborReader reader) {
        return CborTuple.read(PostProof.class, reader);
    }
}
