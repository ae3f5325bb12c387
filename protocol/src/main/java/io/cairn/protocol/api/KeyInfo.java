package io.cairn.protocol.api;

import io.cairn.protocol.cbor.ByteString;

/**
 * A wallet key.
 *
 * @param type       {@code secp256k1} or {@code bls}
 * @param privateKey 32 bytes; BLS little-endian
 */
public record KeyInfo(String type, ByteString privateKey) {

    @Override
    public String toString() {
        return "KeyInfo[" + type + "]";
    }
}
