package io.cairn.actors.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import com.typesafe.config.ConfigFactory;
import io.cairn.actors.chain.FakeChain;
import io.cairn.actors.chain.Head;
import io.cairn.actors.chain.HeadChange;
import io.cairn.actors.chain.Partition;
import io.cairn.actors.deadline.DeadlineCommand.AllProved;
import io.cairn.actors.deadline.DeadlineCommand.BatchProved;
import io.cairn.actors.deadline.DeadlineCommand.HeadChanged;
import io.cairn.actors.deadline.DeadlineCommand.Identity;
import io.cairn.actors.deadline.DeadlineCommand.Sent;
import io.cairn.actors.work.RunningWork;
import io.cairn.actors.work.UnderWay;
import io.cairn.persistence.Blob;
import io.cairn.persistence.deadline.Batch;
import io.cairn.persistence.deadline.DeadlineEvent;
import io.cairn.persistence.deadline.DeadlineState;
import io.cairn.persistence.deadline.Window;
import io.cairn.persistence.deadline.WindowOutcome;
import io.cairn.persistence.deadline.WindowState;
import io.cairn.persistence.miner.ProvingCalendar;
import io.cairn.proofs.dispatch.ProofDispatcher;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a window ended is read from the chain's books, whatever was seen of it here. */
class WindowOutcomeTest {
    private static final ProvingCalendar CALENDAR = new ProvingCalendar(0, 48, 60, 20, 70);
    private static final int INDEX = 5;
    private static final Window WINDOW = CALENDAR.notElapsed(INDEX, 2880);
    private static final Window NEXT = CALENDAR.notElapsed(INDEX, WINDOW.close());
    private static final long JUDGED_AT = WINDOW.close() + 10;

    private static ActorTestKit kit;

    private final ForgetfulChain chain = new ForgetfulChain();
    private EventSourcedBehaviorTestKit<DeadlineCommand, DeadlineEvent, DeadlineState> deadline;

    @BeforeAll
    static void startKit() {
        kit = ActorTestKit.create(ConfigFactory.parseString("akka.actor.provider = local")
                .withFallback(EventSourcedBehaviorTestKit.config()).withFallback(ConfigFactory.load()));
    }

    @AfterAll
    static void stopKit() {
        kit.shutdownTestKit();
    }

    @BeforeEach
    void startDeadline() {
        CrewSettings settings = new CrewSettings(1000, 3, 25_000, "0", 5, Duration.ofMillis(20), Duration.ofSeconds(5), Duration.ofSeconds(5));
        Crew real = new WorkingCrew(chain, new FakeWindowProver(), new FakeWindowMessages(),
                (id, message) -> new CompletableFuture<>(), settings, new RunningWork(Clock.systemUTC(), new ProofDispatcher(1)),
                new UnderWay(), Runnable::run);
        deadline = EventSourcedBehaviorTestKit.create(kit.system(), Deadline.create("t01000/" + INDEX, Confidence.standard(),
                new CrewThatOnlyJudges(real)));
        deadline.clear();
    }

    @Test
    void anEmptyWindowThatWasLeaptOverIsEmpty() throws Exception {
        head(WINDOW.challenge() - 100);
        head(WINDOW.close() + 1000);
        assertEquals(Optional.of(WindowOutcome.EMPTY), outcome(WINDOW));
    }

    @Test
    void aWindowWithSectorsThatWasLeaptOverWasMissed() throws Exception {
        chain.deadlines.put(INDEX, List.of(partition(set(1, 2), set(), set())));
        chain.changes.put(INDEX, new TreeMap<>(Map.of(WINDOW.close(), List.of(partition(set(1, 2), set(1, 2), set())))));
        head(WINDOW.challenge() + 1);
        head(JUDGED_AT);
        assertEquals(Optional.of(WindowOutcome.MISSED), outcome(WINDOW));
        assertEquals("2 sectors of partitions [0] were not proven; the window closed", window(WINDOW).detail());
    }

