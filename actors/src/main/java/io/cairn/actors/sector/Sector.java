package io.cairn.actors.sector;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.Effect;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.RetentionCriteria;
import io.cairn.actors.durable.JournalledEntity;
import io.cairn.actors.EntityIds;
import io.cairn.actors.chain.HeadChange;
import io.cairn.actors.sector.SectorCommand.AddPiece;
import io.cairn.actors.sector.SectorCommand.Answer;
import io.cairn.actors.sector.SectorCommand.ChainSeen;
import io.cairn.actors.sector.SectorCommand.Create;
import io.cairn.actors.sector.SectorCommand.Examine;
import io.cairn.actors.sector.SectorCommand.Examined;
import io.cairn.actors.sector.SectorCommand.FundsSeen;
import io.cairn.actors.sector.SectorCommand.HeadChanged;
import io.cairn.actors.sector.SectorCommand.Look;
import io.cairn.actors.sector.SectorCommand.LookupFailed;
import io.cairn.actors.sector.SectorCommand.MessageExecuted;
import io.cairn.actors.sector.SectorCommand.MessageNotSent;
import io.cairn.actors.sector.SectorCommand.MessageSent;
import io.cairn.actors.sector.SectorCommand.PiecesCommitted;
import io.cairn.actors.sector.SectorCommand.Remove;
import io.cairn.actors.sector.SectorCommand.Resume;
import io.cairn.actors.sector.SectorCommand.SeedSeen;
import io.cairn.actors.sector.SectorCommand.Stands;
import io.cairn.actors.sector.SectorCommand.StartSealing;
import io.cairn.actors.sector.SectorCommand.TaskDone;
import io.cairn.actors.sector.SectorCommand.TaskFailed;
import io.cairn.actors.sector.SectorCommand.TicketDrawn;
import io.cairn.actors.view.SectorView;
import io.cairn.persistence.sector.Chain;
import io.cairn.persistence.sector.Files;
import io.cairn.persistence.sector.Piece;
import io.cairn.persistence.sector.Seal;
import io.cairn.persistence.sector.SectorEvent;
import io.cairn.persistence.sector.SectorKind;
import io.cairn.persistence.sector.SectorState;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One sector on its way from empty to proving to expired. After every event and at every head it works out its next
 * {@link Step}, writes down what it is about to do, and does it; answers are commands. Nothing else watches over it.
 */
public final class Sector extends JournalledEntity<SectorCommand, SectorEvent, SectorState> {
    /** Looks for a message after which the sender is asked again which one it is. */
    private static final int ASKED_AGAIN_AFTER = 30;

    private final ActorContext<SectorCommand> context;
    private final TimerScheduler<SectorCommand> timers;
    private final long miner;
    private final long number;
    private final Clock clock;
    private final SectorCrew crew;
    private final Duration gather;
    private final SectorProgress progress;
    private final AwaitedFunds funds = new AwaitedFunds();
    private Optional<HeadChange> newest = Optional.empty();
    private ActorRef<?> worker;
    private long workerTask;
    private boolean asking;
    private boolean packing;
    private long spawned;
    private int looks;

    private Sector(ActorContext<SectorCommand> context, TimerScheduler<SectorCommand> timers, String entity,
                   SealingPolicy policy, Duration gather, SectorCrew crew, Clock clock) {
        super(context, PersistenceId.of("sector", entity));
        this.context = context;
        this.timers = timers;
        this.miner = EntityIds.minerOf(entity);
        this.number = EntityIds.numberOf(entity);
        this.clock = clock;
        this.crew = crew;
        this.gather = gather;
        this.progress = new SectorProgress(entity, policy);
    }

    static Behavior<SectorCommand> create(String entity, SealingPolicy policy, Duration gather, SectorCrew crew, Clock clock) {
        return Behaviors.setup(context -> Behaviors.withTimers(timers ->
                new Sector(context, timers, entity, policy, gather, crew, clock)));
    }

