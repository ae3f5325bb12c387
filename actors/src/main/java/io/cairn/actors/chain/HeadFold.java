package io.cairn.actors.chain;

import java.util.List;
import java.util.Optional;

/**
 * Folds notifications into the lowest tipset taken back and the newest added. A notification that only takes back is kept
 * until the next one adds (lotus: storage/wdpost/wdpost_sched.go loses it).
 */
final class HeadFold {
    private long pendingRevert = HeadChange.NOTHING_REVERTED;

    /** The change that a notification stands for, or nothing if the chain has no new head yet. */
    Optional<HeadChange> add(List<HeadMove> moves) {
        Head newest = null;
        for (HeadMove move : moves) {
            switch (move.kind()) {
                case REVERT -> pendingRevert = Math.min(pendingRevert, move.head().height());
                case APPLY, CURRENT -> newest = move.head();
            }
        }
        if (newest == null) {
            return Optional.empty();
        }
        HeadChange change = new HeadChange(newest, pendingRevert);
        pendingRevert = HeadChange.NOTHING_REVERTED;
        return Optional.of(change);
    }
}
