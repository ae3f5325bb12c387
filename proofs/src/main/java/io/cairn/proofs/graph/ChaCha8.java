package io.cairn.proofs.graph;

/** ChaCha with eight rounds, one node at a time: 64-bit block counter from 0, stream 0. */
final class ChaCha8 implements NodeStreams {

    /** Words of a block. */
    static final int BLOCK = 16;
    /** Pairs of rounds, over columns and over diagonals. */
    static final int DOUBLE_ROUNDS = 4;
    /** Where the input has the node. */
    static final int NODE = 11;
    /** Where the input has the number of the block. */
    static final int COUNTER = 12;
    /** "expand 32-byte k". */
    private static final int[] CONSTANTS = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};

    private final int[] input;
    private final int[] block = new int[BLOCK];

    /** @param seed seven words */
    ChaCha8(int[] seed) {
        this.input = input(seed);
    }

    /** The input of the first block of node 0. */
    static int[] input(int[] seed) {
        int[] input = new int[BLOCK];
        System.arraycopy(CONSTANTS, 0, input, 0, CONSTANTS.length);
        System.arraycopy(seed, 0, input, CONSTANTS.length, seed.length);
        return input;
    }

    @Override
    public void fill(long first, int count, int[] words) {
        for (int i = 0; i < count; i++) {
            input[NODE] = (int) (first + i);
            for (int t = 0; t < WORDS; t++) {
                if (t % BLOCK == 0) {
                    input[COUNTER] = t / BLOCK;
                    nextBlock();
                }
                words[BATCH * t + i] = block[t % BLOCK];
            }
        }
    }

    private void nextBlock() {
        System.arraycopy(input, 0, block, 0, BLOCK);
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
        for (int i = 0; i < BLOCK; i++) {
            block[i] += input[i];
        }
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
