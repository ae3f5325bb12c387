package io.cairn.actors.sector;

import io.cairn.persistence.sector.Piece;
import io.cairn.persistence.sector.Seal;
import io.cairn.persistence.sector.SectorEvent;
import io.cairn.persistence.sector.SectorKind;
import io.cairn.persistence.sector.SectorState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where pieces lie in a sector: each at a multiple of its own size, with zeros between them and at the end (lotus:
 * chain/proofs/proofs.go (GetRequiredPadding), lib/filler/filler.go).
 */
final class Filling {
    private Filling() {
    }

    /** Whether a sector without a replica takes no more pieces: it wants none, is full, or has waited long enough for more. */
    static boolean isClosed(SectorState state, Duration gather, long now) {
        if (state.created().isEmpty() || state.removed() || state.seal() != Seal.NEW) {
            return false;
        }
        SectorEvent.Created created = state.created().get();
        boolean full = offset(state.pieces(), 1) == created.sectorSize();
        boolean waited = !state.pieces().isEmpty() && now >= created.at() + gather.toMillis();
        return created.kind() == SectorKind.CAPACITY || full || waited;
    }

    /** Offset of a piece of a size behind pieces that already lie in the sector, in padded bytes. */
    static long offset(List<Piece> pieces, long size) {
        long end = 0;
        for (Piece piece : pieces) {
            end = aligned(end, piece.size()) + piece.size();
        }
        return aligned(end, size);
    }

    /** Offset of the piece of a deal, if the sector holds it. */
    static Optional<Long> offsetOf(List<Piece> pieces, String deal) {
        for (int index = 0; index < pieces.size(); index++) {
            if (pieces.get(index).deal().equals(deal)) {
                return Optional.of(offset(pieces.subList(0, index), pieces.get(index).size()));
            }
        }
        return Optional.empty();
    }

    /** Sizes of the zero pieces between an end and the next place for a piece of a size, ascending. */
    static List<Long> padding(long end, long size) {
        return powers(aligned(end, size) - end);
    }

    /** The pieces with zero pieces between and behind them, so that they fill the sector. */
    static List<Piece> fill(List<Piece> pieces, long sectorSize) {
        List<Piece> filled = new ArrayList<>();
        long end = 0;
        for (Piece piece : pieces) {
            padding(end, piece.size()).forEach(size -> filled.add(zeros(size)));
            filled.add(piece);
            end = aligned(end, piece.size()) + piece.size();
        }
        powers(sectorSize - end).forEach(size -> filled.add(zeros(size)));
        return filled;
    }

    private static long aligned(long end, long size) {
        return (end + size - 1) / size * size;
    }

    private static List<Long> powers(long sum) {
        List<Long> sizes = new ArrayList<>();
        for (long rest = sum; rest != 0; rest &= rest - 1) {
            sizes.add(Long.lowestOneBit(rest));
        }
        return sizes;
    }

    private static Piece zeros(long size) {
        return new Piece("", "", size, "", -1, -1, -1);
    }
}
