package io.cairn.proofs.field;

import java.math.BigInteger;

/**
 * Many inverses in lanes at the price of one and three products each. They come from a tree of products, whose products on one level do not depend on each
 * other, so that vectors never wait for the one before.
 */
public final class FqLaneInverses {

    /** An element of words times its inverse is two to this power. */
    private static final int WORDS = 2 * 64 * Fq.LIMBS;

    private final double[] scale;
    private final double[] root = new double[FqLanes.BLOCK];
    private final double[] swapped = new double[FqLanes.BLOCK];
    private final long[] words = new long[FqLaneWords.BLOCK];
    private final long[] elements = new long[FqLanes.LANES * Fq.LIMBS];
    private final long[] prefixes = new long[FqLanes.LANES * Fq.LIMBS];
    private final long[] t = new long[Fq.LIMBS];

    /**
     * Inverses of a certain scale.
     *
     * @param power an element times its inverse shall be two to this power; at most 1,176
     */
    public FqLaneInverses(int power) {
        scale = FqLaneWords.constant(BigInteger.ONE.shiftLeft(WORDS + FqLanes.FACTOR - power).mod(Fq.MODULUS));
    }

    /** Blocks of the tree above so many elements' blocks, those included. */
    public static int treeBlocks(int blocks) {
        return 2 * blocks + Integer.SIZE;
    }

    /**
     * Replaces each x by 2^power / x mod p, in balanced limbs: then so it is on every level, for the product of a and b stands for a b / 2^408.
     *
     * @param tree the blocks, and room behind them up to {@link #treeBlocks}; products of two limbs below 2^102
     * @return false if an element is 0; the tree is then of no use
     */
    public boolean invert(double[] tree, int blocks) {
        return invert(tree, 0, blocks);
    }

    /** Blocks 0 to half - 1 are multiplied by those from half on; one that is left over goes up alone. */
    private boolean invert(double[] tree, int from, int blocks) {
        if (blocks == 1) {
            return invertRoot(tree, from);
        }
        int half = blocks / 2;
        int above = from + blocks * FqLanes.BLOCK;
        FqLanes.mul(tree, above, tree, from, tree, from + half * FqLanes.BLOCK, half);
        int left = from + 2 * half * FqLanes.BLOCK;
        int leftAbove = above + half * FqLanes.BLOCK;
        if (blocks % 2 == 1) {
            System.arraycopy(tree, left, tree, leftAbove, FqLanes.BLOCK);
        }
        if (!invert(tree, above, half + blocks % 2)) {
            return false;
        }
        split(tree, from, above, half);
        if (blocks % 2 == 1) {
            System.arraycopy(tree, leftAbove, tree, left, FqLanes.BLOCK);
        }
        return true;
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

    private boolean invertRoot(double[] tree, int at) {
        FqLanes.mul(root, 0, tree, at, scale, 0, 1);
        FqLaneWords.pack(words, 0, root, 0, 1);
        for (int k = 0; k < words.length; k++) {
            elements[k % FqLanes.LANES * Fq.LIMBS + k / FqLanes.LANES] = words[k];
        }
        Fq.setOne(t, 0);
        for (int k = 0; k < elements.length; k += Fq.LIMBS) {
            System.arraycopy(t, 0, prefixes, k, Fq.LIMBS);
            Fq.mul(t, 0, t, 0, elements, k);
        }
        if (Fq.isZero(t, 0)) {
            return false;
        }
        Fq.inverse(t, 0, t, 0);
        for (int k = elements.length - Fq.LIMBS; k >= 0; k -= Fq.LIMBS) {
            Fq.mul(prefixes, k, prefixes, k, t, 0);
            Fq.mul(t, 0, t, 0, elements, k);
        }
        for (int k = 0; k < words.length; k++) {
            words[k] = prefixes[k % FqLanes.LANES * Fq.LIMBS + k / FqLanes.LANES];
        }
        FqLaneWords.unpack(tree, at, words, 0, 1);
        FqLaneWords.balance(tree, at, 1, 1);
        return true;
    }
}