    /**
     * The sector with a name such as {@code t01000/s/42}.
     *
     * @param preCommitDelay    epochs from a pre-commitment to its interactive randomness
     * @param messageConfidence tipsets on top of a message before it counts
     * @param gather            how long it waits for more pieces after its beginning
     */
    public static Behavior<SectorCommand> create(String entity, long preCommitDelay, long messageConfidence, Duration gather,
                                                 SectorCrew crew) {
        return create(entity, new SealingPolicy(preCommitDelay, 6, messageConfidence), gather, crew, Clock.systemUTC());
    }

    @Override
    public SectorState emptyState() {
        return SectorState.empty();
    }

    @Override
    public EventHandler<SectorState, SectorEvent> eventHandler() {
        return SectorState::apply;
    }

    @Override
    public RetentionCriteria retentionCriteria() {
        return RetentionCriteria.snapshotEvery(50, 2);
    }

    @Override
    protected void stopped() {
        crew.underWay(number, false);
    }

    @Override
    public CommandHandler<SectorCommand, SectorEvent, SectorState> commandHandler() {
        return (state, command) -> switch (command) {
            case HeadChanged changed -> headChanged(state, changed.change());
            case Stands stands -> then(state, progress.stands(state, stands, now()));
            case Create create -> create(state, create);
            case AddPiece add -> addPiece(state, add);
            case StartSealing start -> startSealing(state, start);
            case Resume resume -> resume(state, resume);
            case Remove remove -> remove(state, remove);
            case Examine examine -> Effect().none().thenRun(now -> examine.replyTo().tell(new Examined(number,
                    Watchfulness.problem(now, newest.isPresent(), worker != null && context.getChild(worker.path().name()).isPresent(),
                            packing, now()).orElse(""), now.files() == Files.STORED)));
            case Look look -> Effect().none().thenRun(now -> look.replyTo().tell(new SectorView(number, now)));
            case PiecesCommitted committed -> piecesCommitted(state, committed);
            case TicketDrawn drawn -> answered(state, state.replica().hasTicket() || state.seal() != Seal.PACKED ? List.of()
                    : List.of(new SectorEvent.TicketDrawn(drawn.epoch(), drawn.value(), now())));
            case TaskDone done -> then(state, progress.taskDone(state, done, now()));
            case TaskFailed failed -> then(state, state.work().isOut(failed.taskId())
                    ? Remedies.of(state, failed.code(), failed.detail(), now()) : List.of());
            case MessageSent sent -> answered(state, progress.messageSent(state, sent, now()));
            case MessageNotSent not -> messageNotSent(state, not);
            case FundsSeen seen -> fundsSeen(state, seen);
            case MessageExecuted executed -> answered(state, progress.messageExecuted(state, executed, now()));
            case ChainSeen seen -> answered(state, progress.chainSeen(state, seen, now()));
            case SeedSeen seen -> answered(state, state.chain() == Chain.PRECOMMITTED
                    ? List.of(new SectorEvent.SeedReady(seen.epoch(), seen.value(), now())) : List.of());
            case LookupFailed failed -> lookupFailed(failed);
        };
    }

    private Effect<SectorEvent, SectorState> headChanged(SectorState state, HeadChange change) {
        newest = Optional.of(change);
        if (AwaitedFunds.awaited(state, now())) {
            crew.lookAtFunds(change.head(), context.getSelf());
        }
        return then(state, progress.onHead(state, change, now()));
    }

    private Effect<SectorEvent, SectorState> messageNotSent(SectorState state, MessageNotSent not) {
        if (not.lacksFunds()) {
            funds.refused();
            newest.ifPresent(change -> crew.lookAtFunds(change.head(), context.getSelf()));
        }
        return answered(state, progress.messageNotSent(state, not, now()));
    }

    private Effect<SectorEvent, SectorState> fundsSeen(SectorState state, FundsSeen seen) {
        boolean more = funds.grew(seen.funds());
        return more && AwaitedFunds.awaited(state, now()) ? then(state, List.of(new SectorEvent.Resumed("more funds", now()))) : Effect().none();
    }

