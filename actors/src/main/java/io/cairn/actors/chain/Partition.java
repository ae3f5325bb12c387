package io.cairn.actors.chain;

import java.util.SortedSet;
import java.util.TreeSet;

/** Sector numbers of one partition (lotus: api/types.go (Partition)). */
public record Partition(SortedSet<Long> all, SortedSet<Long> faulty, SortedSet<Long> recovering, SortedSet<Long> live,
                        SortedSet<Long> active) {

    /** Sectors that the next proof has to cover: all that live and are not faulty, and those declared recovered. */
    public SortedSet<Long> toProve() {
        SortedSet<Long> sectors = new TreeSet<>(live);
        sectors.removeAll(faulty);
        sectors.addAll(recovering);
        return sectors;
    }
}
