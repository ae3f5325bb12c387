package io.cairn.protocol.api;

import io.cairn.protocol.block.BlockHeader;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.cid.Cid;
import java.util.List;

/**
 * A tipset: the blocks of one height over the same parents, in the order of their tickets.
 *
 * @param cids   the blocks' identifiers, the tipset's key
 * @param blocks the headers in the same order
 * @param height the epoch
 */
public record Tipset(List<Cid> cids, List<BlockHeader> blocks, long height) {

    public Tipset {
        cids = Lists.copy(cids);
        blocks = Lists.copy(blocks);
    }

    /** The key that names this tipset in calls. */
    public TipsetKey key() {
        return new TipsetKey(cids);
    }
}
