package io.cairn.proofs.piece;

import java.util.ArrayList;
import java.util.List;

/**
 * The pieces of a sector in order, with zero pieces between them where alignment needs them.
 *
 * <p>Source: lotus, chain/proofs/proofs.go (GetRequiredPadding) and lib/filler/filler.go (FillersFromRem).
 */
public final class SectorPieces {

    private final long sectorBytes;
    private final List<PieceInfo> pieces = new ArrayList<>();
    private long filled;

    /** An empty sector of so many padded bytes. */
    public SectorPieces(long sectorBytes) {
        if (sectorBytes < PieceInfo.SMALLEST || Long.bitCount(sectorBytes) != 1) {
            throw new IllegalArgumentException("sector size: " + sectorBytes + ", expected a power of two");
        }
        this.sectorBytes = sectorBytes;
    }

    /**
     * Adds a piece after the zero pieces that align it.
     *
     * @return padded byte offset of the piece in the sector
     * @throws IllegalArgumentException if it does not fit; the sector is then unchanged
     */
    public long add(PieceInfo piece) {
        long fill = -filled & (piece.paddedBytes() - 1);
        if (filled + fill + piece.paddedBytes() > sectorBytes) {
            throw new IllegalArgumentException("piece of " + piece.paddedBytes() + " bytes: does not fit after "
                    + filled + " of " + sectorBytes + " bytes");
        }
        addZeros(fill);
        long offset = filled;
        pieces.add(piece);
        filled += piece.paddedBytes();
        return offset;
    }

    /** Fills the rest of the sector with zero pieces and returns all pieces. */
    public List<PieceInfo> fill() {
        addZeros(sectorBytes - filled);
        return List.copyOf(pieces);
    }

    /** Padded bytes used so far. */
    public long filledBytes() {
        return filled;
    }

    /** One zero piece for each bit of the gap, the smallest first. */
    private void addZeros(long gap) {
        for (long rest = gap; rest != 0; rest &= rest - 1) {
            PieceInfo zero = PieceInfo.zero(Long.lowestOneBit(rest));
            pieces.add(zero);
            filled += zero.paddedBytes();
        }
    }
}
