package io.cairn.persistence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.HexFormat;

/** An immutable byte string with value equality, stored as a CBOR byte string. */
public final class Blob {
    private final byte[] bytes;

    private Blob(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A copy of the given bytes. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Blob of(byte[] bytes) {
        return new Blob(bytes.clone());
    }

    /** A copy of the content. */
    @JsonValue
    public byte[] toByteArray() {
        return bytes.clone();
    }

    /** The content in lower-case hexadecimal. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Blob blob && Arrays.equals(bytes, blob.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length <= 16 ? hex() : HexFormat.of().formatHex(bytes, 0, 16) + "… (" + bytes.length + " bytes)";
    }
}
