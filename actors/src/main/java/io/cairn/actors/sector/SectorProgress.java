package io.cairn.actors.sector;

import io.cairn.actors.chain.HeadChange;
import io.cairn.actors.sector.SectorCommand.ChainSeen;
import io.cairn.actors.sector.SectorCommand.MessageExecuted;
import io.cairn.actors.sector.SectorCommand.MessageNotSent;
import io.cairn.actors.sector.SectorCommand.MessageSent;
import io.cairn.actors.sector.SectorCommand.Stands;
import io.cairn.actors.sector.SectorCommand.TaskDone;
import io.cairn.persistence.sector.Chain;
import io.cairn.persistence.sector.FailureCode;
import io.cairn.persistence.sector.Seal;
import io.cairn.persistence.sector.SectorEvent;
import io.cairn.persistence.sector.SectorEvent.ChainReverted;
import io.cairn.persistence.sector.SectorEvent.CommitLanded;
import io.cairn.persistence.sector.SectorEvent.CommitQueued;
import io.cairn.persistence.sector.SectorEvent.CommitSent;
import io.cairn.persistence.sector.SectorEvent.DataTreeDone;
import io.cairn.persistence.sector.SectorEvent.Expired;
import io.cairn.persistence.sector.SectorEvent.FaultRecovered;
import io.cairn.persistence.sector.SectorEvent.FaultSeen;
import io.cairn.persistence.sector.SectorEvent.Finalized;
import io.cairn.persistence.sector.SectorEvent.LayersDone;
import io.cairn.persistence.sector.SectorEvent.PreCommitLanded;
import io.cairn.persistence.sector.SectorEvent.PreCommitQueued;
import io.cairn.persistence.sector.SectorEvent.PreCommitSent;
import io.cairn.persistence.sector.SectorEvent.ProofDone;
import io.cairn.persistence.sector.SectorEvent.Stored;
import io.cairn.persistence.sector.SectorEvent.TaskQueued;
import io.cairn.persistence.sector.SectorEvent.Terminated;
import io.cairn.persistence.sector.SectorEvent.TreesDone;
import io.cairn.persistence.sector.SectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which events follow from what a sector hears. Pure: nothing here asks or sends. */
final class SectorProgress {
    private final String entity;
    private final SealingPolicy policy;

    SectorProgress(String entity, SealingPolicy policy) {
        this.entity = entity;
        this.policy = policy;
    }

    List<SectorEvent> onHead(SectorState state, HeadChange head, long now) {
        List<SectorEvent> events = new ArrayList<>(reverted(state, head, now));
        SectorState after = replay(state, events);
        if (after.chain() == Chain.ACTIVE && head.height() > after.onChain().expiration()) {
            events.add(new Expired(head.height(), now));
        } else if (preCommitMissed(after, head)) {
            events.addAll(Remedies.of(after, FailureCode.PRECOMMIT_EXPIRED, "no proof was accepted in time", now));
        }
        return events;
    }

    /** What follows by itself: work that can be handed out, and messages whose parameters can be fixed at a height. */
    List<SectorEvent> follows(SectorState state, List<SectorEvent> events, Optional<HeadChange> head, long now) {
        SectorState after = replay(state, events);
        if (after.work().until() > now) {
            return List.of();
        }
        return switch (Step.of(after)) {
            case WORK -> task(after, now);
            case QUEUE_PRECOMMIT -> head.map(change -> preCommit(after, change.height(), now)).orElse(List.of());
            case QUEUE_COMMIT -> List.of(new CommitQueued("commit/" + entity + "/" + now,
                    Math.min(after.onChain().preCommitEpoch() + SealingPolicy.PROOF_LIFE, SealingPolicy.earliestStart(after)), now));
            default -> List.of();
        };
    }

