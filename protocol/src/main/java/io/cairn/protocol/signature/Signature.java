package io.cairn.protocol.signature;

import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborEncodable;
import io.cairn.protocol.cbor.CborException;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import java.util.Arrays;

/**
 * A signature: secp256k1 65 bytes (r, s, recovery id), BLS 96 bytes (compressed G2), delegated 65 bytes. The CBOR form is one
 * byte string of the type byte and the data, 1 to 200 bytes.
 */
public record Signature(SignatureType type, ByteString data) implements CborEncodable {

    private static final int MAX_LENGTH = 200;

    public static Signature of(SignatureType type, byte[] data) {
        return new Signature(type, ByteString.of(data));
    }

    /** From the type byte and the data. */
    public static Signature ofBytes(byte[] binary) {
        if (binary.length == 0 || binary.length > MAX_LENGTH) {
            throw new CborException("signature of " + binary.length + " bytes, expected 1 to " + MAX_LENGTH);
        }
        try {
            return of(SignatureType.ofNumber(binary[0] & 0xff), Arrays.copyOfRange(binary, 1, binary.length));
        } catch (IllegalArgumentException refused) {
            throw new CborException("signature type: " + refused.getMessage());
        }
    }

    public static Signature readFrom(CborReader reader) {
        return ofBytes(reader.bytes(MAX_LENGTH));
    }

    @Override
    public void writeTo(CborWriter writer) {
        writer.bytes(bytes());
    }

    /** The type byte and the data. */
    public byte[] bytes() {
        byte[] binary = new byte[data.length() + 1];
        binary[0] = (byte) type.number();
        System.arraycopy(data.toArray(), 0, binary, 1, data.length());
        return binary;
    }
}
