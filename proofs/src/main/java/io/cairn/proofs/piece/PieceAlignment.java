package io.cairn.proofs.piece;

/**
 * Zero bytes that a piece needs around it, in bytes before padding. Source: rust-fil-proofs,
 * filecoin-proofs/src/pieces.rs (get_piece_alignment).
 *
 * @param left bytes before the piece, so that it begins at a multiple of its size
 * @param right bytes after the piece, so that its size is 127 times a power of two
 */
public record PieceAlignment(long left, long right) {

    /**
     * The alignment of the next piece.
     *
     * @param written bytes already in the sector
     * @param size bytes of the piece
     */
    public static PieceAlignment of(long written, long size) {
        if (written < 0 || size < 0) {
            throw new IllegalArgumentException("sizes: " + written + ", " + size + ", expected none below zero");
        }
        long room = 127;
        while (room < size) {
            room = Math.multiplyExact(room, 2L);
        }
        long over = written % room;
        return new PieceAlignment(over == 0 ? 0 : room - over, room - size);
    }

    /** Bytes of the piece with its alignment. */
    public long total(long size) {
        return left + size + right;
    }
}
