package io.cairn.actors.sector;

import io.cairn.actors.chain.PreCommitDraft;
import io.cairn.persistence.Blob;
import io.cairn.persistence.sector.Piece;
import java.util.List;

/** The wire form of what a sector says to its miner actor. */
public interface SealingMessages {
    /** Parameters of PreCommitSectorBatch2 (method 28) for one sector. */
    Blob preCommit(PreCommitDraft draft);

    /** Parameters of ProveCommitSectors3 (method 34) for one sector; pieces of zeros are left out. */
    Blob proveCommit(long sector, List<Piece> pieces, Blob proof);
}
