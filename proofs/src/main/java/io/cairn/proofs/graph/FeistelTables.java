package io.cairn.proofs.graph;

/**
 * A {@link FeistelPermutation} whose round functions are known at every half: a number takes three reads instead of three hashes. Halves are short, so this is
 * 1.5 MiB for the graph of a 32 GiB sector. Safe for use by many threads.
 */
final class FeistelTables {

    private final long bound;
    private final int halfBits;
    private final int[] first;
    private final int[] second;
    private final int[] third;

    /** Hashes every half with the key of every round. */
    FeistelTables(FeistelPermutation permutation) {
        this.bound = permutation.bound();
        this.halfBits = permutation.halfBits();
        this.first = table(permutation, 0);
        this.second = table(permutation, 1);
        this.third = table(permutation, 2);
    }

    private static int[] table(FeistelPermutation permutation, int round) {
        Blake2bBlock blake = new Blake2bBlock();
        int[] values = new int[1 << permutation.halfBits()];
        for (int half = 0; half < values.length; half++) {
            values[half] = (int) permutation.function(round, half, blake);
        }
        return values;
    }

    /**
     * Permutes numbers in a row: encrypts all, then once more those that are not below the bound, and so on. No number waits for another, so many reads are
     * under way at once.
     *
     * @param from    the first number
     * @param out     receives what {@code count} numbers become
     * @param pending working memory, as long
     */
    void permute(long from, int count, long[] out, int[] pending) {
        int[] f = first;
        int[] g = second;
        int[] h = third;
        int left = 0;
        for (int i = 0; i < count; i++) {
            out[i] = encrypt(from + i, f, g, h);
            pending[left] = i;
            left += beyond(out[i]);
        }
        while (left > 0) {
            int still = 0;
            for (int k = 0; k < left; k++) {
                int i = pending[k];
                out[i] = encrypt(out[i], f, g, h);
                pending[still] = i;
                still += beyond(out[i]);
            }
            left = still;
        }
    }

    /** Lengths of tables are powers of two: Java sees that no index is outside. */
    private long encrypt(long value, int[] f, int[] g, int[] h) {
        int right = (int) value & f.length - 1;
        int middle = (int) (value >>> halfBits) ^ f[right];
        int left = right ^ g[middle & g.length - 1];
        return (long) left << halfBits | middle ^ h[left & h.length - 1];
    }

    /** 1 if a value is not below the bound, otherwise 0: a branch would be guessed wrong half of the time. */
    private int beyond(long value) {
        return (int) (bound - 1 - value >>> 63);
    }
}
