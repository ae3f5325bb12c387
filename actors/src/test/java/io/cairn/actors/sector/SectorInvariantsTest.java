package io.cairn.actors.sector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.actors.chain.FakeChain;
import io.cairn.actors.chain.HeadChange;
import io.cairn.actors.chain.Ledger;
import io.cairn.actors.sector.SectorCommand.ChainSeen;
import io.cairn.actors.sector.SectorCommand.MessageExecuted;
import io.cairn.actors.sector.SectorCommand.MessageNotSent;
import io.cairn.actors.sector.SectorCommand.MessageSent;
import io.cairn.actors.sector.SectorCommand.Stands;
import io.cairn.actors.sector.SectorCommand.TaskDone;
import io.cairn.persistence.Blob;
import io.cairn.persistence.sector.Chain;
import io.cairn.persistence.sector.FailureCode;
import io.cairn.persistence.sector.Seal;
import io.cairn.persistence.sector.SectorEvent;
import io.cairn.persistence.sector.SectorEvent.ChainReverted;
import io.cairn.persistence.sector.SectorEvent.CommitSent;
import io.cairn.persistence.sector.SectorEvent.Created;
import io.cairn.persistence.sector.SectorEvent.Packed;
import io.cairn.persistence.sector.SectorEvent.PreCommitSent;
import io.cairn.persistence.sector.SectorEvent.RolledBack;
import io.cairn.persistence.sector.SectorEvent.TicketDrawn;
import io.cairn.persistence.sector.SectorKind;
import io.cairn.persistence.sector.SectorState;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever a sector hears in whatever order, late, twice or never, its history keeps what must hold. The way of deciding is
 * the entity's own, without its actor.
 */
class SectorInvariantsTest {
    private static final int HEARD = 150;

    private final SectorProgress progress = new SectorProgress("t01000/s/42", new SealingPolicy(150, 6, 5));

    @Property(tries = 400)
    void whateverIsHeard(@ForAll long seed) {
        Random random = new Random(seed);
        SectorState state = apply(SectorState.empty(), List.of(
                new Created(1000, 42, SectorKind.CAPACITY, 5, 2048, 0, 1), new Packed(List.of(), "baga", 2)));
        long height = 1000;
        long now = 10;
        for (int i = 0; i < HEARD; i++) {
            now += random.nextInt(10) == 0 ? 4_000_000 : 1000;
            height += random.nextInt(20) == 0 ? 3000 : random.nextInt(200);
            HeadChange head = new HeadChange(FakeChain.at(height), random.nextInt(15) == 0 ? height - random.nextInt(400)
                    : HeadChange.NOTHING_REVERTED);
            List<SectorEvent> heard = hear(state, random, head, now);
            SectorState after = apply(state, heard);
            state = apply(after, progress.follows(state, heard, Optional.of(head), now));
            assertNotStuck(state, now);
        }
    }

