package io.cairn.actors.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit.CommandResult;
import com.typesafe.config.ConfigFactory;
import io.cairn.actors.chain.Head;
import io.cairn.actors.chain.HeadChange;
import io.cairn.actors.deadline.DeadlineCommand.AllProved;
import io.cairn.actors.deadline.DeadlineCommand.BatchProved;
import io.cairn.actors.deadline.DeadlineCommand.HeadChanged;
import io.cairn.actors.deadline.DeadlineCommand.Identity;
import io.cairn.actors.deadline.DeadlineCommand.NotSent;
import io.cairn.actors.deadline.DeadlineCommand.ProvingFailed;
import io.cairn.actors.deadline.DeadlineCommand.Sent;
import io.cairn.persistence.Blob;
import io.cairn.persistence.deadline.DeadlineEvent;
import io.cairn.persistence.deadline.DeadlineState;
import io.cairn.persistence.deadline.Proving;
import io.cairn.persistence.deadline.Submission;
import io.cairn.persistence.deadline.Window;
import io.cairn.persistence.deadline.WindowState;
import io.cairn.persistence.miner.ProvingCalendar;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The scenarios of Lotus' change handler (lotus: storage/wdpost/wdpost_changehandler_test.go) for one deadline. */
class ChangeHandlerTest {
    private static final ProvingCalendar CALENDAR = new ProvingCalendar(0, 48, 60, 20, 70);
    private static final int INDEX = 5;
    private static final Window WINDOW = CALENDAR.notElapsed(INDEX, 2880);
    private static final Window NEXT = CALENDAR.notElapsed(INDEX, WINDOW.close());
    private static final Identity IDENTITY = new Identity("t0101", 5);

    private static ActorTestKit kit;

