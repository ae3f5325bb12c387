package io.cairn.devnet.chain;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.block.BlockHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The blocks of recent epochs, on the chain or not, from which tipsets are formed. Guarded by the chain's lock. */
final class BlockArrivals {

    private final NavigableMap<Long, List<BlockHeader>> byHeight = new TreeMap<>();
    private final long kept;

    /** Remembers the blocks of so many epochs. */
    BlockArrivals(long kept) {
        this.kept = kept;
    }

    boolean contains(BlockHeader block) {
        return at(block.height()).contains(block);
    }

    boolean hasOther(Address miner, long height) {
        return at(height).stream().anyMatch(block -> block.miner().equals(miner));
    }

    boolean hasAbove(long height) {
        return byHeight.higherKey(height) != null;
    }

    void add(BlockHeader block) {
        byHeight.computeIfAbsent(block.height(), height -> new ArrayList<>()).add(block);
        byHeight.headMap(byHeight.lastKey() - kept).clear();
    }

    /** The tipset of all blocks with this block's height and parents; a miner's newest block counts. */
    Tipset tipsetOf(BlockHeader block) {
        TreeMap<Long, BlockHeader> byMiner = new TreeMap<>();
        at(block.height()).stream().filter(each -> each.parents().equals(block.parents())).forEach(each -> byMiner.put(each.miner().id(), each));
        byMiner.put(block.miner().id(), block);
        return new Tipset(List.copyOf(byMiner.values()));
    }

    private List<BlockHeader> at(long height) {
        return byHeight.getOrDefault(height, List.of());
    }
}
