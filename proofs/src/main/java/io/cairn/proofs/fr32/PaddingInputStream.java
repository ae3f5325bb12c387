package io.cairn.proofs.fr32;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;

/**
 * Pads the bytes of another stream as they are read.
 *
 * <p>The last block is filled up with zero bits, and only as many nodes of it come out as hold bits of the source: the
 * length is always a multiple of 32. Source: rust-fil-proofs, fr32/src/reader.rs.
 */
public final class PaddingInputStream extends InputStream {

    private static final int BLOCKS = 64;

    private final InputStream source;
    private final byte[] unpadded = new byte[BLOCKS * Fr32.UNPADDED_BLOCK];
    private final byte[] padded = new byte[BLOCKS * Fr32.PADDED_BLOCK];
    private int position;
    private int limit;

    /** Reads from the source, and closes it when closed. */
    public PaddingInputStream(InputStream source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        return position < limit || fill() ? padded[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] out, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, out.length);
        if (length == 0) {
            return 0;
        }
        if (position == limit && !fill()) {
            return -1;
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(padded, position, out, offset, count);
        position += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private boolean fill() throws IOException {
        int count = source.readNBytes(unpadded, 0, unpadded.length);
        Arrays.fill(unpadded, count, unpadded.length, (byte) 0);
        Fr32.pad(unpadded, 0, padded, 0, BLOCKS);
        position = 0;
        limit = 32 * ((8 * count + 253) / 254);
        return limit > 0;
    }
}
