package io.cairn.proofs.bincode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads bincode 1 with its default options from untrusted bytes. Every count has a limit, so no input makes it allocate more than a
 * well-formed one would; all errors are {@link BincodeException}.
 */
public final class BincodeReader {

    private final ByteBuffer in;

    /** Reads from the first byte. */
    public BincodeReader(byte[] bytes) {
        in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Reads a 32-bit number that is not negative. */
    public int int32(String field) {
        need(field, 4);
        int value = in.getInt();
        if (value < 0) {
            throw new BincodeException(field + ": " + Integer.toUnsignedString(value) + ", expected at most " + Integer.MAX_VALUE);
        }
        return value;
    }

    /** Reads a 64-bit number; numbers from 2^63 on come out negative. */
    public long int64(String field) {
        need(field, 8);
        return in.getLong();
    }

    /** Reads a count or index from {@code min} to {@code max}. */
    public int count(String field, int min, int max) {
        long value = int64(field);
        if (value < min || value > max) {
            throw new BincodeException(field + ": " + Long.toUnsignedString(value) + ", expected " + min + " to " + max);
        }
        return (int) value;
    }

    /** Reads a 32-byte node. */
    public byte[] node(String field) {
        need(field, 32);
        byte[] node = new byte[32];
        in.get(node);
        return node;
    }

    /** Requires that nothing is left. */
    public void end() {
        if (in.hasRemaining()) {
            throw new BincodeException("after the last field: " + in.remaining() + " bytes left over, expected none");
        }
    }

    private void need(String field, int bytes) {
        if (in.remaining() < bytes) {
            throw new BincodeException(field + ": " + in.remaining() + " bytes left, expected " + bytes);
        }
    }
}
