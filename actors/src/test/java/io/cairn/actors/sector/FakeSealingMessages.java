package io.cairn.actors.sector;

import io.cairn.actors.chain.PreCommitDraft;
import io.cairn.persistence.Blob;
import io.cairn.persistence.sector.Piece;
import java.util.List;

/** Messages in words. */
public final class FakeSealingMessages implements SealingMessages {
    @Override
    public Blob preCommit(PreCommitDraft draft) {
        return Blob.of(("precommit " + draft).getBytes());
    }

    @Override
    public Blob proveCommit(long sector, List<Piece> pieces, Blob proof) {
        return Blob.of(("commit " + sector + " " + pieces + " " + proof).getBytes());
    }
}