    @Test
    void aWindowThatWentByWhileTheProcessWasDownIsJudgedAllTheSame() throws Exception {
        chain.deadlines.put(INDEX, List.of(partition(set(1), set(), set())));
        chain.changes.put(INDEX, new TreeMap<>(Map.of(NEXT.close(), List.of(partition(set(1), set(1), set())))));
        head(WINDOW.challenge() + 1);
        deadline.restart();
        head(NEXT.close() + 10);
        assertEquals(Optional.of(WindowOutcome.PROVEN), outcome(WINDOW));
        assertEquals(Optional.of(WindowOutcome.MISSED), outcome(NEXT));
    }

    @Test
    void whatWasBeforeTheFirstWindowIsNotLookedAt() {
        head(JUDGED_AT);
        assertTrue(deadline.getState().windows().keySet().stream().allMatch(open -> open > WINDOW.open()));
    }

    @Test
    void aProofThatLandedUnseenMadeTheWindowProven() throws Exception {
        chain.deadlines.put(INDEX, List.of(partition(set(1, 2), set(), set())));
        sent();
        head(JUDGED_AT);
        assertEquals(Optional.of(WindowOutcome.PROVEN), outcome(WINDOW));
    }

    @Test
    void aProofThatNeverLandedMadeTheWindowMissed() throws Exception {
        chain.deadlines.put(INDEX, List.of(partition(set(1, 2), set(), set())));
        chain.changes.put(INDEX, new TreeMap<>(Map.of(WINDOW.close(), List.of(partition(set(1, 2), set(1, 2), set())))));
        sent();
        head(JUDGED_AT);
        assertEquals(Optional.of(WindowOutcome.MISSED), outcome(WINDOW));
    }

    @Test
    void aPartitionThatCouldNotBeReadIsMissedThoughTheOthersLanded() throws Exception {
        Partition good = partition(set(1, 2), set(), set());
        chain.deadlines.put(INDEX, List.of(good, partition(set(3), set(), set())));
        chain.changes.put(INDEX, new TreeMap<>(Map.of(WINDOW.close(), List.of(good, partition(set(3), set(3), set())))));
        sent();
        deadline.runCommand(new DeadlineCommand.Executed(WINDOW.open(), 0, "cid", 0, WINDOW.open() + 5));
        head(JUDGED_AT);
        assertEquals(Optional.of(WindowOutcome.MISSED), outcome(WINDOW));
        assertEquals("1 sectors of partitions [1] were not proven", window(WINDOW).detail());
    }

    @Test
    void faultySectorsAloneAreNothingToProveAndSkippedOnesAreNoMiss() throws Exception {
        chain.deadlines.put(INDEX, List.of(partition(set(1), set(1), set()), partition(set(2, 3), set(), set())));
        chain.changes.put(INDEX, new TreeMap<>(Map.of(WINDOW.close(),
                List.of(partition(set(1), set(1), set()), partition(set(2, 3), set(3), set())))));
        head(WINDOW.challenge() + 1);
        head(JUDGED_AT);
        assertEquals(Optional.of(WindowOutcome.PROVEN), outcome(WINDOW));
        assertEquals(WindowOutcome.EMPTY, JudgingCycle.judge(WINDOW, List.of(partition(set(1), set(1), set())),
                List.of(partition(set(1), set(1), set()))).outcome());
    }

    @Test
    void aRecoveryThatWasNotProvenIsMissed() {
        assertEquals(WindowOutcome.MISSED, JudgingCycle.judge(WINDOW, List.of(partition(set(1), set(1), set(1))),
                List.of(partition(set(1), set(1), set()))).outcome());
    }

    @Test
    void sectorsThatEndedWithTheWindowAreNotMissed() {
        assertEquals(WindowOutcome.PROVEN, JudgingCycle.judge(WINDOW, List.of(partition(set(1), set(), set())),
                List.of(partition(set(), set(), set()))).outcome());
    }

    @Test
    void aReorganisationBelowTheCloseOpensTheOutcomeAgain() throws Exception {
        chain.deadlines.put(INDEX, List.of(partition(set(1), set(), set())));
        chain.changes.put(INDEX, new TreeMap<>(Map.of(WINDOW.close(), List.of(partition(set(1), set(1), set())))));
        head(WINDOW.challenge() + 1);
        head(JUDGED_AT);
        assertEquals(Optional.of(WindowOutcome.MISSED), outcome(WINDOW));
        chain.changes.clear();
        deadline.runCommand(change(WINDOW.close() + 5, WINDOW.close() - 1));
        assertEquals(Optional.empty(), window(WINDOW).outcome());
        head(JUDGED_AT);
        assertEquals(Optional.of(WindowOutcome.PROVEN), outcome(WINDOW));
    }

