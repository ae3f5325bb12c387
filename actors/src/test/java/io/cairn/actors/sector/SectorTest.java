package io.cairn.actors.sector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.LoggingTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import com.typesafe.config.ConfigFactory;
import io.cairn.actors.chain.ChainSector;
import io.cairn.actors.chain.Executed;
import io.cairn.actors.chain.FakeChain;
import io.cairn.actors.chain.HeadChange;
import io.cairn.actors.chain.Ledger;
import io.cairn.actors.chain.PreCommitment;
import io.cairn.actors.sector.SectorCommand.Answer;
import io.cairn.actors.sector.SectorCommand.HeadChanged;
import io.cairn.actors.sender.Purse;
import io.cairn.actors.sender.SenderCommand;
import io.cairn.actors.view.SectorView;
import io.cairn.actors.work.RunningWork;
import io.cairn.actors.work.UnderWay;
import io.cairn.actors.work.Work;
import io.cairn.persistence.Blob;
import io.cairn.persistence.sector.Chain;
import io.cairn.persistence.sector.FailureCode;
import io.cairn.persistence.sector.Files;
import io.cairn.persistence.sector.Piece;
import io.cairn.persistence.sector.Seal;
import io.cairn.persistence.sector.SectorKind;
import io.cairn.persistence.sector.SectorState;
import io.cairn.proofs.dispatch.ProofDispatcher;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A sector's way to proving, and what it does about failures. */
class SectorTest {
    private static final long MINER = 1000;
    private static final long NUMBER = 42;

    private final ActorTestKit kit = ActorTestKit.create(ConfigFactory.parseString("akka.actor.provider = local")
            .withFallback(EventSourcedBehaviorTestKit.config()).withFallback(ConfigFactory.load()));
    private final FakeChain chain = new FakeChain();
    private final UnderWay underWay = new UnderWay();
    private final RunningWork work = new RunningWork(Clock.systemUTC(), new ProofDispatcher(2));
    private final FakeSealingTasks tasks = new FakeSealingTasks();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final List<String> news = new CopyOnWriteArrayList<>();
    private final TestProbe<Answer> answers = kit.createTestProbe();
    private final TestProbe<SectorView> views = kit.createTestProbe();
    private volatile long now = 1_000_000;
    private volatile boolean outage;
    private volatile boolean poor;
    private volatile String version = "";
    private ActorRef<SectorCommand> sector = start();
    private long height = 1000;

    @AfterEach
    void stop() {
        kit.shutdownTestKit();
    }

    @Test
    void aCapacitySectorIsSealedCommittedAndStored() throws Exception {
        SectorState active = activate();
        assertEquals(List.of("layers", "data tree", "trees", "proof", "finish", "store"), tasks.done);
        assertEquals(2, sent.size());
        assertEquals(List.of("active"), news);
        assertFalse(underWay.any(), "a stored sector waits for nothing");
        assertEquals(0, active.onChain().proof().toByteArray().length, "the proof is not kept for ever");
        assertTrue(active.history().size() > 15);
        head(active.onChain().expiration() + 1);
        reach(s -> s.chain() == Chain.EXPIRED);
        assertEquals(List.of("active", "ended"), news);
    }

    @Test
    void whatIsComputedIsComputedOnCoresOfProofs() throws Exception {
        activate();
        for (String step : List.of("layers", "data tree", "trees", "proof")) {
            assertTrue(tasks.threads.get(step).startsWith("cairn-proof-"), step + " on " + tasks.threads.get(step));
        }
    }

    @Test
    void aMessageThatNobodyCanPayWaitsUntilTheMoneyIsThere() throws Exception {
        poor = true;
        create();
        head(height);
        SectorState waiting = reach(s -> s.troubles().count(FailureCode.INSUFFICIENT_FUNDS) == 1);
        assertEquals(Chain.PRECOMMIT_QUEUED, waiting.chain());
        assertEquals(now + 5_000, waiting.work().until());
        assertTrue(waiting.history().stream().anyMatch(line -> line.toString().contains("t0101 cannot pay, send it FIL")), waiting.history().toString());
        assertEquals(0, waiting.troubles().count(FailureCode.API_DOWN));
        poor = false;
        now += 5_000;
        head(height);
        reach(s -> s.chain() == Chain.PRECOMMIT_SENT);
        assertEquals(1, sent.size(), "what could not be paid was never sent");
    }

    @Test
    void afterFundingAnOperatorNeedNotWaitForTheClock() throws Exception {
        poor = true;
        create();
        head(height);
        reach(s -> s.troubles().count(FailureCode.INSUFFICIENT_FUNDS) == 1);
        poor = false;
        sector.tell(new SectorCommand.Resume("operator", answers.ref()));
        reach(s -> s.chain() == Chain.PRECOMMIT_SENT);
    }

