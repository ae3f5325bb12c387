package io.cairn.proofs.seal;

import io.cairn.proofs.piece.PieceInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A sector that is to go through phase 1.
 *
 * @param pieces pieces in sector order, zero pieces included; together they are as large as the sector
 * @param unsealed padded data of the sector, perhaps with a trailer; absent for a sector of zeros
 * @param sealed file to be created
 * @param cache folder whose directory exists
 */
public record PreCommit1Sector(SectorSpec spec, List<PieceInfo> pieces, Optional<Path> unsealed, Path sealed, CacheFolder cache) {
}
