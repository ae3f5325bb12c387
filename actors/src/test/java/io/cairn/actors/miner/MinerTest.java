package io.cairn.actors.miner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import com.typesafe.config.ConfigFactory;
import io.cairn.actors.chain.FakeChain;
import io.cairn.actors.chain.HeadChange;
import io.cairn.actors.chain.Ledger;
import io.cairn.actors.chain.Partition;
import io.cairn.actors.deadline.DeadlineCommand;
import io.cairn.actors.deal.MarketPolicy;
import io.cairn.actors.miner.MinerCommand.AllocateSector;
import io.cairn.actors.miner.MinerCommand.Allocated;
import io.cairn.actors.miner.MinerCommand.ChooseSender;
import io.cairn.actors.miner.MinerCommand.FreeSender;
import io.cairn.actors.miner.MinerCommand.HeadChanged;
import io.cairn.actors.miner.MinerCommand.SenderOf;
import io.cairn.persistence.miner.MinerEvent;
import io.cairn.persistence.miner.MinerState;
import java.time.Clock;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A miner knows who it is, gives out numbers once, and keeps its sectors in line with the chain. */
class MinerTest {
    private static final ActorTestKit KIT = ActorTestKit.create(ConfigFactory.parseString("akka.actor.provider = local")
            .withFallback(EventSourcedBehaviorTestKit.config()).withFallback(ConfigFactory.load()));

    private final FakeChain chain = new FakeChain();
    private final RecordingFamily family = new RecordingFamily();
    private final TestProbe<Allocated> numbers = KIT.createTestProbe();
    private final EventSourcedBehaviorTestKit<MinerCommand, MinerEvent, MinerState> miner = EventSourcedBehaviorTestKit.create(
            KIT.system(), Miner.create("t01000", chain, family, MarketPolicy.standard(), Clock.systemUTC()));

    @BeforeEach
    void forget() {
        miner.clear();
    }

    @AfterAll
    static void stop() {
        KIT.shutdownTestKit();
    }

    @Test
    void theFirstHeadTellsWhoItIsAndReachesEveryDeadlineOnce() throws Exception {
        head(1000);
        eventually(() -> family.deadlines.size() == 48);
        assertEquals("t0101", miner.getState().identity().orElseThrow().worker());
        assertEquals(2, miner.getState().nextSector(), "numbers below are taken on chain");
        head(1001);
        eventually(() -> family.deadlines.size() == 96);
    }

    @Test
    void theSameRequestKeepsItsNumberAcrossARestart() {
        assertEquals(0, allocate("a"));
        miner.restart();
        assertEquals(0, allocate("a"));
        assertEquals(1, allocate("b"));
        assertEquals(new TreeSet<>(List.of(0L, 1L)), miner.getState().sectors());
    }

    @Test
    void aRequestKeepsTheAddressThatWasChosenFirstUntilThatIsFree() {
        assertEquals("", sender("post/1", ""));
        assertEquals("t0102", sender("post/1", "t0102"));
        assertEquals("t0102", sender("post/1", "t0103"), "the second to choose follows the first");
        miner.restart();
        assertEquals("t0102", sender("post/1", ""));
        miner.runCommand(new FreeSender("post/1", "t0103"));
        assertEquals("t0102", sender("post/1", ""), "only who holds a request can give it back");
        miner.runCommand(new FreeSender("post/1", "t0102"));
        assertEquals("t0103", sender("post/1", "t0103"));
    }

    private String sender(String request, String address) {
        TestProbe<SenderOf> senders = KIT.createTestProbe();
        miner.runCommand(new ChooseSender(request, address, senders.ref()));
        return senders.receiveMessage().address();
    }

    @Test
    void atTheStartSectorsAreComparedWithTheChain() throws Exception {
        for (String request : List.of("a", "b", "c", "d")) {
            allocate(request);
        }
        chain.deadlines.put(3, List.of(partition(set(0, 1, 2, 8), set(1), set(2))));
        miner.restart();
        head(1000);
        eventually(() -> family.standings.size() >= 4);
        assertEquals(List.of("0 PROVEN", "1 FAULTY", "2 ENDED", "3 ABSENT"), family.standings.subList(0, 4));
    }

    @Test
    void sectorsOnChainThatAreNotKnownHereAreSaidOnce() throws Exception {
        chain.deadlines.put(3, List.of(partition(set(7, 8, 9), set(), set(9))));
        head(1000);
        head(1001);
        eventually(() -> miner.getState().strangers().equals(set(7, 8)));
        miner.restart();
        assertEquals(set(7, 8), miner.getState().strangers());
        chain.deadlines.clear();
        head(1002);
        eventually(() -> miner.getState().strangers().isEmpty());
    }

    @Test
    void comparingGoesOnWhenTheNodeComesBack() throws Exception {
        allocate("a");
        head(1000);
        eventually(() -> family.deadlines.size() == 48);
        miner.restart();
        chain.away = true;
        head(1001);
        chain.away = false;
        eventually(() -> {
            head(1002);
            return family.standings.contains("0 ABSENT");
        });
    }

    private long allocate(String request) {
        miner.runCommand(new AllocateSector(request, numbers.ref()));
        return numbers.receiveMessage().sector();
    }

    private void head(long height) {
        miner.runCommand(new HeadChanged(new HeadChange(FakeChain.at(height), HeadChange.NOTHING_REVERTED)));
    }

    private static Partition partition(SortedSet<Long> all, SortedSet<Long> faulty, SortedSet<Long> ended) {
        SortedSet<Long> live = new TreeSet<>(all);
        live.removeAll(ended);
        return new Partition(all, faulty, set(), live, live);
    }

    private static SortedSet<Long> set(long... numbers) {
        SortedSet<Long> set = new TreeSet<>();
        for (long number : numbers) {
            set.add(number);
        }
        return set;
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void eventually(Condition condition) throws Exception {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < limit, "not reached within 60 s");
            Thread.sleep(5);
        }
    }

    private static final class RecordingFamily implements Family {
        private final List<Integer> deadlines = new CopyOnWriteArrayList<>();
        private final List<String> standings = new CopyOnWriteArrayList<>();

        @Override
        public void deadline(int index, DeadlineCommand command) {
            deadlines.add(index);
        }

        @Override
        public void sector(long number, HeadChange change) {
        }

        @Override
        public void standing(long number, Ledger.Standing standing, long head) {
            standings.add(number + " " + standing);
        }

        @Override
        public void deal(String deal, HeadChange change) {
        }
    }
}