    private Effect<SectorEvent, SectorState> create(SectorState state, Create create) {
        if (state.created().isPresent()) {
            SectorEvent.Created before = state.created().get();
            boolean same = before.kind() == create.kind() && before.sealProof() == create.sealProof();
            return answer(create.replyTo(), same ? "" : "sector " + number + " exists as a " + before.kind() + " sector");
        }
        SectorEvent event = new SectorEvent.Created(miner, number, create.kind(), create.sealProof(), create.sectorSize(),
                create.duration(), now());
        return Effect().persist(event).thenRun(state1 -> {
            create.replyTo().tell(new Answer("", 0));
            if (create.kind() == SectorKind.CAPACITY) {
                pack(state1);
            }
        });
    }

    private Effect<SectorEvent, SectorState> addPiece(SectorState state, AddPiece add) {
        Optional<Long> known = Filling.offsetOf(state.pieces(), add.piece().deal());
        if (known.isPresent() && !state.ended()) {
            return Effect().persist(renumbered(state, add.piece())).thenRun(now -> add.replyTo().tell(new Answer("", known.get())));
        }
        if (state.created().isEmpty() || state.created().get().kind() != SectorKind.DEAL || state.seal() != Seal.NEW || packing
                || state.removed()) {
            return answer(add.replyTo(), "sector " + number + " takes no pieces");
        }
        long offset = Filling.offset(state.pieces(), add.piece().size());
        if (offset + add.piece().size() > state.created().get().sectorSize()) {
            return answer(add.replyTo(), "sector " + number + " has no room for " + add.piece().size() + " bytes");
        }
        return Effect().persist(new SectorEvent.PieceReserved(add.piece(), offset, now()))
                .thenRun(after -> add.replyTo().tell(new Answer("", offset))).thenRun(this::goOn);
    }

    /** The chain may have given a deal another number after a reorganisation; the commitment names the new one. */
    private List<SectorEvent> renumbered(SectorState state, Piece piece) {
        boolean other = state.pieces().stream().anyMatch(known -> known.deal().equals(piece.deal()) && known.dealId() != piece.dealId());
        return other ? List.of(new SectorEvent.PieceRenumbered(piece.deal(), piece.dealId(), now())) : List.of();
    }

    private Effect<SectorEvent, SectorState> startSealing(SectorState state, StartSealing start) {
        if (state.created().isEmpty() || state.removed()) {
            return answer(start.replyTo(), "sector " + number + " does not exist");
        }
        if (state.seal() == Seal.NEW) {
            pack(state);
        }
        return answer(start.replyTo(), "");
    }

    private void pack(SectorState state) {
        if (!packing) {
            packing = true;
            crew.commitPieces(filled(state), context.getSelf());
        }
    }

    private Effect<SectorEvent, SectorState> piecesCommitted(SectorState state, PiecesCommitted committed) {
        packing = false;
        return then(state, state.seal() != Seal.NEW ? List.of()
                : List.of(new SectorEvent.Packed(filled(state).pieces(), committed.commD(), now())));
    }

    private static SectorState filled(SectorState state) {
        return state.apply(new SectorEvent.Packed(Filling.fill(state.pieces(), state.created().orElseThrow().sectorSize()), "", 0));
    }

    private Effect<SectorEvent, SectorState> resume(SectorState state, Resume resume) {
        resume.replyTo().tell(new Answer("", 0));
        return then(state, state.troubles().hold().isEmpty() && state.work().until() == 0 ? List.of()
                : List.of(new SectorEvent.Resumed(resume.by(), now())));
    }

    private Effect<SectorEvent, SectorState> remove(SectorState state, Remove remove) {
        if (state.chain() == Chain.ACTIVE) {
            return answer(remove.replyTo(), "sector " + number + " is live on chain until epoch " + state.onChain().expiration()
                    + "; its files are needed in every window until then, or until it is terminated");
        }
        if (state.chain().compareTo(Chain.PRECOMMIT_QUEUED) >= 0 && !state.ended() && state.troubles().hold().isEmpty()) {
            return answer(remove.replyTo(), "sector " + number + " is on its way to the chain: " + state.chain());
        }
        remove.replyTo().tell(new Answer("", 0));
        return then(state, state.removed() || state.created().isEmpty() ? List.of()
                : List.of(new SectorEvent.Removed(remove.reason(), now())));
    }

    private Effect<SectorEvent, SectorState> lookupFailed(LookupFailed failed) {
        context.getLog().warn("sector {}: {}: {}; trying again at the next head", number, failed.what(), failed.reason());
        asking = false;
        packing = false;
        return Effect().none();
    }