    List<SectorEvent> taskDone(SectorState state, TaskDone done, long now) {
        if (!state.work().isOut(done.taskId())) {
            return List.of();
        }
        return switch (state.work().stage()) {
            case LAYERS -> List.of(new LayersDone(done.taskId(), now));
            case DATA_TREE -> dataTree(state, done, now);
            case TREES -> trees(state, done, now);
            case PROOF -> List.of(new ProofDone(done.taskId(), done.proof(), now));
            case FINALIZE -> List.of(new Finalized(done.taskId(), now));
            case STORE -> List.of(new Stored(done.taskId(), now));
        };
    }

    List<SectorEvent> messageSent(SectorState state, MessageSent sent, long now) {
        boolean preCommit = state.chain() == Chain.PRECOMMIT_QUEUED
                || state.chain() == Chain.PRECOMMIT_SENT && !sent.cid().equals(state.onChain().preCommitCid());
        if (preCommit && sent.sendId().equals(state.onChain().preCommitSend())) {
            return List.of(new PreCommitSent(sent.sendId(), sent.cid(), now));
        }
        boolean commit = state.chain() == Chain.COMMIT_QUEUED
                || state.chain() == Chain.COMMIT_SENT && !sent.cid().equals(state.onChain().commitCid());
        return commit && sent.sendId().equals(state.onChain().commitSend())
                ? List.of(new CommitSent(sent.sendId(), sent.cid(), now)) : List.of();
    }

    /** Nothing was signed, or it will be pushed again as it is: the request keeps its id. */
    List<SectorEvent> messageNotSent(SectorState state, MessageNotSent not, long now) {
        boolean waiting = state.chain() == Chain.PRECOMMIT_QUEUED || state.chain() == Chain.COMMIT_QUEUED;
        return waiting ? Remedies.notSent(state, not.lacksFunds(), not.reason(), now) : List.of();
    }

    List<SectorEvent> messageExecuted(SectorState state, MessageExecuted executed, long now) {
        boolean ours = state.chain() == Chain.PRECOMMIT_SENT && executed.sendId().equals(state.onChain().preCommitSend())
                || state.chain() == Chain.COMMIT_SENT && executed.sendId().equals(state.onChain().commitSend());
        return ours && executed.exitCode() != 0
                ? Remedies.of(state, FailureCode.ofExit(executed.exitCode()), "exit code " + executed.exitCode(), now) : List.of();
    }

    List<SectorEvent> chainSeen(SectorState state, ChainSeen seen, long now) {
        boolean ours = !state.replica().commR().isEmpty() && seen.sealedCid().equals(state.replica().commR());
        if (ours && seen.activation() >= 0 && state.seal() == Seal.SEALED && state.chain().compareTo(Chain.ACTIVE) < 0) {
            return List.of(new CommitLanded(seen.activation(), seen.expiration(), now));
        }
        boolean waiting = state.chain() == Chain.PRECOMMIT_QUEUED || state.chain() == Chain.PRECOMMIT_SENT;
        if (waiting && seen.preCommitEpoch() >= 0) {
            if (!seen.preCommittedCid().equals(state.replica().commR())) {
                return Remedies.of(state, FailureCode.NUMBER_TAKEN, "the chain has replica " + seen.preCommittedCid(), now);
            }
            return seen.head() < seen.preCommitEpoch() + policy.messageConfidence() ? List.of()
                    : List.of(new PreCommitLanded(seen.preCommitEpoch(), now));
        }
        return List.of();
    }

    /** Brings an active sector in line with the chain; one on its way to the chain finds out by itself. */
    List<SectorEvent> stands(SectorState state, Stands seen, long now) {
        if (state.chain() != Chain.ACTIVE || seen.head() <= state.onChain().activation() + policy.messageConfidence()) {
            return List.of();
        }
        return switch (seen.standing()) {
            case PROVEN -> state.troubles().faulty() ? List.of(new FaultRecovered(seen.head(), now)) : List.of();
            case FAULTY -> state.troubles().faulty() ? List.of() : List.of(new FaultSeen(seen.head(), now));
            case ENDED -> List.of(seen.head() > state.onChain().expiration() ? new Expired(seen.head(), now)
                    : new Terminated(seen.head(), now));
            case ABSENT -> List.of(new ChainReverted(Chain.COMMIT_SENT, "the chain does not have it at epoch " + seen.head(), now));
        };
    }

