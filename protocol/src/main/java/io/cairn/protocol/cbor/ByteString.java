package io.cairn.protocol.cbor;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Immutable bytes with value equality, so that records that carry bytes compare by value. */
public final class ByteString implements Comparable<ByteString> {

    public static final ByteString EMPTY = new ByteString(new byte[0]);

    private final byte[] bytes;

    private ByteString(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A copy of {@code bytes}. */
    public static ByteString of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new ByteString(bytes.clone());
    }

    /** From hexadecimal digits of either case. */
    public static ByteString ofHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /** From the standard base 64 alphabet with padding. */
    public static ByteString ofBase64(String base64) {
        return of(Base64.getDecoder().decode(base64));
    }

    /** A fresh copy. */
    public byte[] toArray() {
        return bytes.clone();
    }

    public int length() {
        return bytes.length;
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    public byte at(int index) {
        return bytes[index];
    }

    /** Lower-case hexadecimal digits. */
    public String toHex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** Standard base 64 with padding. */
    public String toBase64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Bytewise order, bytes unsigned. */
    @Override
    public int compareTo(ByteString other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ByteString that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return toHex();
    }
}
