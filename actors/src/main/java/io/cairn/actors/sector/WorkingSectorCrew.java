package io.cairn.actors.sector;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import io.cairn.actors.BlockingChild;
import io.cairn.actors.EntityIds;
import io.cairn.actors.Waits;
import io.cairn.actors.chain.ChainAccess;
import io.cairn.actors.chain.Executed;
import io.cairn.actors.chain.Head;
import io.cairn.actors.chain.Outbound;
import io.cairn.actors.chain.PreCommitDraft;
import io.cairn.actors.ports.SealingFailure;
import io.cairn.actors.ports.SealingTasks;
import io.cairn.actors.sector.SectorCommand.ChainSeen;
import io.cairn.actors.sector.SectorCommand.FundsSeen;
import io.cairn.actors.sector.SectorCommand.LookupFailed;
import io.cairn.actors.sector.SectorCommand.MessageExecuted;
import io.cairn.actors.sector.SectorCommand.MessageNotSent;
import io.cairn.actors.sector.SectorCommand.MessageSent;
import io.cairn.actors.sector.SectorCommand.PiecesCommitted;
import io.cairn.actors.sector.SectorCommand.SeedSeen;
import io.cairn.actors.sector.SectorCommand.TaskDone;
import io.cairn.actors.sector.SectorCommand.TaskFailed;
import io.cairn.actors.sector.SectorCommand.TicketDrawn;
import io.cairn.actors.sender.Outbox;
import io.cairn.actors.sender.Purpose;
import io.cairn.actors.sender.Purse;
import io.cairn.actors.sender.SenderCommand;
import io.cairn.actors.work.RunningWork;
import io.cairn.actors.work.UnderWay;
import io.cairn.actors.work.Work;
import io.cairn.actors.work.WorkKind;
import io.cairn.persistence.Blob;
import io.cairn.persistence.sector.Chain;
import io.cairn.persistence.sector.FailureCode;
import io.cairn.persistence.sector.SectorState;
import io.cairn.persistence.sector.Stage;
import io.cairn.proofs.dispatch.Priority;
import io.cairn.proofs.dispatch.Progress;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does a sector's work for real. */
public final class WorkingSectorCrew implements SectorCrew {
    private static final Logger LOG = LoggerFactory.getLogger(WorkingSectorCrew.class);
    private static final long PRE_COMMIT_SECTOR_BATCH_2 = 28;
    private static final long PROVE_COMMIT_SECTORS_3 = 34;
    private static final Duration LONGEST_TASK = Duration.ofDays(7);
    private static final Blob NO_PROOF = Blob.of(new byte[0]);

    private final ChainAccess chain;
    private final SealingTasks tasks;
    private final SealingMessages messages;
    private final Outbox outbox;
    private final Purse purse;
    private final Neighbours neighbours;
    private final String maxFee;
    private final RunningWork work;
    private final LayersInCompany layers;
    private final UnderWay underWay;
    private final Executor blocking;

    /** Who hears of a sector's fate. */
    public interface Neighbours {
        /** The sector became active. */
        void active(SectorState state);

        /** The sector ended. */
        void ended(SectorState state);
    }

    /**
     * A crew.
     *
     * @param purse   what can be paid from
     * @param maxFee  the most that gas of one message may cost, attoFIL in decimal digits
     * @param work    where computations are listed while they run
     * @param underWay where sectors on their way are listed
     * @param blocking where files are moved
     */
    public WorkingSectorCrew(ChainAccess chain, SealingTasks tasks, SealingMessages messages, Outbox outbox,
                             Purse purse, Neighbours neighbours, String maxFee, RunningWork work, UnderWay underWay,
                             Executor blocking) {
        this.chain = chain;
        this.tasks = tasks;
        this.messages = messages;
        this.outbox = outbox;
        this.purse = purse;
        this.neighbours = neighbours;
        this.maxFee = maxFee;
        this.work = work;
        this.layers = new LayersInCompany(tasks, work);
        this.underWay = underWay;
        this.blocking = blocking;
    }

    @Override
    public Behavior<?> task(SectorState state, Stage stage, long taskId, ActorRef<SectorCommand> sector) {
        return BlockingChild.create("seal-" + stage + "-" + taskId, (progress, log) -> {
            log.info("sector {}: {} begins (task {})", job(state).sector(), stage, taskId);
            sector.tell(Waits.await(stage.name(), begin(job(state), stage, taskId, described(state, stage), progress), LONGEST_TASK));
        }, failure -> sector.tell(failed(taskId, failure)));
    }