    @Test
    void aHeadWithMoreFundsEndsTheWaitForThem() throws Exception {
        poor = true;
        chain.balances.put("t0101", BigInteger.TWO);
        create();
        head(height);
        reach(s -> s.troubles().count(FailureCode.INSUFFICIENT_FUNDS) == 1);
        poor = false;
        head(++height);
        look();
        assertTrue(look().work().until() > now, "as long as nothing came, nothing is tried");
        chain.balances.put("t0101", BigInteger.TEN);
        head(++height);
        reach(s -> s.chain() == Chain.PRECOMMIT_SENT);
        assertEquals(1, sent.size());
    }

    @Test
    void afterARestartASectorLooksForFundsAtOnce() throws Exception {
        poor = true;
        create();
        head(height);
        reach(s -> s.troubles().count(FailureCode.INSUFFICIENT_FUNDS) == 1);
        poor = false;
        restart();
        head(++height);
        reach(s -> s.chain() == Chain.PRECOMMIT_SENT);
    }

    @Test
    void whereItWasMadeIsTidiedOnlyWhenItIsWrittenDownThatItIsStored() throws Exception {
        activate();
        reach(s -> s.files() == Files.STORED && tasks.tidied.equals(List.of(NUMBER)));
    }

    @Test
    void aLiveSectorIsNotRemoved() throws Exception {
        activate();
        TestProbe<Answer> refusal = kit.createTestProbe();
        sector.tell(new SectorCommand.Remove("by mistake", refusal.ref()));
        assertTrue(refusal.receiveMessage().refusal().contains("is live on chain until epoch"));
        assertFalse(tasks.done.contains("remove"));
    }

    @Test
    void filesOfARemovedSectorStayWhileTheChainHasIt() throws Exception {
        create();
        chain.sectors.put(NUMBER, new ChainSector(NUMBER, 5, "bagb", false, 900, 1_000_000));
        LoggingTestKit.error("its files stay").expect(kit.system(), () -> {
            sector.tell(new SectorCommand.Remove("given up", answers.ref()));
            return null;
        });
        assertTrue(reach(SectorState::removed).removed());
        assertFalse(tasks.done.contains("remove"), "the chain has the last word");
    }

    @Test
    void anExaminedSectorSaysWhetherItWaitsForAnything() throws Exception {
        TestProbe<SectorCommand.Examined> examined = kit.createTestProbe();
        sector.tell(new SectorCommand.Examine(examined.ref()));
        assertEquals("its number was given out, but it was never begun", examined.receiveMessage().problem());
        activate();
        sector.tell(new SectorCommand.Examine(examined.ref()));
        assertEquals("", examined.receiveMessage().problem());
        restart();
        sector.tell(new SectorCommand.Examine(examined.ref()));
        assertEquals("", examined.receiveMessage().problem(), "the next head starts it");
    }

    @Test
    void aStageIsListedWhileItRuns() throws Exception {
        CopyOnWriteArrayList<Work> listed = new CopyOnWriteArrayList<>();
        tasks.watch = () -> work.list().forEach(task -> listed.add(task.work()));
        activate();
        assertEquals(List.of("layers", "data tree", "trees", "proof", "finalize", "store"), listed.stream().map(Work::stage).toList());
        assertTrue(listed.stream().allMatch(task -> task.subject().equals("sector 42")));
        assertEquals(List.of(), work.list());
    }

    @Test
    void aRestartAtEveryStepLosesNothing() throws Exception {
        create();
        restart();
        head(height);
        reach(s -> s.chain() == Chain.PRECOMMIT_SENT);
        assertEquals(Set.of("sector 42"), underWay.subjects());
        restart();
        landPreCommit();
        restart();
        head(height += 200);
        reach(s -> s.chain() == Chain.COMMIT_SENT);
        restart();
        landCommit();
        reach(s -> s.files() == Files.STORED);
        assertEquals(2, sent.stream().distinct().count());
    }

    @Test
    void badTreesAreDoneAgainThenTheDataTreeThenTheLayers() throws Exception {
        tasks.failures.put("trees", FailureCode.TREES_SELF_CHECK);
        create();
        head(height);
        SectorState failed = reach(s -> s.work().until() > now);
        assertEquals(Seal.DATA_TREE, failed.seal());
        now += 10_000;
        tasks.failures.put("trees", FailureCode.TREES_SELF_CHECK);
        head(height);
        assertEquals(Seal.LAYERED, reach(s -> s.troubles().dataFailures() == 2).seal());
        now += 20_000;
        head(height);
        reach(s -> s.chain() == Chain.PRECOMMIT_SENT);
        assertEquals(List.of("layers", "data tree", "trees", "trees", "data tree", "trees"), tasks.done);
    }

