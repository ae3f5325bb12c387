package io.cairn.proofs.fr32;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The padding that makes field elements of arbitrary bytes: after every 254 bits come two zero bits.
 *
 * <p>Bits are counted from the lowest bit of the first byte. 127 bytes become 128. Source: rust-fil-proofs,
 * fr32/src/padding.rs.
 */
public final class Fr32 {

    /** Bytes of user data in a block. */
    public static final int UNPADDED_BLOCK = 127;
    /** Bytes of a padded block: four nodes. */
    public static final int PADDED_BLOCK = 128;

    private static final int NODE = 32;
    private static final int NODE_WORDS = NODE / Long.BYTES;
    private static final int WORDS = PADDED_BLOCK / Long.BYTES;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Fr32() {}

    /**
     * Bytes of padded data for so many bytes of user data.
     *
     * @throws IllegalArgumentException if the length is no multiple of 127
     */
    public static long paddedLength(long unpadded) {
        requireMultiple("unpadded length", unpadded, UNPADDED_BLOCK);
        return unpadded / UNPADDED_BLOCK * PADDED_BLOCK;
    }

    /**
     * Bytes of user data in so many bytes of padded data.
     *
     * @throws IllegalArgumentException if the length is no multiple of 128
     */
    public static long unpaddedLength(long padded) {
        requireMultiple("padded length", padded, PADDED_BLOCK);
        return padded / PADDED_BLOCK * UNPADDED_BLOCK;
    }

    /** Pads whole blocks: {@code blocks * 127} bytes of {@code in} to {@code blocks * 128} bytes of {@code out}. */
    public static void pad(byte[] in, int inOffset, byte[] out, int outOffset, int blocks) {
        for (int block = 0; block < blocks; block++) {
            padBlock(in, inOffset + block * UNPADDED_BLOCK, out, outOffset + block * PADDED_BLOCK);
        }
    }

    /** Removes the padding of whole blocks: the inverse of {@link #pad}. The padding bits are not looked at. */
    public static void unpad(byte[] in, int inOffset, byte[] out, int outOffset, int blocks) {
        for (int block = 0; block < blocks; block++) {
            unpadBlock(in, inOffset + block * PADDED_BLOCK, out, outOffset + block * UNPADDED_BLOCK);
        }
    }

    /** Node {@code k} of a block holds the bits from {@code 254 k}, so its words straddle those of the input by 2k bits. The input's last word lacks a byte. */
    private static void padBlock(byte[] in, int inOffset, byte[] out, int outOffset) {
        long before = 0;
        for (int word = 0; word < WORDS; word++) {
            int at = inOffset + Long.BYTES * word;
            long here = word == WORDS - 1 ? (long) LONG.get(in, at - 1) >>> Byte.SIZE : (long) LONG.get(in, at);
            int shift = word / NODE_WORDS * 2;
            long padded = here << shift | before >>> 1 >>> Long.SIZE - 1 - shift;
            LONG.set(out, outOffset + Long.BYTES * word, word % NODE_WORDS == NODE_WORDS - 1 ? padded & -1L >>> 2 : padded);
            before = here;
        }
    }

    private static void unpadBlock(byte[] in, int inOffset, byte[] out, int outOffset) {
        for (int node = 0; node < 4; node++) {
            int shift = 2 * node;
            int from = inOffset + NODE * node;
            int to = outOffset + NODE * node;
            for (int i = 0; i < NODE - 1; i++) {
                out[to + i] = (byte) ((in[from + i] & 0xff) >>> shift | in[from + i + 1] << (8 - shift));
            }
            if (node < 3) {
                out[to + NODE - 1] = (byte) ((in[from + NODE - 1] & 0x3f) >>> shift | in[from + NODE] << (6 - shift));
            }
        }
    }

    private static void requireMultiple(String field, long value, int unit) {
        if (value < 0 || value % unit != 0) {
            throw new IllegalArgumentException(field + ": " + value + ", expected a multiple of " + unit);
        }
    }
}