    private CompletionStage<TaskDone> begin(SealingTasks.Job job, Stage stage, long taskId, Work described, Progress progress) {
        return switch (stage) {
            case LAYERS -> layers.label(job, described, progress).thenApply(_ -> new TaskDone(taskId, "", NO_PROOF));
            case DATA_TREE -> work.compute(Priority.TREES, described, progress,
                    running -> new TaskDone(taskId, tasks.dataTree(job, running), NO_PROOF));
            case TREES -> work.compute(Priority.TREES, described, progress, running -> new TaskDone(taskId, tasks.trees(job, running), NO_PROOF));
            case PROOF -> work.compute(Priority.REPLICATION, described, progress, running -> new TaskDone(taskId, "", tasks.proof(job, running)));
            case FINALIZE -> moved(taskId, described, progress, running -> tasks.finish(job, running));
            case STORE -> moved(taskId, described, progress, running -> tasks.store(job, running));
        };
    }

    private CompletionStage<TaskDone> moved(long taskId, Work described, Progress progress, Consumer<Progress> files) {
        return CompletableFuture.supplyAsync(() -> work.run(described, progress, running -> {
            files.accept(running);
            return new TaskDone(taskId, "", NO_PROOF);
        }), blocking);
    }

    private static Work described(SectorState state, Stage stage) {
        String name = stage.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Work(WorkKind.SEALING, "sector " + job(state).sector(), name, unit(stage));
    }

    private static String unit(Stage stage) {
        return switch (stage) {
            case LAYERS, DATA_TREE, TREES -> "nodes";
            case PROOF, FINALIZE, STORE -> "";
        };
    }