    /** The epoch of the interactive randomness, once it cannot change any more. */
    Optional<Long> seedDue(SectorState state, HeadChange head) {
        long epoch = policy.seedEpoch(state);
        return head.height() >= epoch + policy.seedConfidence() ? Optional.of(epoch) : Optional.empty();
    }

    private static List<SectorEvent> task(SectorState state, long now) {
        if (state.work().stage() != null) {
            return List.of();
        }
        return Step.stage(state).<List<SectorEvent>>map(stage -> List.of(
                new TaskQueued(stage, state.work().taskId() + 1, state.work().attempt(), now))).orElse(List.of());
    }

    private List<SectorEvent> preCommit(SectorState state, long head, long now) {
        if (head > state.replica().ticketEpoch() + SealingPolicy.TICKET_LIFE) {
            return Remedies.of(state, FailureCode.TICKET_EXPIRED, "drawn at epoch " + state.replica().ticketEpoch(), now);
        }
        if (head > SealingPolicy.earliestStart(state)) {
            return Remedies.of(state, FailureCode.DEAL_START_PASSED, "a deal starts at epoch " + SealingPolicy.earliestStart(state), now);
        }
        return List.of(new PreCommitQueued("precommit/" + entity + "/" + now, SealingPolicy.expiration(state, head),
                SealingPolicy.preCommitBefore(state), now));
    }

    private static List<SectorEvent> dataTree(SectorState state, TaskDone done, long now) {
        return done.commitment().equals(state.replica().commD()) ? List.of(new DataTreeDone(done.taskId(), done.commitment(), now))
                : Remedies.of(state, FailureCode.COMM_D_MISMATCH, "the data has " + done.commitment(), now);
    }

    /** Once a replica is pre-committed it can only be made again as it was. */
    private static List<SectorEvent> trees(SectorState state, TaskDone done, long now) {
        boolean bound = state.chain().compareTo(Chain.PRECOMMIT_SENT) >= 0 && !state.replica().commR().isEmpty();
        return bound && !done.commitment().equals(state.replica().commR())
                ? Remedies.of(state, FailureCode.TREES_SELF_CHECK, "the replica has " + done.commitment(), now)
                : List.of(new TreesDone(done.taskId(), done.commitment(), now));
    }

    private static List<SectorEvent> reverted(SectorState state, HeadChange head, long now) {
        String what = "tipsets from " + head.revertedTo() + " on were taken back";
        boolean waiting = state.chain().compareTo(Chain.PRECOMMITTED) >= 0 && state.chain().compareTo(Chain.ACTIVE) < 0;
        if (waiting && head.revertedTo() <= state.onChain().preCommitEpoch()) {
            return List.of(new ChainReverted(Chain.PRECOMMIT_SENT, what, now));
        }
        if (state.chain() == Chain.ACTIVE && head.revertedTo() <= state.onChain().activation()) {
            return List.of(new ChainReverted(Chain.COMMIT_SENT, what, now));
        }
        return List.of();
    }

    private static boolean preCommitMissed(SectorState state, HeadChange head) {
        boolean waiting = state.chain().compareTo(Chain.PRECOMMITTED) >= 0 && state.chain().compareTo(Chain.ACTIVE) < 0;
        return waiting && state.troubles().hold().isEmpty()
                && head.height() > state.onChain().preCommitEpoch() + SealingPolicy.PROOF_LIFE;
    }

    private static SectorState replay(SectorState state, List<SectorEvent> events) {
        SectorState after = state;
        for (SectorEvent event : events) {
            after = after.apply(event);
        }
        return after;
    }
}
