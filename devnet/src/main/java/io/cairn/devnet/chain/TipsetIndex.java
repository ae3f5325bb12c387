package io.cairn.devnet.chain;

import io.cairn.protocol.block.BlockHeader;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.ipld.BlockStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The chain from genesis to the head, by height, and the way from one head to another. Guarded by its own lock. */
public final class TipsetIndex {

    private final BlockStore store;
    private final NavigableMap<Long, Tipset> byHeight = new TreeMap<>();

    /** An index over the headers of a store, with {@code head} as the head. */
    public TipsetIndex(BlockStore store, TipsetKey head) {
        this.store = store;
        moveTo(load(head));
    }

    /**
     * What a subscriber is told when the head moves.
     *
     * @param reverted tipsets no longer on the chain, the old head first
     * @param applied tipsets now on the chain, the new head last
     */
    public record Move(List<Tipset> reverted, List<Tipset> applied) {}

    /** A tipset of the store, on the chain or off it. */
    public Tipset load(TipsetKey key) {
        List<BlockHeader> blocks = new ArrayList<>();
        key.cids().forEach(cid -> blocks.add(CborReader.readAll(store.get(cid), BlockHeader::readFrom)));
        return new Tipset(blocks);
    }

    /** The newest tipset. */
    public synchronized Tipset head() {
        return byHeight.lastEntry().getValue();
    }

    /** The first tipset. */
    public synchronized Tipset genesis() {
        return byHeight.firstEntry().getValue();
    }

    /** The chain's tipset at the height, or the last one before it when the epoch was null. */
    public synchronized Optional<Tipset> atOrBefore(long height) {
        return Optional.ofNullable(byHeight.floorEntry(height)).map(Map.Entry::getValue);
    }

    /** The chain's tipset at the height, or the first one after it when the epoch was null. */
    public synchronized Optional<Tipset> atOrAfter(long height) {
        return Optional.ofNullable(byHeight.ceilingEntry(height)).map(Map.Entry::getValue);
    }

    /** Whether the tipset is on the chain. */
    public synchronized boolean contains(Tipset tipset) {
        return tipset.equals(byHeight.get(tipset.height()));
    }

    /**
     * The tipset at the height on the branch that ends in {@code tip}, or the first one after it when the epoch was null.
     *
     * @throws IllegalArgumentException when the height is above the tip
     */
    public synchronized Tipset atOrAfter(Tipset tip, long height) {
        if (height > tip.height()) {
            throw new IllegalArgumentException("epoch " + height + " is from the future of epoch " + tip.height());
        }
        Tipset found = tip;
        while (!contains(found)) {
            if (found.height() == height) {
                return found;
            }
            Tipset parent = load(found.parents());
            if (parent.height() < height) {
                return found;
            }
            found = parent;
        }
        return byHeight.ceilingEntry(Math.max(height, byHeight.firstKey())).getValue();
    }

    /** The tipset that {@code tipset} stands on; empty for genesis. */
    public Optional<Tipset> parent(Tipset tipset) {
        return tipset.height() == 0 ? Optional.empty() : Optional.of(load(tipset.parents()));
    }

    /** Makes {@code head} the head: its whole ancestry becomes the chain. */
    public synchronized Move moveTo(Tipset head) {
        Deque<Tipset> applied = new ArrayDeque<>();
        Tipset branch = head;
        while (!contains(branch)) {
            applied.addFirst(branch);
            Optional<Tipset> parent = parent(branch);
            if (parent.isEmpty()) {
                break;
            }
            branch = parent.get();
        }
        long fork = applied.isEmpty() ? head.height() : applied.getFirst().height() - 1;
        List<Tipset> reverted = revertAbove(contains(branch) ? branch.height() : fork);
        applied.forEach(tipset -> byHeight.put(tipset.height(), tipset));
        return new Move(reverted, List.copyOf(applied));
    }

    private List<Tipset> revertAbove(long height) {
        NavigableMap<Long, Tipset> above = byHeight.tailMap(height, false);
        List<Tipset> reverted = new ArrayList<>(above.descendingMap().values());
        above.clear();
        return reverted;
    }
}
