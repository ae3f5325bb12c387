package io.cairn.actors.chain;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All sectors of a miner that the chain has proven once, and how they stand.
 *
 * @param all    also those that ended and were not cleared away yet
 * @param live   those that have not ended
 * @param faulty live ones that are not proven now
 */
public record Ledger(SortedSet<Long> all, SortedSet<Long> live, SortedSet<Long> faulty) {

    /** How a sector stands on chain. */
    public enum Standing {
        /** The chain does not have it. */
        ABSENT,
        /** It is proven. */
        PROVEN,
        /** It is not proven and may recover. */
        FAULTY,
        /** It expired or was terminated. */
        ENDED
    }

    /** The ledger of some partitions. */
    static Ledger of(Collection<Partition> partitions) {
        Ledger ledger = new Ledger(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        partitions.forEach(partition -> {
            ledger.all().addAll(partition.all());
            ledger.live().addAll(partition.live());
            ledger.faulty().addAll(partition.faulty());
        });
        return ledger;
    }

    /** How one sector stands. */
    public Standing standing(long sector) {
        if (live.contains(sector)) {
            return faulty.contains(sector) ? Standing.FAULTY : Standing.PROVEN;
        }
        return all.contains(sector) ? Standing.ENDED : Standing.ABSENT;
    }
}
