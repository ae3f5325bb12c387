package io.cairn.proofs.hash;

import java.math.BigInteger;

/** The numbers of SHA-256, from their definition (FIPS 180-4, sections 4.2.2, 5.1.1, 5.3.3 and 6.2.2). */
final class Sha256Constants {

    /** Rounds of the compression function, and words of its schedule. */
    static final int ROUNDS = 64;
    /** Words of the state. */
    static final int STATE = 8;

    private static final int WORDS = 16;

    private Sha256Constants() {
    }

    /** The state before the first block. */
    static int[] initial() {
        return roots(STATE, 2);
    }

    /** The constants of the rounds. */
    static int[] rounds() {
        return roots(ROUNDS, 3);
    }

    /** For each round the sum of its constant and its word of the schedule of a block that is padding only, behind a message of so many bytes. */
    static int[] paddingSums(int messageBytes) {
        int[] words = new int[ROUNDS];
        words[0] = 1 << 31;
        words[WORDS - 1] = 8 * messageBytes;
        for (int t = WORDS; t < ROUNDS; t++) {
            int x = words[t - 15];
            int y = words[t - 2];
            words[t] = words[t - 16] + words[t - 7] + (Integer.rotateRight(x, 7) ^ Integer.rotateRight(x, 18) ^ x >>> 3)
                    + (Integer.rotateRight(y, 17) ^ Integer.rotateRight(y, 19) ^ y >>> 10);
        }
        int[] constants = rounds();
        for (int t = 0; t < ROUNDS; t++) {
            words[t] += constants[t];
        }
        return words;
    }

    /** The first 32 bits behind the point of the square or cube roots of the first primes. */
    private static int[] roots(int count, int degree) {
        int[] roots = new int[count];
        int found = 0;
        for (int candidate = 2; found < count; candidate++) {
            if (BigInteger.valueOf(candidate).isProbablePrime(50)) {
                roots[found++] = root(BigInteger.valueOf(candidate).shiftLeft(32 * degree), degree).intValue();
            }
        }
        return roots;
    }

    /** The largest integer whose power is at most the number, which is below 2^120. */
    private static BigInteger root(BigInteger number, int degree) {
        BigInteger root = BigInteger.ZERO;
        for (int bit = 60; bit >= 0; bit--) {
            BigInteger larger = root.setBit(bit);
            root = larger.pow(degree).compareTo(number) <= 0 ? larger : root;
        }
        return root;
    }
}
