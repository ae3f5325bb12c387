package io.cairn.protocol.cbor;

import io.cairn.protocol.cid.Cid;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads canonical CBOR strictly: shortest heads, definite lengths, bounded sizes (go: cbor-gen utils.go). Every refusal is a
 * {@link CborException} with the offset, what was found and what was expected. Not safe for use by several threads.
 */
public final class CborReader {

    /** Most items of an array where a type states no other limit. */
    public static final int MAX_ARRAY = 8192;
    /** Longest byte string where a type states no other limit. */
    public static final int MAX_BYTES = 2 << 20;
    /** Longest text in UTF-8 bytes where a type states no other limit. */
    public static final int MAX_TEXT = 8192;
    /** Longest big integer, sign byte included. */
    public static final int MAX_BIG_INT = 128;

    private static final int MAX_CID = 512;
    private static final int MAX_DEPTH = 64;

    private final byte[] input;
    private int position;

    /** Reads from the start of {@code input}, which must not change meanwhile. */
    public CborReader(byte[] input) {
        this.input = input;
    }

    /** Head of an array of at most {@value #MAX_ARRAY} items; returns the number of items. */
    public int array() {
        return array(MAX_ARRAY);
    }

    /** Head of an array of at most {@code max} items; returns the number of items. */
    public int array(int max) {
        return bounded(MajorType.ARRAY, max, "items");
    }

    /** Head of an array of exactly {@code fields} items. */
    public void tuple(int fields) {
        int start = position;
        int items = array();
        if (items != fields) {
            throw complaint(start, "array of " + items + " items, expected " + fields);
        }
    }

    /** Head of a map of at most {@value #MAX_ARRAY} entries; returns the number of entries. */
    public int map() {
        return bounded(MajorType.MAP, MAX_ARRAY, "entries");
    }

    /** A signed 64-bit integer. */
    public long integer() {
        int start = position;
        int major = major();
        if (major != MajorType.UNSIGNED && major != MajorType.NEGATIVE) {
            throw unexpected(start, "an integer");
        }
        long argument = argument();
        if (argument < 0) {
            throw complaint(start, "integer outside the signed 64-bit range");
        }
        return major == MajorType.UNSIGNED ? argument : -1 - argument;
    }

    /** An unsigned 64-bit integer, returned as its bits. */
    public long unsigned() {
        expect(MajorType.UNSIGNED);
        return argument();
    }

    /** A byte string of at most {@code max} bytes. */
    public byte[] bytes(int max) {
        return take(bounded(MajorType.BYTES, max, "bytes"));
    }

