package io.cairn.proofs.bincode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes bincode 1 with its default options: fixed-width little-endian numbers, 64-bit counts. */
public final class BincodeWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Appends a 32-bit number; also the number of an enum's variant. */
    public BincodeWriter int32(int value) {
        return raw(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
    }

    /** Appends a 64-bit number; also a count. */
    public BincodeWriter int64(long value) {
        return raw(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
    }

    /** Appends bytes as they are, without a count. */
    public BincodeWriter raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** Everything written. */
    public byte[] toByteArray() {
        return out.toByteArray();
    }
}
