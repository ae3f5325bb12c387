package io.cairn.proofs;

import io.cairn.proofs.piece.PieceInfo;
import io.cairn.proofs.seal.CacheFolder;
import io.cairn.proofs.seal.PreCommit1Sector;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A sector that goes through phase 1 of sealing.
 *
 * @param pieces all pieces of the sector, zero pieces included
 * @param staged padded data; absent for a sector of zeros
 * @param files  where the replica will be, and the folder of its cache, which exists
 */
public record SectorToSeal(SealRequest request, List<PieceInfo> pieces, Optional<Path> staged, SectorFiles files) {

    public SectorToSeal {
        pieces = List.copyOf(pieces);
    }

    PreCommit1Sector forPhase1() {
        return new PreCommit1Sector(request.spec(), pieces, staged, files.replica(), new CacheFolder(files.cache(), request.shape()));
    }
}
