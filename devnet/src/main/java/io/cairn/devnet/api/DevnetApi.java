package io.cairn.devnet.api;

import io.cairn.protocol.rpc.Namespace;
import io.cairn.protocol.api.Requires;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.money.TokenAmount;
import java.math.BigInteger;
import java.util.concurrent.CompletableFuture;

/** What only this chain answers: its clock and the faults to inject, one call each. */
@Namespace("Devnet")
public interface DevnetApi extends AutoCloseable {

    /** Makes up to so many epochs now and answers how many were made before a window or the beacon held the clock. */
    @Requires("admin")
    CompletableFuture<Integer> step(int epochs);

    /**
     * A provider says whether it has work that takes real time; while one has, the clock does not leap. Each provider speaks for itself,
     * under a name of its own, and a word counts for a minute of real time unless it is said again.
     */
    @Requires("write")
    CompletableFuture<Boolean> busy(String provider, boolean isBusy);

    /** Lets the clock pass windows that nobody proved, or no longer. */
    @Requires("admin")
    CompletableFuture<Boolean> allowMissedWindows(boolean allowed);

    /** Puts so many null rounds before the next block, even over windows that nobody proved. */
    @Requires("admin")
    CompletableFuture<Boolean> nullRounds(long rounds);

    /** Replaces the newest tipsets by a heavier branch without their messages. */
    @Requires("admin")
    CompletableFuture<Boolean> reorganise(int depth);

    /** Holds the beacon back from an epoch on; a negative epoch ends the delay. */
    @Requires("admin")
    CompletableFuture<Boolean> holdBeacon(long fromEpoch);

    /** Acknowledges and forgets the next messages. */
    @Requires("admin")
    CompletableFuture<Boolean> dropMessages(int count);

    /** Makes messages that come from now on wait so many epochs; 0 ends it. */
    @Requires("admin")
    CompletableFuture<Boolean> delayMessages(long epochs);

    /** Keeps the base fee at least this high, attoFIL; zero ends it. */
    @Requires("admin")
    CompletableFuture<Boolean> spikeBaseFee(BigInteger least);

    /** Takes the API away for so long, from shortly after the answer on. */
    @Requires("admin")
    CompletableFuture<Boolean> apiDown(long milliseconds);

    /**
     * Raises an account's balance to at least so much from the chain's own funds, and answers whether it is that high now.
     * Asking again before it is sends nothing more.
     */
    @Requires("write")
    CompletableFuture<Boolean> fund(Address account, TokenAmount least);

    /** Ends a client's connection. */
    @Override
    void close();
}
