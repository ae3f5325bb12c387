package io.cairn.actors;

import io.cairn.actors.chain.HeadWatcher;
import io.cairn.actors.deadline.Confidence;
import io.cairn.actors.deadline.CrewSettings;
import io.cairn.actors.deal.MarketPolicy;
import io.cairn.actors.sender.AddressPolicy;
import java.time.Duration;

/**
 * How a storage provider is run.
 *
 * @param miner         id of the miner
 * @param blockDelay    time between two epochs
 * @param confidence    how long the window scheduler waits
 * @param maxPostFee    the most that gas of one proof message may cost, attoFIL in decimal digits
 * @param maxSealFee    the most that gas of one sealing message may cost, attoFIL in decimal digits
 * @param answer        longest wait for one answer of the node
 * @param proofTime     longest time for one window proof
 * @param preCommitDelay epochs between a pre-commitment and its interactive randomness, 150 on mainnet, 10 on short ones
 * @param sectorLifetime epochs that a sector without data is promised for, 0 for the longest that the chain allows
 * @param market        what deals are taken, and how long they wait for company
 * @param addresses     who pays for which messages
 * @param sweep         pause between two looks at all sectors
 */
public record ProviderSettings(long miner, Duration blockDelay, Confidence confidence, String maxPostFee, String maxSealFee,
                               Duration answer, Duration proofTime, long preCommitDelay, long sectorLifetime,
                               MarketPolicy market, AddressPolicy addresses,
                               Duration sweep) {
    private static final int PARTITIONS_PER_MESSAGE = 3;
    private static final int SECTORS_PER_MESSAGE = 25_000;
    private static final long MESSAGE_CONFIDENCE = 5;
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);
    private static final Duration SHORTEST_POLL = Duration.ofMillis(200);

    /** Lotus' values for everything but the miner and the block delay. */
    public static ProviderSettings standard(long miner, Duration blockDelay) {
        return new ProviderSettings(miner, blockDelay, Confidence.standard(), "5000000000000000000", "50000000000000000",
                Duration.ofSeconds(30), Duration.ofMinutes(30), 150, 0, MarketPolicy.standard(), AddressPolicy.standard(), Duration.ofDays(1));
    }

    /** These settings with other confidences of the window scheduler, in epochs. */
    public ProviderSettings withConfidence(long challenge, long submit) {
        return new ProviderSettings(miner, blockDelay, new Confidence(challenge, submit, confidence.settle(), confidence.declare()),
                maxPostFee, maxSealFee, answer, proofTime, preCommitDelay, sectorLifetime, market, addresses, sweep);
    }

    /** These settings with another limit for one answer of the node. */
    public ProviderSettings withAnswer(Duration limit) {
        return new ProviderSettings(miner, blockDelay, confidence, maxPostFee, maxSealFee, limit, proofTime, preCommitDelay,
                sectorLifetime, market, addresses, sweep);
    }

    /** These settings for a network with another delay of the interactive randomness, in epochs. */
    public ProviderSettings withPreCommitDelay(long epochs) {
        return new ProviderSettings(miner, blockDelay, confidence, maxPostFee, maxSealFee, answer, proofTime, epochs, sectorLifetime,
                market, addresses, sweep);
    }

    /** These settings with another life of sectors without data, in epochs. */
    public ProviderSettings withSectorLifetime(long epochs) {
        return new ProviderSettings(miner, blockDelay, confidence, maxPostFee, maxSealFee, answer, proofTime, preCommitDelay, epochs,
                market, addresses, sweep);
    }

    /** These settings with other rules for deals. */
    public ProviderSettings withMarket(MarketPolicy policy) {
        return new ProviderSettings(miner, blockDelay, confidence, maxPostFee, maxSealFee, answer, proofTime, preCommitDelay,
                sectorLifetime, policy, addresses, sweep);
    }

    /** These settings with other rules for who pays for messages. */
    public ProviderSettings withAddresses(AddressPolicy policy) {
        return new ProviderSettings(miner, blockDelay, confidence, maxPostFee, maxSealFee, answer, proofTime, preCommitDelay,
                sectorLifetime, market, policy, sweep);
    }

    /** These settings with another pause between two looks at all sectors. */
    public ProviderSettings withSweep(Duration every) {
        return new ProviderSettings(miner, blockDelay, confidence, maxPostFee, maxSealFee, answer, proofTime, preCommitDelay,
                sectorLifetime, market, addresses, every);
    }

    /** Pause between two looks for a message. */
    public Duration poll() {
        Duration half = blockDelay.dividedBy(2);
        return half.compareTo(SHORTEST_POLL) < 0 ? SHORTEST_POLL : half;
    }

    /** Pause between two looks at what this process has under way. */
    Duration glance() {
        Duration quarter = blockDelay.dividedBy(4);
        return quarter.compareTo(SHORTEST_POLL) < 0 ? quarter : SHORTEST_POLL;
    }

    /** Tipsets that must lie on top of a message. */
    public long messageConfidence() {
        return MESSAGE_CONFIDENCE;
    }

    CrewSettings crew() {
        return new CrewSettings(miner, PARTITIONS_PER_MESSAGE, SECTORS_PER_MESSAGE, maxPostFee, MESSAGE_CONFIDENCE, poll(),
                answer, proofTime);
    }

    HeadWatcher.Patience patience() {
        Duration ten = blockDelay.multipliedBy(10);
        Duration retry = blockDelay.compareTo(Duration.ofSeconds(10)) < 0 ? blockDelay : Duration.ofSeconds(10);
        return new HeadWatcher.Patience(retry, ten.compareTo(LONGEST_SILENCE) > 0 ? ten : LONGEST_SILENCE);
    }
}
