package io.cairn.devnet.actor.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.devnet.actor.market.MarketState.Settled;
import io.cairn.devnet.store.ChainLog;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Commitments;
import java.math.BigInteger;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the money of deals goes. */
class DealSettlementTest {

    private static final long CLIENT = 100;
    private static final long PROVIDER = 1000;
    private static final Deal DEAL = new Deal(Commitments.pieceCid(new byte[32]), 1024, false, Address.ofId(CLIENT), Address.ofId(PROVIDER),
            new CborWriter().text("").toByteArray(), 50, 150, amount(3), amount(20), amount(7));

    @TempDir
    Path folder;

    private ChainLog log;
    private MarketState state;
    private long id;

    @BeforeEach
    void open() {
        log = ChainLog.open(folder.resolve("chain.log"));
        state = MarketState.construct(log);
    }

    @AfterEach
    void close() {
        log.close();
    }

    private void publish() {
        state.credit(CLIENT, amount(1000));
        state.credit(PROVIDER, amount(100));
        id = state.add(DEAL);
    }

    @Test
    void publishingLocksBothParties() {
        publish();
        assertEquals(amount(3 * 100 + 7), state.locked(CLIENT));
        assertEquals(amount(20), state.locked(PROVIDER));
    }

    @Test
    void whatHasElapsedIsPaidOnceAndTheRestAtTheEnd() {
        publish();
        state.activate(id, 5, 40);
        assertEquals(new Settled(amount(0), false), state.settle(id, DEAL, state.activation(id).orElseThrow(), 45));
        assertEquals(new Settled(amount(30), false), state.settle(id, DEAL, state.activation(id).orElseThrow(), 60));
        assertEquals(new Settled(amount(0), false), state.settle(id, DEAL, state.activation(id).orElseThrow(), 60));
        assertEquals(new Settled(amount(270), true), state.settle(id, DEAL, state.activation(id).orElseThrow(), 400));
        assertEquals(amount(700), state.escrow(CLIENT));
        assertEquals(amount(400), state.escrow(PROVIDER));
        assertEquals(amount(0), state.locked(CLIENT));
        assertEquals(amount(0), state.locked(PROVIDER));
        assertTrue(state.deal(id).isEmpty());
    }

    @Test
    void aDealThatNeverBecameActiveFreesTheClientAndCostsTheProvider() {
        publish();
        assertEquals(amount(20), state.timeOut(id, DEAL));
        assertEquals(amount(1000), state.escrow(CLIENT));
        assertEquals(amount(80), state.escrow(PROVIDER));
        assertEquals(amount(0), state.locked(CLIENT));
        assertEquals(amount(0), state.locked(PROVIDER));
        assertTrue(state.deal(id).isEmpty());
    }

    private static BigInteger amount(long atto) {
        return BigInteger.valueOf(atto);
    }
}
