package io.cairn.devnet.api;

import io.cairn.devnet.chain.Chain;
import io.cairn.devnet.clock.EpochClock;
import io.cairn.devnet.keeper.BlockProducer;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.money.TokenAmount;
import java.math.BigInteger;
import java.time.Duration;
import java.util.function.Consumer;

/** Answers of {@link DevnetApi}. */
public final class DevnetHandlers {

    private final Chain chain;
    private final EpochClock clock;
    private final BlockProducer producer;
    private final Consumer<Duration> outage;
    private final Faucet faucet;

    DevnetHandlers(Chain chain, EpochClock clock, BlockProducer producer, MpoolHandlers pool, Consumer<Duration> outage) {
        this.chain = chain;
        this.clock = clock;
        this.producer = producer;
        this.outage = outage;
        this.faucet = new Faucet(chain, pool);
    }

    public Integer step(int epochs) {
        return clock.step(epochs);
    }

    public Boolean busy(String provider, boolean isBusy) {
        clock.busy(provider, isBusy);
        return true;
    }

    public Boolean allowMissedWindows(boolean allowed) {
        clock.allowMissedWindows(allowed);
        return true;
    }

    public Boolean nullRounds(long rounds) {
        clock.nullRounds(rounds);
        return true;
    }

    public Boolean reorganise(int depth) {
        producer.reorganise(depth);
        return true;
    }

    public Boolean holdBeacon(long fromEpoch) {
        if (fromEpoch < 0) {
            chain.beacon().release();
        } else {
            chain.beacon().holdFrom(fromEpoch);
        }
        return true;
    }

    public Boolean dropMessages(int count) {
        chain.pool().dropNext(count);
        return true;
    }

    public Boolean delayMessages(long epochs) {
        chain.pool().delayBy(epochs);
        return true;
    }

    public Boolean spikeBaseFee(BigInteger least) {
        producer.spikeBaseFee(least);
        return true;
    }

    public Boolean apiDown(long milliseconds) {
        outage.accept(Duration.ofMillis(milliseconds));
        return true;
    }

    public Boolean fund(Address account, TokenAmount least) {
        return faucet.raise(account, least);
    }
}