    @Test
    void aChainThatForgotIsAskedAgainAndThenOurOwnViewStands() throws Exception {
        chain.forgotten = true;
        sent();
        for (int look = 0; look < 19; look++) {
            int before = chain.looks;
            long height = JUDGED_AT + look;
            eventually(() -> {
                if (chain.looks == before) {
                    head(height); // Counts for nothing while the answer to the head before is still on its way.
                }
                Thread.sleep(20);
                return chain.looks > before;
            });
        }
        assertEquals(Optional.empty(), window(WINDOW).outcome());
        eventually(() -> {
            head(JUDGED_AT + 20);
            return window(WINDOW).outcome().equals(Optional.of(WindowOutcome.MISSED));
        });
    }

    private void sent() {
        head(WINDOW.challenge() + 1);
        deadline.runCommand(new BatchProved(WINDOW.open(), Blob.of(new byte[] {1}), List.of(0), 2, 0));
        deadline.runCommand(new AllProved(WINDOW.open()));
        head(WINDOW.open() + 4);
        deadline.runCommand(new Sent(WINDOW.open(), 0, "request", "cid"));
    }

    private Optional<WindowOutcome> outcome(Window window) throws Exception {
        eventually(() -> window(window).outcome().isPresent());
        return window(window).outcome();
    }

    private WindowState window(Window window) {
        return deadline.getState().window(window.open()).orElseThrow();
    }

    private void head(long height) {
        deadline.runCommand(change(height, HeadChange.NOTHING_REVERTED));
    }

    private static HeadChanged change(long height, long revertedTo) {
        return new HeadChanged(new HeadChange(FakeChain.at(height), revertedTo), CALENDAR.notElapsed(INDEX, height),
                CALENDAR.elapsed(INDEX, height), new Identity("t0101", 5));
    }

    private static Partition partition(SortedSet<Long> live, SortedSet<Long> faulty, SortedSet<Long> recovering) {
        SortedSet<Long> active = new TreeSet<>(live);
        active.removeAll(faulty);
        return new Partition(live, faulty, recovering, live, active);
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

    /** A chain that may have dropped its old states. */
    private static final class ForgetfulChain extends FakeChain {
        private volatile boolean forgotten;
        private volatile int looks;

        @Override
        public CompletionStage<Head> tipsetAtOrBefore(long epoch, Head from) {
            looks++;
            return forgotten ? CompletableFuture.failedFuture(new IllegalStateException("state is gone"))
                    : super.tipsetAtOrBefore(epoch, from);
        }
    }

    /** Judging for real, everything else left undone. */
    private static final class CrewThatOnlyJudges implements Crew {
        private final Crew judge;
        private final Crew others = new FakeCrew();

        private CrewThatOnlyJudges(Crew judge) {
            this.judge = judge;
        }

        @Override
        public Behavior<?> postProver(WindowState window, Head head, Identity identity,
                                                       ActorRef<DeadlineCommand> ref) {
            return others.postProver(window, head, identity, ref);
        }

        @Override
        public Behavior<?> messageSubmitter(Window window, int index, Batch batch, Head head, Identity identity,
                                                             ActorRef<DeadlineCommand> ref) {
            return others.messageSubmitter(window, index, batch, head, identity, ref);
        }

        @Override
        public Behavior<?> windowJudge(Window window, Head head, ActorRef<DeadlineCommand> ref) {
            return judge.windowJudge(window, head, ref);
        }

        @Override
        public void underWay(int deadline, boolean is) {
            judge.underWay(deadline, is);
        }

        @Override
        public Behavior<?> recoveryDeclarer(Window window, Head head, Identity identity,
                                                             ActorRef<DeadlineCommand> ref) {
            return others.recoveryDeclarer(window, head, identity, ref);
        }
    }
}
