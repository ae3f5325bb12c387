package io.cairn.proofs.fr32;

import java.io.InputStream;
import java.util.Arrays;

/**
 * Pads the bytes of another stream as they are read.
 *
 * <p>The last block is filled up with zero bits, and only as many nodes of it come out as hold bits of the source: the
 * length is always a multiple of 32. Source: rust-fil-proofs, fr32/src/reader.rs.
 */
public final class PaddingInputStream extends BlockInputStream {

    /** Reads from the source, and closes it when closed. */
    public PaddingInputStream(InputStream source) {
        super(source, Fr32.UNPADDED_BLOCK, Fr32.PADDED_BLOCK);
    }

    @Override
    int change(byte[] in, int count, byte[] out) {
        Arrays.fill(in, count, in.length, (byte) 0);
        Fr32.pad(in, 0, out, 0, BLOCKS);
        return 32 * ((8 * count + 253) / 254);
    }
}
