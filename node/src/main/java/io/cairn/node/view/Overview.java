package io.cairn.node.view;

import java.util.List;

/**
 * What the first page shows, as of one moment.
 *
 * @param miner the provider's address, such as {@code t01000}
 * @param network the chain's name
 * @param height epoch of the head
 * @param headAgeSeconds seconds since the head arrived
 * @param sentence one sentence that answers "am I losing money now?"
 * @param alerts what needs a hand, each a whole sentence with what to do
 * @param tiles the figures
 * @param deadlines the 48 deadlines in order
 * @param sectors how many sectors are in which state
 * @param proofs the proofs being computed
 * @param shards the sharded entities by type
 */
public record Overview(
        String miner,
        String network,
        long height,
        double headAgeSeconds,
        String sentence,
        List<String> alerts,
        List<Tile> tiles,
        List<DeadlineCell> deadlines,
        List<StateCount> sectors,
        List<RunningProof> proofs,
        List<ShardGroup> shards) {

    /** A figure with its name and what it means. */
    public record Tile(String name, String value, String detail) {}

    /** A deadline's place in the picture; epochs are absolute. */
    public record DeadlineCell(
            int index,
            Kind kind,
            boolean current,
            long partitions,
            long liveSectors,
            long faultySectors,
            long open,
            long close) {

        /** How a deadline stands; the page has a colour and a pattern for each. */
        public enum Kind {
            proven,
            open,
            coming,
            faulty,
            missed,
            empty
        }
    }

    /** Sectors in one state. */
    public record StateCount(String state, long count) {}

    /** A proof being computed, {@code done} of {@code total} parts; a total of 0 where the way is not known. */
    public record RunningProof(String what, long done, long total) {}

    /** Entities of one type and the shards they live in. */
    public record ShardGroup(String type, long entities, int shards) {}
}
