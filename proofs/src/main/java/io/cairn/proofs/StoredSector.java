package io.cairn.proofs;

import io.cairn.proofs.piece.PieceInfo;
import io.cairn.protocol.sector.SectorSize;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A sealed sector as it lies in a store, and what it ought to be.
 *
 * @param number   of the sector
 * @param commR    replica commitment, 32 bytes
 * @param commD    data commitment, 32 bytes
 * @param pieces   pieces that fill the sector in order, zero pieces included
 * @param files    replica and cache
 * @param unsealed padded data, perhaps with a trailer; absent if no copy is kept
 */
public record StoredSector(long number, SectorSize size, byte[] commR, byte[] commD, List<PieceInfo> pieces, SectorFiles files,
                           Optional<Path> unsealed) {

    /** Checks the commitments and copies the list. */
    public StoredSector {
        Commitment.require("comm_r", commR);
        Commitment.require("comm_d", commD);
        pieces = List.copyOf(pieces);
    }

    SectorShape shape() {
        return SectorShape.of(size);
    }
}