    @Test
    void transientFailuresWaitAndNeverCountAsBadData() throws Exception {
        create();
        for (int i = 0; i < 7; i++) {
            tasks.failures.put("layers", FailureCode.NO_SPACE);
            head(height);
            int times = i + 1;
            reach(s -> s.troubles().count(FailureCode.NO_SPACE) == times);
            now += 700_000;
        }
        head(height);
        SectorState state = reach(s -> s.chain() == Chain.PRECOMMIT_SENT);
        assertEquals(0, state.troubles().dataFailures());
    }

    @Test
    void aRefusedPreCommitIsSentAgainUnderANewRequestThenHeld() throws Exception {
        create();
        head(height);
        for (int i = 0; i < 3; i++) {
            SectorState state = reach(s -> s.chain() == Chain.PRECOMMIT_SENT);
            chain.executed.put(state.onChain().preCommitCid(), new Executed(state.onChain().preCommitCid(), 16, Blob.of(new byte[0]), height));
            head(++height);
            int times = i + 1;
            reach(s -> s.troubles().count(FailureCode.MESSAGE_REFUSED) == times);
            now += 4_000_000;
            head(++height);
        }
        assertEquals(FailureCode.MESSAGE_REFUSED, reach(s -> s.troubles().hold().isPresent()).troubles().hold().orElseThrow());
        assertEquals(3, sent.stream().distinct().count());
        sector.tell(new SectorCommand.Resume("operator", answers.ref()));
        assertEquals("", answers.receiveMessage().refusal());
        reach(s -> s.troubles().hold().isEmpty());
    }

    @Test
    void aStrangersReplicaUnderOurNumberHoldsTheSector() throws Exception {
        create();
        head(height);
        reach(s -> s.chain() == Chain.PRECOMMIT_SENT);
        chain.preCommitments.put(NUMBER, new PreCommitment("bagbother", 100, height));
        head(height += 10);
        assertEquals(FailureCode.NUMBER_TAKEN, reach(s -> s.troubles().hold().isPresent()).troubles().hold().orElseThrow());
    }

    @Test
    void aReorganisationTakesThePreCommitBackAndTheProofWithIt() throws Exception {
        create();
        head(height);
        reach(s -> s.chain() == Chain.PRECOMMIT_SENT);
        landPreCommit();
        head(height += 200);
        SectorState proved = reach(s -> s.chain() == Chain.COMMIT_SENT);
        chain.preCommitments.clear();
        sector.tell(new HeadChanged(new HeadChange(FakeChain.at(height), proved.onChain().preCommitEpoch())));
        SectorState back = reach(s -> s.chain() == Chain.PRECOMMIT_SENT);
        assertEquals(0, back.onChain().proof().toByteArray().length);
        assertEquals(proved.replica(), back.replica(), "what was pre-committed does not change");
    }

    @Test
    void whatLandedWhileNobodyWatchedIsNotSentAgain() throws Exception {
        create();
        outage = true;
        head(height);
        SectorState queued = reach(s -> s.chain() == Chain.PRECOMMIT_QUEUED);
        reach(s -> s.troubles().count(FailureCode.API_DOWN) > 0);
        chain.preCommitments.put(NUMBER, new PreCommitment(queued.replica().commR(), queued.replica().ticketEpoch(), height));
        outage = false;
        now += 60_000;
        restart();
        head(height += 6);
        reach(s -> s.chain() == Chain.PRECOMMITTED);
        assertEquals(0, sent.size());
        outage = true;
        head(height += 200);
        reach(s -> s.chain() == Chain.COMMIT_QUEUED && s.troubles().count(FailureCode.API_DOWN) > 1);
        chain.sectors.put(NUMBER, new ChainSector(NUMBER, 5, queued.replica().commR(), false, height, 600_000));
        outage = false;
        now += 60_000;
        head(++height);
        reach(s -> s.chain() == Chain.ACTIVE);
        assertEquals(0, sent.size());
    }

    @Test
    void aRefusedMessageWhoseGoalIsReachedCountsAsLanded() throws Exception {
        create();
        head(height);
        SectorState state = reach(s -> s.chain() == Chain.PRECOMMIT_SENT);
        chain.executed.put(state.onChain().preCommitCid(), new Executed(state.onChain().preCommitCid(), 16, Blob.of(new byte[0]), height));
        chain.preCommitments.put(NUMBER, new PreCommitment(state.replica().commR(), state.replica().ticketEpoch(), height));
        head(height += 6);
        assertEquals(0, reach(s -> s.chain() == Chain.PRECOMMITTED).troubles().counts().size());
    }