    private Effect<SectorEvent, SectorState> answer(ActorRef<Answer> replyTo, String refusal) {
        return Effect().none().thenRun(state -> replyTo.tell(new Answer(refusal, -1)));
    }

    private Effect<SectorEvent, SectorState> answered(SectorState state, List<SectorEvent> events) {
        asking = false;
        return events.isEmpty() ? Effect().none() : then(state, events);
    }

    private Effect<SectorEvent, SectorState> then(SectorState before, List<SectorEvent> first) {
        List<SectorEvent> events = new ArrayList<>(first);
        events.addAll(progress.follows(before, first, newest, now()));
        return Effect().persist(events).thenRun(state -> {
            if (events.stream().anyMatch(SectorEvent.CommitLanded.class::isInstance)) {
                crew.active(state);
            }
            if (events.stream().anyMatch(SectorEvent.Stored.class::isInstance)) {
                crew.stored(state);
            }
            if (events.stream().anyMatch(Sector::ends)) {
                crew.ended(state);
            }
            goOn(state);
        });
    }

    private static boolean ends(SectorEvent event) {
        return event instanceof SectorEvent.Removed || event instanceof SectorEvent.Expired || event instanceof SectorEvent.Terminated;
    }

    private void goOn(SectorState state) {
        crew.underWay(number, Step.underWay(state));
        long wait = state.work().until() - now();
        if (worker != null && !state.work().isOut(workerTask)) {
            context.stop(worker);
            worker = null;
        }
        if (wait > 0) {
            newest.ifPresent(change -> timers.startSingleTimer(new HeadChanged(change), Duration.ofMillis(wait + 1)));
            return;
        }
        if (Filling.isClosed(state, gather, now())) {
            pack(state);
        }
        switch (Step.of(state)) {
            case NOTHING, QUEUE_PRECOMMIT, QUEUE_COMMIT, WATCH -> { }
            case WORK -> work(state);
            case DRAW_TICKET -> ask(head -> crew.drawTicket(state, head.head(), context.getSelf()));
            case SEND_PRECOMMIT -> ask(head -> crew.sendPreCommit(state, head.head(), context.getSelf()));
            case SEND_COMMIT -> ask(head -> crew.sendCommit(state, head.head(), context.getSelf()));
            case LOOK_FOR_PRECOMMIT -> lookOr(state, () -> ask(head -> crew.sendPreCommit(state, head.head(), context.getSelf())),
                    state.onChain().preCommitSend(), state.onChain().preCommitCid());
            case LOOK_FOR_COMMIT -> lookOr(state, () -> ask(head -> crew.sendCommit(state, head.head(), context.getSelf())),
                    state.onChain().commitSend(), state.onChain().commitCid());
            case READ_SEED -> ask(head -> progress.seedDue(state, head).ifPresentOrElse(
                    epoch -> crew.readSeed(state, epoch, head.head(), context.getSelf()), () -> asking = false));
        }
    }

    /** Looks for a message; now and then the sender is asked for it under the same request, since its fee may have been raised. */
    private void lookOr(SectorState state, Runnable send, String sendId, String cid) {
        if (!asking && newest.isPresent() && ++looks % ASKED_AGAIN_AFTER == 0) {
            send.run();
        } else {
            ask(head -> crew.look(state, sendId, cid, head.head(), context.getSelf()));
        }
    }

    private void work(SectorState state) {
        if (state.work().stage() == null) {
            return;
        }
        if (worker == null || context.getChild(worker.path().name()).isEmpty()) {
            workerTask = state.work().taskId();
            worker = spawn(crew.task(state, state.work().stage(), state.work().taskId(), context.getSelf()), state.work().taskId());
        }
    }

    private <T> ActorRef<T> spawn(Behavior<T> behavior, long taskId) {
        return context.spawn(behavior, "task-" + taskId + "-" + spawned++);
    }

    private void ask(Consumer<HeadChange> question) {
        if (!asking && newest.isPresent()) {
            asking = true;
            question.accept(newest.get());
        }
    }

    private long now() {
        return clock.millis();
    }
}
