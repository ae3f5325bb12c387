package io.cairn.proofs.piece;

import java.util.Arrays;
import java.util.HexFormat;

/** A piece of a sector: its padded size and its commitment (commP). Immutable. */
public final class PieceInfo {

    /** The smallest padded size of a piece in bytes. */
    public static final long SMALLEST = 128;

    private final long paddedBytes;
    private final byte[] commitment;

    /**
     * A piece.
     *
     * @param paddedBytes padded size in bytes: a power of two, at least 128
     * @param commitment commP, 32 bytes, not all zero
     */
    public PieceInfo(long paddedBytes, byte[] commitment) {
        if (paddedBytes < SMALLEST || Long.bitCount(paddedBytes) != 1) {
            throw new IllegalArgumentException(
                    "padded piece size: " + paddedBytes + ", expected a power of two of at least " + SMALLEST);
        }
        if (commitment.length != 32) {
            throw new IllegalArgumentException("piece commitment: " + commitment.length + " bytes, expected 32");
        }
        if (isZero(commitment)) {
            throw new IllegalArgumentException("piece commitment: all zero, expected the root of a tree");
        }
        this.paddedBytes = paddedBytes;
        this.commitment = commitment.clone();
    }

    /** A piece of zero bytes. */
    public static PieceInfo zero(long paddedBytes) {
        return new PieceInfo(paddedBytes, ZeroPieces.commitment(paddedBytes));
    }

    /** Padded size in bytes. */
    public long paddedBytes() {
        return paddedBytes;
    }

    /** Size in bytes before padding. */
    public long unpaddedBytes() {
        return paddedBytes - paddedBytes / 128;
    }

    /** commP, a copy. */
    public byte[] commitment() {
        return commitment.clone();
    }

    private static boolean isZero(byte[] bytes) {
        int any = 0;
        for (byte b : bytes) {
            any |= b;
        }
        return any == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PieceInfo that && paddedBytes == that.paddedBytes
                && Arrays.equals(commitment, that.commitment);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(commitment);
    }

    @Override
    public String toString() {
        return "PieceInfo[" + paddedBytes + " bytes, " + HexFormat.of().formatHex(commitment) + "]";
    }
}
