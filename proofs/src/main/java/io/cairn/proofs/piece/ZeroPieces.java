package io.cairn.proofs.piece;

import io.cairn.proofs.hash.Sha256Nodes;

/** Commitments of pieces that hold only zero bytes. Source: go-commp-utils, zerocomm/zerocomm.go. */
public final class ZeroPieces {

    private static final int NODE = 32;
    private static final byte[][] ROOTS = roots(59);

    private ZeroPieces() {}

    /**
     * The root over so many zero bytes.
     *
     * @param paddedBytes a power of two, at least 32
     * @return 32 bytes, a copy
     */
    public static byte[] commitment(long paddedBytes) {
        if (paddedBytes < NODE || Long.bitCount(paddedBytes) != 1) {
            throw new IllegalArgumentException(
                    "padded size: " + paddedBytes + ", expected a power of two of at least " + NODE);
        }
        return ROOTS[Long.numberOfTrailingZeros(paddedBytes / NODE)].clone();
    }

    private static byte[][] roots(int levels) {
        byte[][] roots = new byte[levels][];
        roots[0] = new byte[NODE];
        for (int level = 1; level < levels; level++) {
            roots[level] = Sha256Nodes.parent(roots[level - 1], roots[level - 1]);
        }
        return roots;
    }
}
