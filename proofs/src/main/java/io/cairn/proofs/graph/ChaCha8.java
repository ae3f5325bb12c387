package io.cairn.proofs.graph;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The ChaCha key stream with eight rounds, as 64-bit numbers: the random source of the graph's base parents.
 *
 * <p>64-bit block counter from 0, stream 0. Restarted for each node; not safe for use by several threads.
 */
final class ChaCha8 {

    private static final int WORDS = 16;
    private static final int DOUBLE_ROUNDS = 4;
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final int[] input = new int[WORDS];
    private final int[] block = new int[WORDS];
    private int position;

    ChaCha8() {
        input[0] = 0x61707865;
        input[1] = 0x3320646e;
        input[2] = 0x79622d32;
        input[3] = 0x6b206574;
    }

    /** Starts the stream of a key: seven words of the 28-byte seed and the node as the eighth. */
    void restart(byte[] seed, int node) {
        for (int i = 0; i < 7; i++) {
            input[4 + i] = (int) INT.get(seed, 4 * i);
        }
        input[11] = node;
        input[12] = 0;
        input[13] = 0;
        position = WORDS;
    }

    /** The next 64 bits of the stream. */
    long next() {
        if (position == WORDS) {
            nextBlock();
        }
        long low = Integer.toUnsignedLong(block[position]);
        long high = Integer.toUnsignedLong(block[position + 1]);
        position += 2;
        return high << 32 | low;
    }

    private void nextBlock() {
        System.arraycopy(input, 0, block, 0, WORDS);
        for (int round = 0; round < DOUBLE_ROUNDS; round++) {
            quarter(0, 4, 8, 12);
            quarter(1, 5, 9, 13);
            quarter(2, 6, 10, 14);
            quarter(3, 7, 11, 15);
            quarter(0, 5, 10, 15);
            quarter(1, 6, 11, 12);
            quarter(2, 7, 8, 13);
            quarter(3, 4, 9, 14);
        }
        for (int i = 0; i < WORDS; i++) {
            block[i] += input[i];
        }
        if (++input[12] == 0) {
            input[13]++;
        }
        position = 0;
    }

    private void quarter(int a, int b, int c, int d) {
        block[a] += block[b];
        block[d] = Integer.rotateLeft(block[d] ^ block[a], 16);
        block[c] += block[d];
        block[b] = Integer.rotateLeft(block[b] ^ block[c], 12);
        block[a] += block[b];
        block[d] = Integer.rotateLeft(block[d] ^ block[a], 8);
        block[c] += block[d];
        block[b] = Integer.rotateLeft(block[b] ^ block[c], 7);
    }
}
