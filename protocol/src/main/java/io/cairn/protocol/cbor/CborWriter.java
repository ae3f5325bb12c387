package io.cairn.protocol.cbor;

import io.cairn.protocol.cid.Cid;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * Writes the subset of CBOR that chain objects use: definite lengths, shortest heads, no floats (go: cbor-gen utils.go).
 * Not safe for use by several threads.
 */
public final class CborWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Head of an array of {@code items} values. */
    public CborWriter array(int items) {
        return head(MajorType.ARRAY, items);
    }

    /** Head of a map of {@code entries} key-value pairs. */
    public CborWriter map(int entries) {
        return head(MajorType.MAP, entries);
    }

    /** A signed 64-bit integer. */
    public CborWriter integer(long value) {
        return value >= 0 ? head(MajorType.UNSIGNED, value) : head(MajorType.NEGATIVE, -1 - value);
    }

    /** An unsigned 64-bit integer; the bits of {@code value} are read as unsigned. */
    public CborWriter unsigned(long value) {
        return head(MajorType.UNSIGNED, value);
    }

    /** A byte string. */
    public CborWriter bytes(byte[] value) {
        head(MajorType.BYTES, value.length);
        out.writeBytes(value);
        return this;
    }

    /** A UTF-8 text string. */
    public CborWriter text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        head(MajorType.TEXT, utf8.length);
        out.writeBytes(utf8);
        return this;
    }

    /** A CID: tag 42 around a byte string of 0x00 and the binary CID. */
    public CborWriter cid(Cid value) {
        byte[] binary = value.bytes();
        head(MajorType.TAG, MajorType.CID_TAG);
        head(MajorType.BYTES, binary.length + 1L);
        out.write(0);
        out.writeBytes(binary);
        return this;
    }

    /**
     * A big integer as a byte string: empty for zero, else a sign byte (0 or 1) and the big-endian magnitude
     * (go-state-types: big/int.go).
     */
    public CborWriter bigInt(BigInteger value) {
        if (value.signum() == 0) {
            return bytes(new byte[0]);
        }
        byte[] magnitude = value.abs().toByteArray();
        int leading = magnitude[0] == 0 ? 1 : 0;
        int length = 1 + magnitude.length - leading;
        if (length > CborReader.MAX_BIG_INT) {
            throw new CborException("big integer of " + length + " bytes, at most " + CborReader.MAX_BIG_INT + " can be encoded");
        }
        head(MajorType.BYTES, length);
        out.write(value.signum() < 0 ? 1 : 0);
        out.write(magnitude, leading, magnitude.length - leading);
        return this;
    }

    public CborWriter bool(boolean value) {
        out.write(value ? MajorType.TRUE : MajorType.FALSE);
        return this;
    }

    public CborWriter nil() {
        out.write(MajorType.NULL);
        return this;
    }

    /** Bytes that are already an encoded value. */
    public CborWriter raw(byte[] encoded) {
        out.writeBytes(encoded);
        return this;
    }

    public byte[] toByteArray() {
        return out.toByteArray();
    }

    private CborWriter head(int major, long argument) {
        int prefix = major << 5;
        if (Long.compareUnsigned(argument, 24) < 0) {
            out.write(prefix | (int) argument);
        } else if (argument >>> 8 == 0) {
            out.write(prefix | 24);
            bigEndian(argument, 1);
        } else if (argument >>> 16 == 0) {
            out.write(prefix | 25);
            bigEndian(argument, 2);
        } else if (argument >>> 32 == 0) {
            out.write(prefix | 26);
            bigEndian(argument, 4);
        } else {
            out.write(prefix | 27);
            bigEndian(argument, 8);
        }
        return this;
    }

    private void bigEndian(long value, int bytes) {
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
            out.write((int) (value >>> shift));
        }
    }
}
