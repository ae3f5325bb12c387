package io.cairn.node.view;

import java.util.List;

/**
 * What the faces show of a running provider, as of one moment. Times are milliseconds since 1970.
 *
 * @param miner the provider's address, such as {@code t01000}
 * @param network the chain's name
 * @param height epoch of the head
 * @param headAgeSeconds seconds since the head moved
 * @param verdict the answer to "am I losing money now?"
 * @param alerts what needs a hand, newest first
 * @param tiles the figures in words
 * @param next the window that has to be proved next, in words
 * @param deadlines the 48 deadlines in order
 * @param sectors how many sectors are in which stage, in the order of the stages
 * @param pipeline the sectors on their way, by what they wait for
 * @param jobs the computations that run now, the oldest first
 * @param cores the cores that compute proofs, and what waits for them
 * @param memory the memory outside the heap that proofs may take
 * @param shards the sharded entities by machine and type
 * @param story what happened, newest first
 * @param figures the numbers behind it
 */
public record Overview(
        String miner,
        String network,
        long height,
        double headAgeSeconds,
        Verdict verdict,
        List<Alert> alerts,
        List<Tile> tiles,
        String next,
        List<DeadlineCell> deadlines,
        List<StateCount> sectors,
        List<Column> pipeline,
        List<Job> jobs,
        Cores cores,
        Memory memory,
        List<ShardGroup> shards,
        List<StoryLine> story,
        Figures figures) {

    /** How a thing stands; each face has its colour and sign for it. */
    public enum Tone {
        done,
        busy,
        warn,
        bad,
        none
    }

    /** One sentence, and beside it what comes next or what to do. */
    public record Verdict(Tone tone, String sentence, String detail) {}

    /**
     * Something that needs a hand. It is gone when what happens makes it so.
     *
     * @param id the same as long as it is the same trouble
     * @param text what, where, what it costs, what to do
     * @param since when it was first seen
     */
    public record Alert(String id, Tone tone, String title, String text, long since) {}

    /** A figure with its name and what it means. */
    public record Tile(String name, String value, String detail) {}

    /**
     * A deadline's place in the picture; epochs are absolute.
     *
     * @param partitions partitions with live sectors
     * @param provenPartitions those whose proof has landed in the newest window
     * @param open first epoch of the open or the next window
     * @param close first epoch after it
     * @param proof how its newest proof stands, in words; empty where there is none
     */
    public record DeadlineCell(
            int index,
            Kind kind,
            boolean current,
            long partitions,
            long provenPartitions,
            long liveSectors,
            long faultySectors,
            long recoveringSectors,
            long open,
            long close,
            String proof) {

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

    /** Sectors in one stage. */
    public record StateCount(String state, long count, Tone tone) {}

    /** Sectors on their way that wait for the same kind of thing; {@code cards} are the first of {@code count}. */
    public record Column(String name, long count, List<Card> cards) {}

    /**
     * A sector on its way.
     *
     * @param since when it came into its stage
     * @param share of the stage that is done, 0 to 1; negative where nothing is counted
     */
    public record Card(long sector, String text, long since, Tone tone, double share) {}

    /**
     * A computation that runs now.
     *
     * @param name what it is, such as {@code Sector 3: proof}
     * @param done units finished, from 0 to {@code total}
     * @param total units in all, 0 while that is not known
     * @param unit what is counted, in the plural; may be empty
     * @param secondsLeft estimate, negative where there is none
     */
    public record Job(
            long id, String kind, String name, long done, long total, String unit, long startedAt, double secondsLeft) {

        /** The part that is done, 0 to 1; negative where it is not known. */
        public double share() {
            return total <= 0 ? -1 : Math.min(1, (double) done / total);
        }
    }

    /**
     * The cores that compute proofs.
     *
     * @param count how many there are
     * @param busy how many compute now
     * @param lanes the computations by priority, the highest first
     */
    public record Cores(int count, int busy, List<Lane> lanes) {}

    /** Bytes outside the heap that proofs have reserved, and that they may reserve together. */
    public record Memory(long reserved, long limit) {}

    /**
     * The computations of one priority.
     *
     * @param priority such as {@code window}
     * @param running those with a core
     * @param halted those that have begun and let others go first
     * @param queued those that have not begun
     */
    public record Lane(String priority, int running, int halted, int queued) {}

    /** Entities of one type on one machine of the cluster, and the shards they live in. */
    public record ShardGroup(String node, String type, long entities, int shards) {}

    /**
     * Something that happened.
     *
     * @param number grows by one from line to line of one process
     * @param subject what it happened to, such as {@code sector 3}
     */
    public record StoryLine(long number, long at, String subject, String text, Tone tone) {}

    /**
     * The numbers behind the words; amounts are attoFIL in decimal digits.
     *
     * @param secondsToClose until the open window of the proving period closes, at the usual pace
     * @param windowsLanded windows proven since the process started
     * @param windowsLate windows that closed unproven since then
     * @param proofsFailed attempts at window proofs that failed since then
     * @param sweep what the newest look at all sectors has found
     * @param deals deals that have not ended, by the stage that they are in
     * @param pausedDeals those of them that wait for an operator
     */
    public record Figures(
            String rawPower,
            String qualityPower,
            String networkRawPower,
            String workerBalance,
            String availableBalance,
            long faultySectors,
            long recoveringSectors,
            double secondsToClose,
            long windowsLanded,
            long windowsLate,
            long proofsFailed,
            Sweep sweep,
            List<StageCount> deals,
            long pausedDeals) {}

    /** Deals in one stage. */
    public record StageCount(String stage, long count) {}

    /**
     * What the newest look at all sectors has found.
     *
     * @param at when it ended, 0 before the first
     * @param stuckSectors sectors that will not go on by themselves
     * @param strays sectors that are not followed, but have files here
     * @param strayBytes bytes of these files
     */
    public record Sweep(long at, long stuckSectors, long strays, long strayBytes) {}
}
