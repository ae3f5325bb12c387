package io.cairn.protocol.encoding;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Unsigned LEB128 integers below 2^63, minimal both ways (multiformats unsigned-varint). */
public final class Varint {

    private static final int MAX_LENGTH = 9;

    private Varint() {
    }

    public static byte[] encode(long value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(MAX_LENGTH);
        write(out, value);
        return out.toByteArray();
    }

    /** Appends {@code value}, which must not be negative. */
    public static void write(ByteArrayOutputStream out, long value) {
        if (value < 0) {
            throw new IllegalArgumentException("varint " + value + " is outside 0 to 2^63-1");
        }
        long rest = value;
        while (rest >= 0x80) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    /** Reads one integer; refuses the end of input, more than nine bytes and a superfluous last byte. */
    public static long read(ByteBuffer in) {
        long value = 0;
        for (int i = 0; i < MAX_LENGTH; i++) {
            if (!in.hasRemaining()) {
                throw new IllegalArgumentException("varint ends early");
            }
            int b = in.get() & 0xff;
            value |= (long) (b & 0x7f) << 7 * i;
            if (b < 0x80) {
                if (b == 0 && i > 0) {
                    throw new IllegalArgumentException("varint is not minimal");
                }
                return value;
            }
        }
        throw new IllegalArgumentException("varint is longer than " + MAX_LENGTH + " bytes");
    }
}
