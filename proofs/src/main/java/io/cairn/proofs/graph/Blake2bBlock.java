package io.cairn.proofs.graph;

/**
 * The first eight bytes of the unkeyed 64-byte BLAKE2b of a 16-byte message: the round function of the expander's
 * Feistel network. RFC 7693. Not safe for use by several threads.
 */
final class Blake2bBlock {

    private static final long[] IV = {
        0x6a09e667f3bcc908L, 0xbb67ae8584caa73bL, 0x3c6ef372fe94f82bL, 0xa54ff53a5f1d36f1L,
        0x510e527fade682d1L, 0x9b05688c2b3e6c1fL, 0x1f83d9abfb41bd6bL, 0x5be0cd19137e2179L};

    private static final byte[][] SIGMA = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
        {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
        {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
        {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
        {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
        {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
        {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
        {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
        {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
        {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
        {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3}};

    /** Digest length 64, no key, fan-out and depth 1. */
    private static final long PARAMETERS = 0x01010040;
    private static final long MESSAGE_BYTES = 16;

    private final long[] state = new long[16];
    private final long[] message = new long[16];

    /** The digest's first eight bytes, big-endian, of two big-endian words. */
    long hash(long first, long second) {
        message[0] = Long.reverseBytes(first);
        message[1] = Long.reverseBytes(second);
        System.arraycopy(IV, 0, state, 0, 8);
        System.arraycopy(IV, 0, state, 8, 8);
        state[0] ^= PARAMETERS;
        state[12] ^= MESSAGE_BYTES;
        state[14] = ~state[14];
        for (byte[] order : SIGMA) {
            round(order);
        }
        return Long.reverseBytes(IV[0] ^ PARAMETERS ^ state[0] ^ state[8]);
    }

    private void round(byte[] order) {
        mix(0, 4, 8, 12, message[order[0]], message[order[1]]);
        mix(1, 5, 9, 13, message[order[2]], message[order[3]]);
        mix(2, 6, 10, 14, message[order[4]], message[order[5]]);
        mix(3, 7, 11, 15, message[order[6]], message[order[7]]);
        mix(0, 5, 10, 15, message[order[8]], message[order[9]]);
        mix(1, 6, 11, 12, message[order[10]], message[order[11]]);
        mix(2, 7, 8, 13, message[order[12]], message[order[13]]);
        mix(3, 4, 9, 14, message[order[14]], message[order[15]]);
    }

    private void mix(int a, int b, int c, int d, long x, long y) {
        state[a] += state[b] + x;
        state[d] = Long.rotateRight(state[d] ^ state[a], 32);
        state[c] += state[d];
        state[b] = Long.rotateRight(state[b] ^ state[c], 24);
        state[a] += state[b] + y;
        state[d] = Long.rotateRight(state[d] ^ state[a], 16);
        state[c] += state[d];
        state[b] = Long.rotateRight(state[b] ^ state[c], 63);
    }
}