    private static TaskFailed failed(long taskId, RuntimeException failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof SealingFailure)) {
            cause = cause.getCause();
        }
        return cause instanceof SealingFailure known ? new TaskFailed(taskId, known.code(), known.getMessage())
                : new TaskFailed(taskId, FailureCode.WORKER_RESTART, failure.toString());
    }

    @Override
    public void commitPieces(SectorState state, ActorRef<SectorCommand> sector) {
        tell(sector, "commitment of the pieces",
                work.compute(Priority.PIECE, () -> new PiecesCommitted(tasks.dataCommitment(job(state)))));
    }

    @Override
    public void drawTicket(SectorState state, Head head, ActorRef<SectorCommand> sector) {
        long epoch = head.height() - SealingPolicy.TICKET_LOOKBACK;
        tell(sector, "ticket", chain.sealTicket(miner(state), epoch, head).thenApply(value -> new TicketDrawn(epoch, value)));
    }

    @Override
    public void readSeed(SectorState state, long epoch, Head head, ActorRef<SectorCommand> sector) {
        tell(sector, "seed", chain.sealSeed(miner(state), epoch, head).thenApply(value -> new SeedSeen(epoch, value)));
    }

    @Override
    public void sendPreCommit(SectorState state, Head head, ActorRef<SectorCommand> sector) {
        unlessThere(state, head, sector, seen -> seen.preCommitEpoch() >= 0, () ->
                send(state, Purpose.PRE_COMMIT, state.onChain().preCommitSend(), PRE_COMMIT_SECTOR_BATCH_2, messages.preCommit(draft(state)), head,
                        chain.preCommitDeposit(miner(state), draft(state), head), sector));
    }

    @Override
    public void sendCommit(SectorState state, Head head, ActorRef<SectorCommand> sector) {
        unlessThere(state, head, sector, seen -> seen.activation() >= 0, () ->
                send(state, Purpose.COMMIT, state.onChain().commitSend(), PROVE_COMMIT_SECTORS_3,
                        messages.proveCommit(job(state).sector(), state.pieces(), state.onChain().proof()), head,
                        chain.initialPledge(miner(state), draft(state), head), sector));
    }

    /** A message may have done its work while nobody watched: then the chain is what counts, and nothing is sent. */
    private void unlessThere(SectorState state, Head head, ActorRef<SectorCommand> sector, Predicate<ChainSeen> there, Runnable send) {
        seen(state, head).whenComplete((seen, failure) -> {
            if (failure != null) {
                sector.tell(new LookupFailed("sector on chain", failure.toString()));
            } else if (there.test(seen) || seen.activation() >= 0) {
                sector.tell(seen);
            } else {
                send.run();
            }
        });
    }

    private void send(SectorState state, Purpose purpose, String sendId, long method, Blob params, Head head, CompletionStage<BigInteger> value,
                      ActorRef<SectorCommand> sector) {
        chain.miner(miner(state), head)
                .thenCombine(value, (identity, amount) -> new Outbound(identity.worker(), EntityIds.miner(miner(state)),
                        amount.toString(), method, params, maxFee))
                .thenCompose(message -> outbox.send(sendId, purpose, message))
                .handle(answer(sendId))
                .thenAccept(sector::tell);
    }

    private static BiFunction<SenderCommand.Answer, Throwable, SectorCommand> answer(String sendId) {
        return (answer, failure) -> switch (answer) {
            case null -> new MessageNotSent(sendId, failure.toString(), false);
            case SenderCommand.Sent sent -> new MessageSent(sendId, sent.cid());
            case SenderCommand.Refused refused -> new MessageNotSent(sendId, refused.reason(), refused.cause() == SenderCommand.Cause.FUNDS);
        };
    }

    @Override
    public void look(SectorState state, String sendId, String cid, Head head, ActorRef<SectorCommand> sector) {
        tell(sector, "message " + cid, chain.executed(cid, head).thenCompose(executed -> {
            Optional<Executed> refused = executed.filter(e -> e.exitCode() != 0);
            return seen(state, head).thenApply(seen -> refused.isPresent() && !reached(state, seen)
                    ? new MessageExecuted(sendId, refused.get().exitCode(), refused.get().epoch()) : seen);
        }));
    }

    /** Whether what a refused message was for has come about all the same. */
    private static boolean reached(SectorState state, ChainSeen seen) {
        boolean commit = state.chain().compareTo(Chain.PROVED) >= 0;
        return commit ? seen.activation() >= 0 : seen.preCommittedCid().equals(state.replica().commR());
    }

    private CompletionStage<ChainSeen> seen(SectorState state, Head head) {
        long number = job(state).sector();
        return chain.preCommitment(miner(state), number, head).thenCombine(chain.sector(miner(state), number, head),
                (preCommitment, active) -> new ChainSeen(
                        preCommitment.map(p -> p.sealedCid()).orElse(""),
                        preCommitment.map(p -> p.preCommitEpoch()).orElse(-1L),
                        active.map(s -> s.sealedCid()).orElse(""),
                        active.map(s -> s.activation()).orElse(-1L),
                        active.map(s -> s.expiration()).orElse(-1L), head.height()));
    }

    @Override
    public void lookAtFunds(Head head, ActorRef<SectorCommand> sector) {
        purse.at(head).whenComplete((funds, failure) -> {
            if (failure == null) {
                sector.tell(new FundsSeen(funds));
            } else {
                LOG.debug("the node does not say what the paying addresses hold; asked again at the next head: {}", failure.toString());
            }
        });
    }

    @Override
    public void underWay(long sector, boolean is) {
        underWay.set("sector " + sector, is);
    }

    @Override
    public void active(SectorState state) {
        neighbours.active(state);
    }

    @Override
    public void ended(SectorState state) {
        if (state.removed()) {
            unlessLive(state);
        }
        neighbours.ended(state);
    }

    @Override
    public void stored(SectorState state) {
        delete(state, () -> tasks.tidy(job(state)));
    }

    /** The chain has the last word: files of a sector that it has are not deleted, nor while it does not answer. */
    private void unlessLive(SectorState state) {
        long number = job(state).sector();
        chain.head().thenCompose(head -> chain.sector(miner(state), number, head)).whenComplete((found, failure) -> {
            if (failure != null) {
                LOG.warn("sector {} was removed, but its files stay: the node does not say whether it is live: {}", number, failure.toString());
            } else if (found.isPresent()) {
                LOG.error("sector {} was removed, but the chain has it until epoch {}: its files stay", number, found.get().expiration());
            } else {
                delete(state, () -> tasks.remove(job(state)));
            }
        });
    }

    private void delete(SectorState state, Runnable deletion) {
        blocking.execute(() -> {
            try {
                deletion.run();
            } catch (SealingFailure failure) {
                LOG.warn("sector {}: files stay that are not needed: {}", job(state).sector(), failure.getMessage());
            }
        });
    }

    private static void tell(ActorRef<SectorCommand> sector, String what, CompletionStage<? extends SectorCommand> answer) {
        answer.whenComplete((command, failure) ->
                sector.tell(failure == null ? command : new LookupFailed(what, failure.toString())));
    }

    private static PreCommitDraft draft(SectorState state) {
        boolean data = state.pieces().stream().anyMatch(piece -> !piece.cid().isEmpty());
        return new PreCommitDraft(job(state).sector(), state.created().orElseThrow().sealProof(), state.replica().commR(),
                data ? state.replica().commD() : "", state.replica().ticketEpoch(), state.onChain().expiration());
    }

    private static SealingTasks.Job job(SectorState state) {
        return SealingTasks.Job.of(state);
    }

    private static long miner(SectorState state) {
        return state.created().orElseThrow().miner();
    }
}
