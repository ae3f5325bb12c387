package io.cairn.proofs.fr32;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * Removes the padding from the bytes of another stream as they are read.
 *
 * <p>Only whole blocks of 128 bytes are given out; a shorter rest of the source is dropped, as Lotus' unpadding reader
 * does (lotus: storage/sealer/fr32/readers.go).
 */
public final class UnpaddingInputStream extends InputStream {

    private static final int BLOCKS = 64;

    private final InputStream source;
    private final byte[] padded = new byte[BLOCKS * Fr32.PADDED_BLOCK];
    private final byte[] unpadded = new byte[BLOCKS * Fr32.UNPADDED_BLOCK];
    private int position;
    private int limit;

    /** Reads from the source, and closes it when closed. */
    public UnpaddingInputStream(InputStream source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        return position < limit || fill() ? unpadded[position++] & 0xff : -1;
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
        System.arraycopy(unpadded, position, out, offset, count);
        position += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private boolean fill() throws IOException {
        int blocks = source.readNBytes(padded, 0, padded.length) / Fr32.PADDED_BLOCK;
        Fr32.unpad(padded, 0, unpadded, 0, blocks);
        position = 0;
        limit = blocks * Fr32.UNPADDED_BLOCK;
        return limit > 0;
    }
}
