package io.cairn.proofs.fr32;

import java.io.InputStream;

/**
 * Removes the padding from the bytes of another stream as they are read.
 *
 * <p>Only whole blocks of 128 bytes are given out; a shorter rest of the source is dropped, as Lotus' unpadding reader
 * does (lotus: storage/sealer/fr32/readers.go).
 */
public final class UnpaddingInputStream extends BlockInputStream {

    /** Reads from the source, and closes it when closed. */
    public UnpaddingInputStream(InputStream source) {
        super(source, Fr32.PADDED_BLOCK, Fr32.UNPADDED_BLOCK);
    }

    @Override
    int change(byte[] in, int count, byte[] out) {
        int blocks = count / Fr32.PADDED_BLOCK;
        Fr32.unpad(in, 0, out, 0, blocks);
        return blocks * Fr32.UNPADDED_BLOCK;
    }
}