    private FakeCrew crew;
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
        crew = new FakeCrew();
        deadline = EventSourcedBehaviorTestKit.create(kit.system(), Deadline.create("t01000/" + INDEX, Confidence.standard(), crew));
        deadline.clear();
    }

    @Test
    void provesAtChallengeAndSubmitsAfterOpening() throws Exception {
        assertEquals(Proving.PROVING, head(WINDOW.challenge() + 1).proving());
        await(() -> crew.starts("prove " + WINDOW.open()) == 1);
        assertEquals(Proving.PROVED, proved().proving());
        assertEquals(Submission.READY, submission(head(WINDOW.open() + 3)));
        assertEquals(Submission.SUBMITTING, submission(head(WINDOW.open() + 4)));
        await(() -> crew.starts("submit " + WINDOW.open()) == 1);
        assertTrue(sent().complete());
    }

    @Test
    void aProofThatArrivesAfterOpeningIsSubmittedWithoutAnotherHead() {
        head(WINDOW.challenge() + 1);
        head(WINDOW.open() + 4);
        assertEquals(Submission.SUBMITTING, submission(proved()));
    }

    @Test
    void anEmptyProofCompletesAtOnce() {
        head(WINDOW.challenge() + 1);
        head(WINDOW.open() + 4);
        WindowState state = run(new AllProved(WINDOW.open()));
        assertTrue(state.complete());
    }

    @Test
    void doesNothingBelowTheConfidenceAndStartsExactlyThere() {
        CommandResult<DeadlineCommand, DeadlineEvent, DeadlineState> before =
                deadline.runCommand(change(WINDOW.challenge(), HeadChange.NOTHING_REVERTED));
        assertTrue(before.events().stream().noneMatch(DeadlineEvent.ProvingStarted.class::isInstance));
        assertEquals(Proving.PROVING, head(WINDOW.challenge() + 1).proving());
    }

    @Test
    void manyRoundsAcrossPeriods() {
        for (int round = 0; round < 10; round++) {
            Window window = CALENDAR.notElapsed(INDEX, 2880L * (round + 1));
            deadline.runCommand(change(window.challenge() + 1, HeadChange.NOTHING_REVERTED));
            deadline.runCommand(batch(window.open()));
            deadline.runCommand(new AllProved(window.open()));
            deadline.runCommand(change(window.open() + 4, HeadChange.NOTHING_REVERTED));
            deadline.runCommand(new Sent(window.open(), 0, "r" + round, "c" + round));
            assertTrue(deadline.getState().window(window.open()).orElseThrow().complete());
        }
        assertEquals(DeadlineState.WINDOWS_KEPT, deadline.getState().windows().size());
    }

    @Test
    void aFailedProofIsTriedAgainAtTheNextHead() throws Exception {
        head(WINDOW.challenge() + 1);
        assertEquals(Proving.WAITING, run(new ProvingFailed(WINDOW.open(), "no disk")).proving());
        assertEquals(Proving.PROVING, head(WINDOW.challenge() + 2).proving());
        await(() -> crew.starts("prove " + WINDOW.open()) == 2);
    }

    @Test
    void aFailedSubmissionIsTriedAgainAtTheNextHead() {
        submitting();
        assertEquals(Submission.READY, submission(run(new NotSent(WINDOW.open(), 0, "node away"))));
        assertEquals(Submission.SUBMITTING, submission(head(WINDOW.open() + 5)));
    }

    @Test
    void closingWhileProvingCancels() throws Exception {
        head(WINDOW.challenge() + 1);
        deadline.runCommand(change(WINDOW.close(), HeadChange.NOTHING_REVERTED));
        assertEquals(Proving.ABANDONED, state().proving());
        await(() -> crew.stopped.contains("prove " + WINDOW.open()));
        deadline.runCommand(batch(WINDOW.open()));
        assertTrue(state().batches().isEmpty());
    }

    @Test
    void closingWhileSubmittingCancelsForGood() throws Exception {
        submitting();
        assertEquals(Submission.READY, submission(head(WINDOW.close())));
        await(() -> crew.stopped.contains("submit " + WINDOW.open()));
        assertEquals(Submission.READY, submission(head(WINDOW.close() + 1)));
        assertEquals(1, crew.starts("submit " + WINDOW.open()));
    }

    @Test
    void aRevertWhileProvingChangesNothing() {
        head(WINDOW.challenge() + 1);
        assertEquals(Proving.PROVING, revert(WINDOW.challenge() - 5, WINDOW.challenge() + 2).proving());
        assertEquals(1, crew.starts("prove " + WINDOW.open()));
    }

    @Test
    void aRevertWhileSubmittingCancelsAndSubmitsAgain() throws Exception {
        submitting();
        assertEquals(Submission.SUBMITTING, submission(revert(WINDOW.open() - 1, WINDOW.open() + 5)));
        await(() -> crew.starts("submit " + WINDOW.open()) == 2 && crew.stopped.contains("submit " + WINDOW.open()));
    }

    @Test
    void aRevertWhenCompleteSubmitsAgain() throws Exception {
        submitting();
        sent();
        assertEquals(Submission.SUBMITTING, submission(revert(WINDOW.open() - 1, WINDOW.open() + 6)));
        await(() -> crew.starts("submit " + WINDOW.open()) == 2);
    }

    @Test
    void aRevertToBelowTheConfidenceWaitsForTheHeight() {
        submitting();
        sent();
        assertEquals(Submission.READY, submission(revert(WINDOW.open() - 2, WINDOW.open() + 1)));
        assertEquals(Submission.SUBMITTING, submission(head(WINDOW.open() + 4)));
    }

    @Test
    void aRevertWithinTheWindowLeavesItComplete() {
        submitting();
        sent();
        assertTrue(revert(WINDOW.open(), WINDOW.open() + 6).complete());
    }

    @Test
    void aRevertAcrossTwoWindowsLeavesTheClosedOneQuiet() {
        submitting();
        sent();
        deadline.runCommand(change(NEXT.challenge() + 1, HeadChange.NOTHING_REVERTED));
        deadline.runCommand(batch(NEXT.open()));
        deadline.runCommand(new AllProved(NEXT.open()));
        deadline.runCommand(change(NEXT.open() + 4, HeadChange.NOTHING_REVERTED));
        deadline.runCommand(new Sent(NEXT.open(), 0, "r2", "c2"));
        deadline.runCommand(change(NEXT.open() + 5, WINDOW.open() - 1));
        assertEquals(Submission.READY, submission(state()));
        assertEquals(Submission.SUBMITTING, submission(deadline.getState().window(NEXT.open()).orElseThrow()));
        deadline.runCommand(change(NEXT.open() + 6, HeadChange.NOTHING_REVERTED));
        assertEquals(Submission.READY, submission(state()));
    }

    @Test
    void aRevertIntoTheFirstWindowSubmitsItAgain() {
        submitting();
        sent();
        head(WINDOW.close());
        assertEquals(Submission.SUBMITTING, submission(revert(WINDOW.open() - 1, WINDOW.open() + 5)));
    }

    @Test
    void afterARestartTheNextHeadBringsTheProverBack() throws Exception {
        head(WINDOW.challenge() + 1);
        deadline.runCommand(batch(WINDOW.open()));
        deadline.restart();
        assertEquals(1, head(WINDOW.challenge() + 2).batches().size());
        await(() -> crew.starts("prove " + WINDOW.open()) == 2);
        deadline.runCommand(batch(WINDOW.open()));
        assertEquals(1, state().batches().size(), "the same partition is not proven twice");
    }

    @Test
    void recoveriesAreLookedForTwoDeadlinesAheadAndNotAfterTheCutoff() throws Exception {
        long from = WINDOW.challenge() - 120 + 1;
        assertTrue(deadline.runCommand(change(from - 1, HeadChange.NOTHING_REVERTED)).hasNoEvents());
        head(from);
        await(() -> crew.starts("recover " + WINDOW.open()) == 1);
        deadline.runCommand(new DeadlineCommand.NotDeclared(WINDOW.open(), "node away"));
        deadline.runCommand(change(WINDOW.faultCutoff() - 10, HeadChange.NOTHING_REVERTED));
        assertEquals(1, crew.starts("recover " + WINDOW.open()));
    }

    @Test
    void aRefusedMessageIsSentAgainThreeTimesAtMost() {
        submitting();
        for (int refusal = 0; refusal < 3; refusal++) {
            sent();
            run(new DeadlineCommand.Executed(WINDOW.open(), 0, "cid", 16, WINDOW.open() + 6));
            head(WINDOW.open() + 7 + refusal);
        }
        assertEquals(Submission.REJECTED, submission(state()));
        assertFalse(state().complete());
    }

    private void submitting() {
        head(WINDOW.challenge() + 1);
        proved();
        head(WINDOW.open() + 4);
    }

    private WindowState proved() {
        deadline.runCommand(batch(WINDOW.open()));
        return run(new AllProved(WINDOW.open()));
    }

    private WindowState sent() {
        return run(new Sent(WINDOW.open(), 0, "request", "cid"));
    }

    private WindowState head(long height) {
        return run(change(height, HeadChange.NOTHING_REVERTED));
    }

    private WindowState revert(long revertedTo, long height) {
        return run(change(height, revertedTo));
    }

    private WindowState run(DeadlineCommand command) {
        deadline.runCommand(command);
        return state();
    }

    private WindowState state() {
        return deadline.getState().window(WINDOW.open()).orElseThrow();
    }

    private static Submission submission(WindowState window) {
        return window.batches().getFirst().submission();
    }

    private static BatchProved batch(long open) {
        return new BatchProved(open, Blob.of(new byte[] {1}), List.of(0), 2, 0);
    }

    private static HeadChanged change(long height, long revertedTo) {
        return new HeadChanged(new HeadChange(new Head(height, List.of("bafy")), revertedTo), CALENDAR.notElapsed(INDEX, height),
                CALENDAR.elapsed(INDEX, height), IDENTITY);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < limit, "not reached within 60 s");
            Thread.sleep(5);
        }
    }
}
