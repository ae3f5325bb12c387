package io.cairn.proofs.fr32;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The bytes of another stream, changed a run of blocks at a time. */
abstract sealed class BlockInputStream extends InputStream permits PaddingInputStream, UnpaddingInputStream {

    /** Blocks that are changed at once. */
    static final int BLOCKS = 64;

    private final InputStream source;
    private final byte[] in;
    private final byte[] out;
    private int position;
    private int limit;

    BlockInputStream(InputStream source, int blockIn, int blockOut) {
        this.source = source;
        this.in = new byte[BLOCKS * blockIn];
        this.out = new byte[BLOCKS * blockOut];
    }

    /**
     * Changes the next bytes of the source.
     *
     * @param count bytes of {@code in} that are the source's; fewer than all at its end
     * @return bytes written to {@code out}, 0 at the end
     */
    abstract int change(byte[] in, int count, byte[] out);

    @Override
    public final int read() throws IOException {
        return position < limit || fill() ? out[position++] & 0xff : -1;
    }

    @Override
    public final int read(byte[] to, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, to.length);
        if (length == 0) {
            return 0;
        }
        if (position == limit && !fill()) {
            return -1;
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(out, position, to, offset, count);
        position += count;
        return count;
    }

    @Override
    public final void close() throws IOException {
        source.close();
    }

    private boolean fill() throws IOException {
        limit = change(in, source.readNBytes(in, 0, in.length), out);
        position = 0;
        return limit > 0;
    }
}
