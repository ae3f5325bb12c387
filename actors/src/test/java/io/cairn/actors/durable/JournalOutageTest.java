package io.cairn.actors.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.LoggingTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.AskPattern;
import akka.persistence.testkit.PersistenceTestKitPlugin;
import akka.persistence.testkit.ProcessingSuccess;
import akka.persistence.testkit.StorageFailure;
import akka.persistence.testkit.javadsl.PersistenceTestKit;
import com.typesafe.config.ConfigFactory;
import io.cairn.actors.chain.FakeChain;
import io.cairn.actors.chain.HeadChange;
import io.cairn.actors.chain.Ledger;
import io.cairn.actors.deadline.DeadlineCommand;
import io.cairn.actors.deal.MarketPolicy;
import io.cairn.actors.miner.Family;
import io.cairn.actors.miner.Miner;
import io.cairn.actors.miner.MinerCommand;
import io.cairn.actors.miner.MinerCommand.AllocateSector;
import io.cairn.actors.miner.MinerCommand.Allocated;
import io.cairn.actors.miner.MinerCommand.HeadChanged;
import io.cairn.actors.view.MinerView;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The journal is away: whoever asks hears of it, whoever does not is heard later, and it is said once. */
class JournalOutageTest {
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofSeconds(8);

    private final ActorTestKit kit = ActorTestKit.create(ConfigFactory.parseString("akka.actor.provider = local\n"
                    + "cairn.journal-patience { first-pause = 50 ms, longest-pause = 200 ms, commands-kept = 100 }")
            .withFallback(PersistenceTestKitPlugin.getInstance().config()).withFallback(ConfigFactory.load()));
    private final PersistenceTestKit journal = PersistenceTestKit.create(kit.system());
    private final FakeChain chain = new FakeChain();
    private final ActorRef<MinerCommand> miner =
            kit.spawn(Miner.create("t01000", chain, new NoFamily(), MarketPolicy.standard(), Clock.systemUTC()));

    private volatile boolean away;

    @BeforeEach
    void start() throws Exception {
        journal.withPolicy((id, operation) -> away ? StorageFailure.create(new IllegalStateException("the database is away"))
                : ProcessingSuccess.getInstance());
        assertEquals(0, get(allocate("first", LONG)).sector());
    }

    @AfterEach
    void stop() {
        kit.shutdownTestKit();
    }

    @Test
    void whoAskedHearsOfItAndAsksAgainAndNothingIsDoneTwice() throws Exception {
        away = true;
        CompletionStage<Allocated> lost = allocate("b", SHORT);
        ExecutionException failure = assertThrows(ExecutionException.class, () -> get(lost));
        assertTrue(failure.getCause() instanceof TimeoutException, failure.toString());
        away = false;
        assertEquals(1, get(allocate("b", LONG)).sector());
        assertEquals(0, get(allocate("first", LONG)).sector());
        assertEquals(0, JournalWatch.waiting(kit.system()));
    }

    @Test
    void commandsThatComeMeanwhileAreKept() throws Exception {
        TestProbe<Allocated> answers = kit.createTestProbe();
        away = true;
        miner.tell(new AllocateSector("lost", answers.ref()));
        eventually(() -> JournalWatch.waiting(kit.system()) == 1);
        for (int i = 0; i < 20; i++) {
            miner.tell(new AllocateSector("kept " + i, answers.ref()));
        }
        pause();
        away = false;
        for (int i = 0; i < 20; i++) {
            assertEquals(new Allocated("kept " + i, i + 1), answers.receiveMessage(Duration.ofSeconds(10)));
        }
    }

    @Test
    void theNextHeadRepeatsWhatAHeadCouldNotWrite() throws Exception {
        away = true;
        miner.tell(new HeadChanged(new HeadChange(FakeChain.at(1000), 1000)));
        eventually(() -> JournalWatch.waiting(kit.system()) == 1);
        away = false;
        TestProbe<MinerView> views = kit.createTestProbe();
        for (int height = 1001; height < 1006; height++) {
            miner.tell(new HeadChanged(new HeadChange(FakeChain.at(height), height)));
            miner.tell(new MinerCommand.Look(views.ref()));
            pause();
        }
        assertTrue(views.receiveSeveralMessages(5, LONG).getLast().state().identity().isPresent());
    }

    @Test
    void itIsSaidOnceThatItIsAwayAndOnceThatItIsBack() throws Exception {
        LoggingTestKit.info("the journal answers again").withOccurrences(1).expect(kit.system(), () ->
                LoggingTestKit.error("the journal does not take what").withOccurrences(1).expect(kit.system(), () ->
                        LoggingTestKit.error("the journal does not answer: ").withOccurrences(1).expect(kit.system(), () -> {
                            away = true;
                            miner.tell(new AllocateSector("b", kit.<Allocated>createTestProbe().ref()));
                            eventually(() -> JournalWatch.waiting(kit.system()) == 1);
                            pause();
                            away = false;
                            eventually(() -> JournalWatch.waiting(kit.system()) == 0);
                            return null;
                        })));
        assertFalse(get(look()).state().sectors().isEmpty());
    }

    private CompletionStage<Allocated> allocate(String request, Duration limit) {
        return AskPattern.ask(miner, replyTo -> new AllocateSector(request, replyTo), limit, kit.scheduler());
    }

    private CompletionStage<MinerView> look() {
        return AskPattern.ask(miner, MinerCommand.Look::new, Duration.ofSeconds(5), kit.scheduler());
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    /** Long enough for several attempts. */
    private static void pause() {
        long until = System.nanoTime() + SHORT.toNanos();
        eventually(() -> System.nanoTime() > until);
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void eventually(Condition condition) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        try {
            while (!condition.holds()) {
                assertTrue(System.nanoTime() < limit, "not reached within 15 s");
                Thread.sleep(5);
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static final class NoFamily implements Family {
        @Override
        public void deadline(int index, DeadlineCommand command) {
        }

        @Override
        public void sector(long number, HeadChange change) {
        }

        @Override
        public void standing(long number, Ledger.Standing standing, long head) {
        }

        @Override
        public void deal(String deal, HeadChange change) {
        }
    }
}
