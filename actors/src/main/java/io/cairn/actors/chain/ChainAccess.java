package io.cairn.actors.chain;

import io.cairn.persistence.Blob;
import io.cairn.persistence.miner.MinerEvent.Identified;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the entities ask of a full node, in their own words. Every answer fails when the node is away; callers try again at
 * the next head.
 */
public interface ChainAccess {
    /**
     * Follows the head. The first notification is one {@code CURRENT} step.
     *
     * @param closed runs once when the subscription ends for any reason but closing it
     */
    AutoCloseable follow(Consumer<List<HeadMove>> moves, Runnable closed);

    /** The newest tipset. */
    CompletionStage<Head> head();

    /** The last tipset at or before an epoch, in the ancestry of a head. */
    CompletionStage<Head> tipsetAtOrBefore(long epoch, Head from);

    /** The first tipset at or after an epoch, in the ancestry of a head. */
    CompletionStage<Head> tipsetAtOrAfter(long epoch, Head from);

    /** What the chain says about a miner. */
    CompletionStage<Identified> miner(long miner, Head at);

    /** The lowest sector number that the chain has never seen, all larger ones being free as well. */
    CompletionStage<Long> sectorNumbersTaken(long miner, Head at);

    /** The partitions of a deadline in their order, as they are before a tipset's own messages. */
    CompletionStage<List<Partition>> partitions(long miner, int deadline, Head at);

    /** How all sectors of a miner stand, from the partitions of all its deadlines. */
    default CompletionStage<Ledger> ledger(long miner, int deadlines, Head at) {
        return IntStream.range(0, deadlines).mapToObj(deadline -> partitions(miner, deadline, at))
                .reduce((some, more) -> some.thenCombine(more, (one, other) -> Stream.concat(one.stream(), other.stream()).toList()))
                .orElseThrow().thenApply(Ledger::of);
    }

    /** Indices of the partitions of a deadline for which the chain has a proof in the current window. */
    CompletionStage<SortedSet<Integer>> provenPartitions(long miner, int deadline, Head at);

    /** The sectors of a set, ascending. */
    CompletionStage<List<ChainSector>> sectors(long miner, SortedSet<Long> numbers, Head at);

    /** One sector, if it is on chain. */
    CompletionStage<Optional<ChainSector>> sector(long miner, long number, Head at);

    /** The pre-commitment of a sector, if there is one. */
    CompletionStage<Optional<PreCommitment>> preCommitment(long miner, long number, Head at);

    /** Randomness of the window's challenge: beacon, tag 4, the miner as entropy. */
    CompletionStage<Blob> windowChallenge(long miner, long epoch, Head at);

    /** Randomness that ties a submission to this chain: tickets, tag 9, no entropy. */
    CompletionStage<Blob> chainCommitment(long epoch, Head at);

    /** Randomness that makes a replica unique: tickets, tag 5, the miner as entropy. */
    CompletionStage<Blob> sealTicket(long miner, long epoch, Head at);

    /** Randomness of the interactive challenge: beacon, tag 6, the miner as entropy. */
    CompletionStage<Blob> sealSeed(long miner, long epoch, Head at);

    /** attoFIL to send with a pre-commitment. */
    CompletionStage<BigInteger> preCommitDeposit(long miner, PreCommitDraft draft, Head at);

    /** attoFIL to send with a commitment, above what the deposit covers. */
    CompletionStage<BigInteger> initialPledge(long miner, PreCommitDraft draft, Head at);

    /** Gas values for a message, within its maximal fee, and the sender's next nonce. */
    CompletionStage<Gas> prepare(Outbound message);

    /** Gas values with which a message may do when money is short: of the same limit, with a lower fee. */
    CompletionStage<Gas> frugal(Outbound message, Gas usual);

    /** The id address of an address, in text form; fails for one that the chain does not know. */
    CompletionStage<String> idOf(String address);

    /** What an address holds, attoFIL. */
    CompletionStage<BigInteger> balance(String address);

    /** What the node would offer now for the gas of a message that was signed before; its limit is kept. */
    CompletionStage<Gas> reprice(Blob signedMessage);

    /** The lowest nonce of an address that was not executed before a tipset's own messages; 0 for one that never sent. */
    CompletionStage<Long> nonce(String address, Head at);

    /** Puts a signed message into the pool; putting the same bytes again does no harm, but may fail with words to that effect. */
    CompletionStage<Void> push(Blob signedMessage);

    /**
     * Says whether a provider has work that takes real time, for a chain that would leap otherwise.
     *
     * @return whether the node has any use for it
     */
    CompletionStage<Boolean> busy(String provider, boolean isBusy);

    /** A message that was executed in the ancestry of a head, following replacement. */
    CompletionStage<Optional<Executed>> executed(String messageCid, Head at);
}
