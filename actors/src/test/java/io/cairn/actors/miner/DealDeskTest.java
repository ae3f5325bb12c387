package io.cairn.actors.miner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.actors.deal.MarketPolicy;
import io.cairn.actors.miner.MinerCommand.AssignPiece;
import io.cairn.actors.miner.MinerCommand.DealBatch;
import io.cairn.actors.miner.MinerCommand.QueueDeal;
import io.cairn.persistence.Blob;
import io.cairn.persistence.miner.MinerEvent;
import io.cairn.persistence.miner.MinerEvent.DealEnded;
import io.cairn.persistence.miner.MinerEvent.DealTaken;
import io.cairn.persistence.miner.MinerEvent.Identified;
import io.cairn.persistence.miner.MinerEvent.PieceRefused;
import io.cairn.persistence.miner.MinerState;
import io.cairn.persistence.miner.ProvingCalendar;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How deals come together. */
class DealDeskTest {

    private final DealDesk desk = new DealDesk(new MarketPolicy(BigInteger.ONE, 480, Duration.ofSeconds(10), 3, Duration.ofHours(1)));
    private MinerState state = MinerState.empty().apply(
            new Identified(1000, "t0100", "t0101", List.of(), 2048, 5, new ProvingCalendar(0, 48, 60, 20, 70)));

    @Test
    void aDealWaitsForCompanyAndAsksAgainWithoutHarm() {
        assertEquals("", queue("a", "", 0).requestId());
        assertEquals("", queue("a", "", 5_000).requestId());
        assertEquals("", queue("b", "", 6_000).requestId());
        DealBatch first = queue("a", "", 10_000);
        assertEquals(2, first.proposals().size());
        assertEquals(0, first.index());
        assertEquals("30", first.deposit());
        assertEquals(new DealBatch(first.requestId(), 1, first.proposals(), "30"), queue("b", "", 11_000));
        assertEquals(first, queue("a", "", 99_000));
    }

    @Test
    void aFullMessageDoesNotWait() {
        queue("a", "", 0);
        queue("b", "", 1);
        assertEquals(3, queue("c", "", 2).proposals().size());
        assertEquals("", queue("d", "", 3).requestId());
    }

    @Test
    void afterAFailureADealGetsAnotherMessage() {
        queue("a", "", 0);
        String failed = queue("a", "", 10_000).requestId();
        assertEquals("", queue("a", failed, 20_000).requestId());
        String second = queue("a", failed, 30_000).requestId();
        assertNotEquals(failed, second);
        assertEquals("", queue("a", second, 40_000).requestId(), "an earlier message does not come back");
    }

    @Test
    void piecesFillTheFullestSectorThatHasRoom() {
        long first = assign("a", 1024);
        assertEquals(first, assign("b", 512));
        long second = assign("c", 1024);
        assertNotEquals(first, second);
        assertEquals(first, assign("d", 256));
        assertEquals(second, assign("e", 1024));
        assertNotEquals(second, assign("f", 2048));
        assertEquals(first, assign("a", 1024), "the same deal has the same sector");
        assertEquals(List.of(first), List.copyOf(state.market().open().keySet()), "full sectors are not open");
    }

    @Test
    void aPieceLiesAtAMultipleOfItsSize() {
        long first = assign("a", 128);
        assertEquals(first, assign("b", 1024));
        assertNotEquals(first, assign("c", 128), "the 1024 bytes begin at 1024");
    }

    @Test
    void aSectorThatRefusedIsNotAskedAgain() {
        long first = assign("a", 1024);
        state = state.apply(new PieceRefused("a", first));
        assertNotEquals(first, assign("a", 1024));
    }

    @Test
    void nothingIsKeptOfDealsThatEnded() {
        state = state.apply(new DealTaken("a")).apply(new DealTaken("b"));
        queue("a", "", 0);
        queue("b", "", 0);
        queue("a", "", 10_000);
        assign("a", 1024);
        state = state.apply(new DealEnded("a"));
        assertEquals(1, state.market().batches().size(), "the other deal may ask");
        state = state.apply(new DealEnded("b"));
        assertTrue(state.market().batches().isEmpty());
        assertTrue(state.market().assigned().isEmpty());
    }

    private DealBatch queue(String deal, String failed, long now) {
        QueueDeal wish = new QueueDeal(deal, Blob.of(deal.getBytes()), "15", failed, null);
        apply(desk.queue(state, wish, now));
        return DealDesk.answer(state, wish);
    }

    private long assign(String deal, long size) {
        apply(DealDesk.assign(state, new AssignPiece(deal, size, null)));
        return state.market().assigned().get(deal);
    }

    private void apply(List<MinerEvent> events) {
        for (MinerEvent event : events) {
            state = state.apply(event);
        }
    }
}
