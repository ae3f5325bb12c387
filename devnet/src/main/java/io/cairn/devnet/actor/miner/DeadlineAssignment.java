package io.cairn.devnet.actor.miner;

import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Chooses the deadline of each new sector: fewest partitions to prove, open partitions first, then the most compact.
 *
 * <p>Source: builtin-actors, actors/miner/src/deadline_assignment.rs.
 */
public final class DeadlineAssignment {

    /** A mutable deadline and how many sectors it holds; counts include those that were assigned just now. */
    public static final class Candidate {
        private final int index;
        private long live;
        private long total;

        /** A candidate with {@code live} sectors that need proofs, of {@code total} ever assigned and not compacted away. */
        public Candidate(int index, long live, long total) {
            this.index = index;
            this.live = live;
            this.total = total;
        }

        private long livePartitionsWithOneMore(long partitionSize) {
            return live / partitionSize + 1;
        }

        private long partitionsWithOneMore(long partitionSize) {
            return total / partitionSize + 1;
        }

        private boolean hasOpenPartition(long partitionSize) {
            return total % partitionSize != 0;
        }
    }

    private final long partitionSize;
    private final long mostPartitions;
    private final List<Candidate> candidates;
    private final Comparator<Candidate> order;

    /** Assigns among {@code candidates}, whose deadlines hold at most {@code mostPartitions} partitions of {@code partitionSize}. */
    public DeadlineAssignment(long partitionSize, long mostPartitions, List<Candidate> candidates) {
        this.partitionSize = partitionSize;
        this.mostPartitions = mostPartitions;
        this.candidates = candidates;
        this.order = order(partitionSize);
    }

    /** The deadline index of the next sector. Throws when every deadline is full. */
    public int next() {
        Candidate chosen = candidates.stream().min(order)
                .filter(best -> best.total < partitionSize * mostPartitions)
                .orElseThrow(() -> new NoSuchElementException("all deadlines are full"));
        chosen.live++;
        chosen.total++;
        return chosen.index;
    }

    private static Comparator<Candidate> order(long size) {
        return Comparator.<Candidate>comparingLong(c -> c.livePartitionsWithOneMore(size))
                .thenComparingLong(c -> c.partitionsWithOneMore(size))
                .thenComparing(c -> !c.hasOpenPartition(size))
                .thenComparingLong(c -> c.hasOpenPartition(size) ? -c.total : 0)
                .thenComparingLong(c -> c.live)
                .thenComparingInt(c -> c.index);
    }
}
