package io.cairn.proofs.field;

import java.math.BigInteger;

/**
 * Many inverses in lanes at the price of one and three products each. They come from a tree of products, whose products on one level do not depend on each
 * other, so that vectors never wait for the one before.
 */
public final class FqLaneInverses {

    /** 2^36 in Montgomery form: what 2^768 / x lacks to 2^804 / x. */
    private static final long[] SCALE = Limbs.of(BigInteger.ONE.shiftLeft(36 + 64 * Fq.LIMBS).mod(Fq.MODULUS), Fq.LIMBS);

    private final double[] swapped = new double[FqLanes.BLOCK];
    private final long[] words = new long[FqLaneWords.BLOCK];
    private final long[] elements = new long[FqLanes.LANES * Fq.LIMBS];
    private final long[] prefixes = new long[FqLanes.LANES * Fq.LIMBS];
    private final long[] t = new long[Fq.LIMBS];

    /**
     * Replaces each x by 2^804 / x mod p, in balanced limbs: then so it is on every level, for the product of a and b stands for a b / 2^408.
     *
     * @param tree   the blocks, and as many blocks of room behind them; products of two limbs below 2^102; none is 0
     * @param blocks a power of two
     */
    public void invert(double[] tree, int blocks) {
        int from = 0;
        for (int half = blocks / 2; half >= 1; half /= 2) {
            int to = from + 2 * half * FqLanes.BLOCK;
            FqLanes.mul(tree, to, tree, from, tree, from + half * FqLanes.BLOCK, half);
            from = to;
        }
        invertRoot(tree, from);
        for (int half = 1; half < blocks; half *= 2) {
            int products = from;
            from -= 2 * half * FqLanes.BLOCK;
            split(tree, from, products, half);
        }
    }

    /** From the inverses of the products of a and b those of a and b. */
    private void split(double[] tree, int from, int products, int half) {
        for (int block = 0; block < half; block++) {
            int a = from + block * FqLanes.BLOCK;
            int b = a + half * FqLanes.BLOCK;
            int product = products + block * FqLanes.BLOCK;
            FqLanes.mul(swapped, 0, tree, product, tree, b, 1);
            FqLanes.mul(tree, b, tree, product, tree, a, 1);
            System.arraycopy(swapped, 0, tree, a, FqLanes.BLOCK);
        }
    }

    private void invertRoot(double[] tree, int at) {
        FqLaneWords.pack(words, 0, tree, at, 1);
        for (int k = 0; k < words.length; k++) {
            elements[k % FqLanes.LANES * Fq.LIMBS + k / FqLanes.LANES] = words[k];
        }
        Fq.setOne(t, 0);
        for (int k = 0; k < elements.length; k += Fq.LIMBS) {
            System.arraycopy(t, 0, prefixes, k, Fq.LIMBS);
            Fq.mul(t, 0, t, 0, elements, k);
        }
        Fq.inverse(t, 0, t, 0);
        Fq.mul(t, 0, t, 0, SCALE, 0);
        for (int k = elements.length - Fq.LIMBS; k >= 0; k -= Fq.LIMBS) {
            Fq.mul(prefixes, k, prefixes, k, t, 0);
            Fq.mul(t, 0, t, 0, elements, k);
        }
        for (int k = 0; k < words.length; k++) {
            words[k] = prefixes[k % FqLanes.LANES * Fq.LIMBS + k / FqLanes.LANES];
        }
        FqLaneWords.unpack(tree, at, words, 0, 1);
        FqLaneWords.balance(tree, at, 1, 1);
    }
}
