package io.cairn.node.config;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the operator has decided, checked.
 *
 * @param home folder of everything Cairn keeps, absolute
 * @param parameters folder of the proof parameters, absolute
 * @param journal where events are kept
 * @param patience what is done when the journal does not answer
 * @param node the full node to work against
 * @param devnet the embedded chain
 * @param provider what is sealed
 * @param sealing how sectors are sealed
 * @param addresses who pays for messages
 * @param market what deals are taken and how they come together
 * @param proving when and with what proofs are made
 * @param management the HTTP endpoint
 */
public record Settings(
        Path home, Path parameters, Journal journal, Patience patience, Node node, Devnet devnet, Provider provider, Sealing sealing, Addresses addresses,
        Market market, Proving proving, Management management) {

    /** The journal's database: a file in the home, or a PostgreSQL server. */
    public sealed interface Journal {

        /** An H2 file in the home, for one machine. */
        record H2() implements Journal {}

        /** A PostgreSQL database by its JDBC URL; the password stands alone in a file, or there is none. */
        record PostgreSql(String url, String user, Optional<Path> passwordFile) implements Journal {}
    }

    /** Pauses before an entity whose journal does not answer tries again: the first, and the longest to which it doubles. */
    public record Patience(Duration first, Duration longest) {}

    /** {@code apiInfo} is {@code embedded} or Lotus' "token:multiaddress". */
    public record Node(String apiInfo, Duration callTimeout) {

        /** Whether the chain runs inside this process. */
        public boolean embedded() {
            return apiInfo.equals("embedded");
        }
    }

    /** The embedded chain: the text all derives from, the time between epochs, idle jumps, the loopback port. */
    public record Devnet(String seed, Duration epoch, boolean timeLapse, int port) {}

    /** {@code sectorSize} in bytes, {@code sectorLifetime} in epochs, the pause between two looks at all sectors. */
    public record Provider(long sectorSize, long sectorLifetime, Duration sweep) {}

    /** How many sectors are labelled together at most, and the absolute scratch folder for that, absent for the store itself. */
    public record Sealing(int sectorsTogether, Optional<Path> scratch) {}

    /** Addresses in text form that pay for messages, by what these are for; whether worker and owner stand in for them. */
    public record Addresses(List<String> preCommit, List<String> commit, List<String> dealPublish, boolean workerFallback,
            boolean ownerFallback) {}

    /**
     * Deals.
     *
     * @param price           asked for one GiB and epoch, attoFIL
     * @param startDelay      epochs from the proposal of a file's deal to its start
     * @param duration        epochs that a file's deal lasts
     * @param startBuffer     epochs that must be left until a deal's start when it is published or put into a sector
     * @param publishWait     how long the first deal of a publish message waits for others
     * @param dealsPerMessage deals that fill a publish message
     * @param sectorWait      how long an open sector waits for more pieces
     */
    public record Market(BigInteger price, long startDelay, long duration, long startBuffer, Duration publishWait,
            int dealsPerMessage, Duration sectorWait) {}

    /** Confidences in epochs; {@code cores} is at least 1, {@code memory} are bytes outside the heap, at least one. */
    public record Proving(int challengeConfidence, int submitConfidence, int cores, long memory) {}

    /** Where the management endpoint listens. */
    public record Management(String host, int port) {}
}
