package io.cairn.actors.ports;

import io.cairn.actors.chain.ChainSector;
import io.cairn.persistence.Blob;
import io.cairn.proofs.dispatch.Progress;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Computes and verifies proofs of space-time. The methods block for as long as they compute; they are computations of
 * the proof dispatcher and stop early when the progress says that they are cancelled.
 */
public interface WindowProver {
    /**
     * What is to be proven.
     *
     * @param proofType  wire number of the registered window proof
     * @param randomness of the challenge, 32 bytes, not masked
     * @param sectors    sectors of all partitions in order; a sector that stands in for another appears more than once
     */
    record Task(long miner, int proofType, Blob randomness, List<ChainSector> sectors) {
        public Task {
            sectors = List.copyOf(sectors);
        }
    }

    /** What came of it. */
    sealed interface Result {
    }

    /** The proof: 192 bytes for each partition of the circuit. */
    record Made(Blob proof) implements Result {
    }

    /** Sectors that could not be read; the others can be proven without them. */
    record Unreadable(SortedSet<Long> sectors) implements Result {
        public Unreadable {
            sectors = new TreeSet<>(sectors);
        }
    }

    /** Makes the proof of a task. */
    Result prove(Task task, Progress progress);

    /** Whether a proof is right for a task. */
    boolean verify(Task task, Blob proof);

    /** Those sectors whose files can be read and opened at challenged places. */
    SortedSet<Long> readable(long miner, int proofType, List<ChainSector> sectors, Progress progress);
}