    private List<SectorEvent> hear(SectorState state, Random random, HeadChange head, long now) {
        long task = random.nextInt(8) == 0 ? state.work().taskId() - 1 : state.work().taskId();
        FailureCode code = FailureCode.values()[random.nextInt(FailureCode.values().length)];
        return switch (random.nextInt(11)) {
            case 0, 1 -> progress.onHead(state, head, now);
            case 2, 3, 4 -> {
                boolean known = state.work().stage() != null && state.work().isOut(task);
                List<SectorEvent> done = progress.taskDone(state, new TaskDone(task, commitment(state, random), Blob.of(new byte[] {1})), now);
                assertTrue(known || done.isEmpty(), "a result under another task id is ignored");
                yield done;
            }
            case 5 -> state.work().isOut(task) ? Remedies.of(state, code, "bad luck", now) : List.of();
            case 6 -> state.replica().hasTicket() || state.seal() != Seal.PACKED ? List.of()
                    : List.of(new TicketDrawn(head.height() - 900, Blob.of(new byte[] {(byte) random.nextInt()}), now));
            case 7 -> progress.messageSent(state, new MessageSent(sendId(state), "bafy" + random.nextInt(3)), now);
            case 8 -> random.nextBoolean() ? progress.messageNotSent(state, new MessageNotSent(sendId(state), "away", random.nextBoolean()), now)
                    : progress.messageExecuted(state, new MessageExecuted(sendId(state), List.of(0L, 6L, 7L, 16L, 19L).get(random.nextInt(5)), head.height()), now);
            case 9 -> progress.chainSeen(state, new ChainSeen(random.nextInt(9) == 0 ? "bagbother" : state.replica().commR(),
                    random.nextBoolean() ? head.height() - 10 : -1, state.replica().commR(),
                    state.chain() == Chain.COMMIT_SENT && random.nextBoolean() ? head.height() - 10 : -1, head.height() + 600_000,
                    head.height()), now);
            default -> random.nextBoolean() && state.chain() == Chain.PRECOMMITTED
                    ? List.of(new SectorEvent.SeedReady(state.onChain().preCommitEpoch() + 150, Blob.of(new byte[] {6}), now))
                    : progress.stands(state, new Stands(Ledger.Standing.values()[random.nextInt(4)], head.height()), now);
        };
    }

    private static String commitment(SectorState state, Random random) {
        if (random.nextInt(10) == 0) {
            return "other";
        }
        return state.seal() == Seal.LAYERED ? state.replica().commD() : "bagb" + state.replica().ticket().hex();
    }

    private static String sendId(SectorState state) {
        return state.chain().compareTo(Chain.PROVED) >= 0 ? state.onChain().commitSend() : state.onChain().preCommitSend();
    }

    private static SectorState apply(SectorState state, List<SectorEvent> events) {
        SectorState after = state;
        for (SectorEvent event : events) {
            SectorState before = after;
            after = after.apply(event);
            check(before, event, after);
        }
        return after;
    }

    private static void check(SectorState before, SectorEvent event, SectorState after) {
        boolean back = event instanceof RolledBack || event instanceof ChainReverted;
        if (!back) {
            assertTrue(after.chain().compareTo(before.chain()) >= 0, () -> event + " went back from " + before.chain());
            assertTrue(after.seal().compareTo(before.seal()) >= 0, () -> event + " went back from " + before.seal());
            assertTrue(after.files().compareTo(before.files()) >= 0, () -> event + " went back from " + before.files());
        }
        if (before.chain().compareTo(Chain.PRECOMMIT_SENT) >= 0 && after.chain().compareTo(Chain.PRECOMMIT_SENT) >= 0) {
            assertEquals(before.replica(), after.replica(), () -> event + " changed what is pre-committed");
        }
        assertTrue(after.work().taskId() >= before.work().taskId(), "task ids only rise");
        switch (event) {
            case PreCommitSent sent -> assertEquals(before.onChain().preCommitSend(), sent.sendId(), "queued under its id first");
            case CommitSent sent -> assertEquals(before.onChain().commitSend(), sent.sendId(), "queued under its id first");
            case SectorEvent.Finalized finalized -> assertTrue(before.chain().compareTo(Chain.ACTIVE) >= 0, "layers stay until the sector is active");
            default -> assertTrue(before.troubles().dataFailures() <= 5 || after.troubles().hold().isPresent(), "bad bytes end in a hold");
        }
    }

    /** A state in which nothing happens by itself has a reason that an operator sees. */
    private static void assertNotStuck(SectorState state, long now) {
        if (Step.of(state) == Step.NOTHING) {
            assertTrue(state.ended() || state.troubles().hold().isPresent(), () -> "stuck: " + state.seal() + " " + state.chain());
        }
        if (Step.of(state) == Step.WORK && state.work().until() <= now) {
            assertTrue(state.work().stage() != null, () -> "no task is out: " + state.seal() + " " + state.chain());
        }
    }
}
