package io.cairn.devnet.clock;

import io.cairn.devnet.chain.Chain;
import io.cairn.devnet.keeper.BlockProducer;
import io.cairn.devnet.keeper.Keeper;
import io.cairn.protocol.address.Address;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes epochs pass: at a pace, by hand, and over idle stretches in leaps. It never passes the end of a window whose live
 * partitions are unproven, unless told so.
 */
public final class EpochClock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EpochClock.class);

    private final Chain chain;
    private final BlockProducer producer;
    private final Keeper keeper;
    private final TimeLapse timeLapse;
    private final boolean leaps;
    private final ScheduledExecutorService ticker =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("devnet-clock").daemon().factory());
    private final BusyProviders busy = new BusyProviders(System::nanoTime);
    private final LongWait longWait = new LongWait(System::nanoTime);
    private boolean troubled;
    private volatile boolean missAllowed;
    private volatile long nullRounds;

    /** A clock that stands still until {@link #run}. */
    public EpochClock(Chain chain, BlockProducer producer, Keeper keeper, boolean leaps) {
        this.chain = chain;
        this.producer = producer;
        this.keeper = keeper;
        this.timeLapse = new TimeLapse(chain);
        this.leaps = leaps;
    }

    /** Lets epochs pass at the pace from now on. */
    public void run(Duration pace) {
        ticker.scheduleWithFixedDelay(this::tickSafely, pace.toMillis(), pace.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tickSafely() {
        try {
            boolean made = tick();
            if (made && troubled) {
                troubled = false;
                LOG.info("epochs are made again, from {} on", chain.head().height());
            }
        } catch (RuntimeException failure) {
            complain(failure);
        }
    }

    private void complain(RuntimeException failure) {
        if (!troubled) {
            LOG.error("epoch {} could not be made, nothing of it counts: {}; the chain tries again until it can",
                    chain.head().height() + 1, failure.getMessage(), failure);
        }
        troubled = true;
    }

    private boolean tick() {
        keeper.prove();
        synchronized (chain) {
            long wanted = nullRounds;
            if (wanted == 0 && leaps && !busy.any() && !chain.holdsBlocks()) {
                wanted = timeLapse.idleRounds();
            }
            long rounds = wanted == 0 ? 0 : Math.min(wanted, timeLapse.roundsBeforeKeeper());
            if (waits(chain.head().height() + rounds + 1)) {
                return false;
            }
            boolean made = producer.produce(rounds).isPresent();
            nullRounds = made ? Math.max(0, nullRounds - rounds - 1) : nullRounds;
            return made;
        }
    }

    private boolean waits(long nextEpoch) {
        Optional<Long> miner = missAllowed ? Optional.empty() : timeLapse.waitsFor(nextEpoch);
        if (longWait.becomesLong(miner.isPresent())) {
            LOG.warn("the clock has waited for a minute before epoch {}: miner {} has not proven its window that ends then; if it cannot,"
                    + " 'cairn devnet allow-missed-windows' lets the window pass", nextEpoch, Address.ofId(miner.orElseThrow()));
        }
        return miner.isPresent();
    }

    /** Makes up to so many epochs now; returns how many were made before something held the clock. */
    public int step(int epochs) {
        int made = 0;
        while (made < epochs && tick()) {
            made++;
        }
        return made;
    }

    /**
     * A fault to inject: the next block comes after so many null rounds, but for the few blocks that the keeper needs to prove a window
     * of its own on the way.
     */
    public void nullRounds(long rounds) {
        nullRounds = rounds;
    }

    /** Whether the clock may pass windows that nobody proved. */
    public void allowMissedWindows(boolean allowed) {
        missAllowed = allowed;
    }

    /** A provider says whether it has work that takes real time; for a minute, or until it says otherwise, there are no leaps. */
    public void busy(String provider, boolean isBusy) {
        busy.say(provider, isBusy);
    }

    @Override
    public void close() {
        keeper.stop();
        ticker.shutdown();
        try {
            if (!ticker.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("the clock did not stop within 10 seconds");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