    @Test
    void anActiveSectorFollowsTheChainsBooks() throws Exception {
        SectorState active = activate();
        height = active.onChain().activation() + 10;
        stands(Ledger.Standing.FAULTY);
        assertTrue(reach(s -> s.troubles().faulty()).history().getLast().what().contains("fault-seen"));
        stands(Ledger.Standing.FAULTY);
        stands(Ledger.Standing.PROVEN);
        reach(s -> !s.troubles().faulty());
        assertEquals(1, look().history().stream().filter(moment -> moment.what().equals("sector.fault-seen.v1")).count());
        chain.sectors.clear();
        stands(Ledger.Standing.ABSENT);
        reach(s -> s.chain() == Chain.COMMIT_SENT);
        chain.sectors.put(NUMBER, new ChainSector(NUMBER, 5, active.replica().commR(), false, height, 600_000));
        head(++height);
        reach(s -> s.chain() == Chain.ACTIVE);
        height += 10;
        stands(Ledger.Standing.ENDED);
        reach(s -> s.chain() == Chain.TERMINATED);
        assertEquals("ended", news.getLast());
    }

    @Test
    void aReplacedMessageIsFollowedUnderItsNewName() throws Exception {
        create();
        head(height);
        reach(s -> s.chain() == Chain.PRECOMMIT_SENT);
        version = "-replaced";
        for (int i = 0; i < 60; i++) {
            head(++height);
            Thread.sleep(2);
        }
        reach(s -> s.onChain().preCommitCid().endsWith("-replaced"));
        assertEquals(1, sent.stream().distinct().count());
    }

    @Test
    void anOldTicketIsDrawnAgain() throws Exception {
        create();
        tasks.failures.put("trees", FailureCode.NO_SPACE);
        head(height);
        reach(s -> s.work().until() > now);
        now += 10_000;
        head(height += 5000);
        SectorState state = reach(s -> s.chain() == Chain.PRECOMMIT_SENT);
        assertEquals(height - 900, state.replica().ticketEpoch());
        assertEquals(1, state.troubles().count(FailureCode.TICKET_EXPIRED));
    }

    @Test
    void piecesAreAlignedAndTheRestIsZeros() throws Exception {
        sector.tell(new SectorCommand.Create(SectorKind.DEAL, 5, 2048, 0, answers.ref()));
        answers.receiveMessage();
        sector.tell(new SectorCommand.AddPiece(piece("a", 256), answers.ref()));
        assertEquals(0, answers.receiveMessage().offset());
        sector.tell(new SectorCommand.AddPiece(piece("b", 1024), answers.ref()));
        assertEquals(1024, answers.receiveMessage().offset());
        sector.tell(new SectorCommand.AddPiece(piece("c", 512), answers.ref()));
        assertEquals("sector 42 takes no pieces", answers.receiveMessage().refusal());
        head(height);
        SectorState state = reach(s -> s.seal() != Seal.NEW);
        assertEquals(List.of(256L, 256L, 512L, 1024L), state.pieces().stream().map(Piece::size).toList());
    }

    @Test
    void aDealThatAReorganisationRenumberedKeepsItsPlaceUnderTheNewNumber() throws Exception {
        sector.tell(new SectorCommand.Create(SectorKind.DEAL, 5, 2048, 0, answers.ref()));
        answers.receiveMessage();
        sector.tell(new SectorCommand.AddPiece(piece("a", 1024), answers.ref()));
        answers.receiveMessage();
        sector.tell(new SectorCommand.AddPiece(piece("b", 1024), answers.ref()));
        answers.receiveMessage();
        head(height);
        reach(s -> s.chain() == Chain.PRECOMMIT_SENT);
        sector.tell(new SectorCommand.AddPiece(piece("b", 1024, 9), answers.ref()));
        assertEquals(new Answer("", 1024), answers.receiveMessage());
        SectorState renumbered = reach(s -> s.pieces().get(1).dealId() == 9);
        assertEquals(7, renumbered.pieces().getFirst().dealId());
        assertEquals(Chain.PRECOMMIT_SENT, renumbered.chain());
        restart();
        assertEquals(9, reach(s -> s.created().isPresent()).pieces().get(1).dealId());
    }

