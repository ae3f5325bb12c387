package io.cairn.actors.deadline;

import io.cairn.persistence.Blob;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/** The wire form of what a deadline says to its miner actor. */
public interface WindowMessages {
    /** A proven partition with the sectors left out. */
    record Proven(int partition, SortedSet<Long> skipped) {
    }

    /** Parameters of SubmitWindowedPoSt (method 5) without the chain commitment. */
    Blob submission(int deadline, List<Proven> partitions, int proofType, Blob proof);

    /** The same parameters with the chain commitment. */
    Blob committed(Blob submission, long epoch, Blob randomness);

    /** Parameters of DeclareFaultsRecovered (method 11): sectors by partition. */
    Blob recoveries(int deadline, SortedMap<Integer, SortedSet<Long>> sectors);
}