    /** A well-formed UTF-8 text of at most {@code max} bytes. */
    public String text(int max) {
        int start = position;
        byte[] utf8 = take(bounded(MajorType.TEXT, max, "bytes"));
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException _) {
            throw complaint(start, "text that is not well-formed UTF-8");
        }
    }

    /** A CID: tag 42 around a byte string that starts with 0x00. */
    public Cid cid() {
        int start = position;
        expect(MajorType.TAG);
        long tag = argument();
        if (tag != MajorType.CID_TAG) {
            throw complaint(start, "tag " + Long.toUnsignedString(tag) + ", expected " + MajorType.CID_TAG + " for a CID");
        }
        byte[] binary = bytes(MAX_CID);
        if (binary.length == 0 || binary[0] != 0) {
            throw complaint(start, "CID without the leading 00 of the identity base");
        }
        try {
            return Cid.ofBytes(Arrays.copyOfRange(binary, 1, binary.length));
        } catch (IllegalArgumentException refused) {
            throw complaint(start, refused.getMessage());
        }
    }

    /**
     * A big integer: sign byte and big-endian magnitude, empty for zero. Like the network's nodes this accepts leading zero
     * bytes of the magnitude and a sign byte alone (zero); other sign bytes are refused (go-state-types: big/int.go).
     */
    public BigInteger bigInt() {
        int start = position;
        byte[] encoded = bytes(MAX_BIG_INT);
        if (encoded.length == 0) {
            return BigInteger.ZERO;
        }
        if (encoded[0] != 0 && encoded[0] != 1) {
            throw complaint(start, "big integer with sign byte " + (encoded[0] & 0xff) + ", expected 0 or 1");
        }
        BigInteger magnitude = new BigInteger(1, encoded, 1, encoded.length - 1);
        return encoded[0] == 1 ? magnitude.negate() : magnitude;
    }

    public boolean bool() {
        int start = position;
        return switch (next()) {
            case MajorType.TRUE -> true;
            case MajorType.FALSE -> false;
            default -> throw unexpected(start, "a boolean");
        };
    }

    /** Consumes a null if one is next. */
    public boolean tryNil() {
        if (position < input.length && (input[position] & 0xff) == MajorType.NULL) {
            position++;
            return true;
        }
        return false;
    }

    /** The bytes of the next value, whatever it is; checked to be canonical CBOR. */
    public byte[] raw() {
        int start = position;
        skip(0);
        return Arrays.copyOfRange(input, start, position);
    }

    /** Whether the next value is a byte string; consumes nothing. */
    public boolean atBytes() {
        return at(MajorType.BYTES);
    }

    /** Whether a text is next; consumes nothing. */
    public boolean atText() {
        return at(MajorType.TEXT);
    }

    /** Whether a CID (or another tag) is next; consumes nothing. */
    public boolean atCid() {
        return at(MajorType.TAG);
    }

    /** The offset of the next byte to be read. */
    public int position() {
        return position;
    }

    /** Refuses bytes after the value that was read. */
    public void end() {
        if (position != input.length) {
            throw complaint(position, (input.length - position) + " bytes after the end of the value");
        }
    }

    /** Reads one whole value and refuses trailing bytes. */
    public static <T> T readAll(byte[] input, Decoder<T> decoder) {
        CborReader reader = new CborReader(input);
        T value = decoder.readFrom(reader);
        reader.end();
        return value;
    }

    /** How a value of type {@code T} is read; the {@code readFrom} methods of the record types. */
    @FunctionalInterface
    public interface Decoder<T> {
        T readFrom(CborReader reader);
    }

    private boolean at(int major) {
        return position < input.length && (input[position] & 0xff) >>> 5 == major;
    }

    private void skip(int depth) {
        int start = position;
        if (depth > MAX_DEPTH) {
            throw complaint(start, "values nested deeper than " + MAX_DEPTH);
        }
        int major = major();
        switch (major) {
            case MajorType.UNSIGNED, MajorType.NEGATIVE -> argument();
            case MajorType.BYTES -> bytes(MAX_BYTES);
            case MajorType.TEXT -> text(MAX_BYTES);
            case MajorType.ARRAY -> skip(array(input.length), depth);
            case MajorType.MAP -> skip(2 * bounded(MajorType.MAP, input.length / 2, "entries"), depth);
            case MajorType.TAG -> cid();
            default -> {
                if (!tryNil()) {
                    bool();
                }
            }
        }
    }

    private void skip(int values, int depth) {
        for (int i = 0; i < values; i++) {
            skip(depth + 1);
        }
    }

    private int bounded(int major, int max, String unit) {
        int start = position;
        expect(major);
        long length = argument();
        if (Long.compareUnsigned(length, max) > 0) {
            throw complaint(start, MajorType.name(major) + " of " + Long.toUnsignedString(length) + " " + unit + ", at most " + max
                + " allowed");
        }
        return (int) length;
    }

    private void expect(int major) {
        if (major() != major) {
            throw unexpected(position, MajorType.name(major));
        }
    }

    private int major() {
        if (position >= input.length) {
            throw complaint(position, "end of input where a value was expected");
        }
        return (input[position] & 0xff) >>> 5;
    }

    private long argument() {
        int start = position;
        int low = next() & 0x1f;
        return switch (low) {
            case 24 -> shortest(start, bigEndian(1), 24);
            case 25 -> shortest(start, bigEndian(2), 1L << 8);
            case 26 -> shortest(start, bigEndian(4), 1L << 16);
            case 27 -> shortest(start, bigEndian(8), 1L << 32);
            case 28, 29, 30, 31 -> throw complaint(start, "head with reserved or indefinite length bits " + low);
            default -> low;
        };
    }

    private long shortest(int start, long value, long least) {
        if (Long.compareUnsigned(value, least) < 0) {
            throw complaint(start, "head that is not the shortest form of " + Long.toUnsignedString(value));
        }
        return value;
    }

    private long bigEndian(int bytes) {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << 8 | next();
        }
        return value;
    }

    private int next() {
        if (position >= input.length) {
            throw complaint(position, "end of input inside a value");
        }
        return input[position++] & 0xff;
    }

    private byte[] take(int length) {
        if (length > input.length - position) {
            throw complaint(position, "end of input inside a value: " + length + " bytes announced, " + (input.length - position) + " left");
        }
        byte[] taken = Arrays.copyOfRange(input, position, position + length);
        position += length;
        return taken;
    }

    private CborException unexpected(int at, String expected) {
        String found = at < input.length ? "byte " + Integer.toHexString(input[at] & 0xff) : "end of input";
        return complaint(at, found + ", expected " + expected);
    }

    private CborException complaint(int at, String what) {
        return new CborException("at byte " + at + ": " + what);
    }
}