    @Test
    void anOpenSectorWaitsForMorePiecesThenSealsAlsoAfterARestart() throws Exception {
        sector.tell(new SectorCommand.Create(SectorKind.DEAL, 5, 2048, 0, answers.ref()));
        answers.receiveMessage();
        sector.tell(new SectorCommand.AddPiece(piece("a", 1024), answers.ref()));
        answers.receiveMessage();
        sector.tell(new SectorCommand.AddPiece(piece("b", 2048), answers.ref()));
        assertEquals("sector 42 has no room for 2048 bytes", answers.receiveMessage().refusal());
        head(height);
        sector.tell(new SectorCommand.AddPiece(piece("c", 256), answers.ref()));
        assertEquals(1024, answers.receiveMessage().offset(), "it is still open");
        restart();
        now += 60_000;
        head(height);
        assertEquals(4, reach(s -> s.seal() != Seal.NEW).pieces().size());
    }

    @Test
    void fillingOfASectorOfTwoMebibytes() {
        long mebi = 1 << 20;
        assertEquals(List.of(mebi, 2 * mebi), Filling.padding(mebi, 4 * mebi));
        assertEquals(List.of(mebi, 2 * mebi), Filling.padding(5 * mebi, 8 * mebi));
        assertEquals(List.of(4 * mebi), Filling.padding(12 * mebi, 16 * mebi));
        assertEquals(List.of(128L, 512L), Filling.padding(384, 1024));
    }

    private static Piece piece(String deal, long size) {
        return piece(deal, size, 7);
    }

    private static Piece piece(String deal, long size, long dealId) {
        return new Piece(deal, "baga" + deal, size, "/" + deal, 5000, 600_000, dealId);
    }

    private SectorState activate() throws Exception {
        create();
        head(height);
        reach(s -> s.chain() == Chain.PRECOMMIT_SENT);
        landPreCommit();
        head(height += 200);
        reach(s -> s.chain() == Chain.COMMIT_SENT);
        landCommit();
        return reach(s -> s.files() == Files.STORED);
    }

    private void create() {
        sector.tell(new SectorCommand.Create(SectorKind.CAPACITY, 5, 2048, 0, answers.ref()));
        assertEquals("", answers.receiveMessage().refusal());
    }

    private void landPreCommit() throws Exception {
        SectorState state = look();
        chain.preCommitments.put(NUMBER, new PreCommitment(state.replica().commR(), state.replica().ticketEpoch(), height));
        head(height += 6);
        reach(s -> s.chain() == Chain.PRECOMMITTED);
    }

    private void landCommit() throws Exception {
        SectorState state = look();
        chain.preCommitments.clear();
        chain.sectors.put(NUMBER, new ChainSector(NUMBER, 5, state.replica().commR(), false, height, state.onChain().expiration()));
        head(height += 6);
        reach(s -> s.chain() == Chain.ACTIVE);
    }

    private void head(long at) {
        sector.tell(new HeadChanged(new HeadChange(FakeChain.at(at), HeadChange.NOTHING_REVERTED)));
    }

    private void stands(Ledger.Standing standing) {
        sector.tell(new SectorCommand.Stands(standing, height));
    }

    private SectorState look() {
        sector.tell(new SectorCommand.Look(views.ref()));
        return views.receiveMessage().state();
    }

    private SectorState reach(Predicate<SectorState> goal) throws InterruptedException {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        SectorState state = look();
        while (!goal.test(state)) {
            assertTrue(System.nanoTime() < limit, "not reached: " + state);
            Thread.sleep(5);
            state = look();
        }
        return state;
    }

    private void restart() {
        kit.stop(sector);
        sector = start();
    }

    private ActorRef<SectorCommand> start() {
        Clock clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.ofEpochMilli(now);
            }
        };
        SectorCrew crew = new WorkingSectorCrew(chain, tasks, new FakeSealingMessages(), (requestId, message) -> {
            if (outage) {
                return CompletableFuture.failedFuture(new IllegalStateException("the node is away"));
            }
            if (poor) {
                return CompletableFuture.completedFuture(new SenderCommand.Refused(requestId, "t0101 cannot pay, send it FIL: exit 6", false, SenderCommand.Cause.FUNDS));
            }
            sent.add(requestId);
            return CompletableFuture.completedFuture(new SenderCommand.Sent(requestId, "bafy-" + requestId + version));
        }, new Purse(chain, MINER), new WorkingSectorCrew.Neighbours() {
            @Override
            public void active(SectorState state) {
                news.add("active");
            }

            @Override
            public void ended(SectorState state) {
                news.add("ended");
            }
        }, "1000", work, underWay, ForkJoinPool.commonPool());
        return kit.spawn(Sector.create("t0" + MINER + "/s/" + NUMBER, new SealingPolicy(150, 6, 5), Duration.ofSeconds(60), crew, clock));
    }
}
