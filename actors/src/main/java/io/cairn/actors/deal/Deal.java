package io.cairn.actors.deal;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.Effect;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.RetentionCriteria;
import io.cairn.actors.durable.JournalledEntity;
import io.cairn.actors.chain.Head;
import io.cairn.actors.chain.HeadChange;
import io.cairn.actors.deal.DealCommand.Answer;
import io.cairn.actors.deal.DealCommand.Batched;
import io.cairn.actors.deal.DealCommand.Cancel;
import io.cairn.actors.deal.DealCommand.ChainSeen;
import io.cairn.actors.deal.DealCommand.DataChecked;
import io.cairn.actors.deal.DealCommand.HeadChanged;
import io.cairn.actors.deal.DealCommand.ImportData;
import io.cairn.actors.deal.DealCommand.Look;
import io.cairn.actors.deal.DealCommand.NotYet;
import io.cairn.actors.deal.DealCommand.PiecePlaced;
import io.cairn.actors.deal.DealCommand.Propose;
import io.cairn.actors.deal.DealCommand.PublishConfirmed;
import io.cairn.actors.deal.DealCommand.PublishFailed;
import io.cairn.actors.deal.DealCommand.PublishSent;
import io.cairn.actors.deal.DealCommand.Retry;
import io.cairn.actors.deal.DealCommand.SectorActive;
import io.cairn.actors.deal.DealCommand.SectorLost;
import io.cairn.actors.view.DealView;
import io.cairn.persistence.deal.DealEnd;
import io.cairn.persistence.deal.DealEvent;
import io.cairn.persistence.deal.DealStage;
import io.cairn.persistence.deal.DealState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One storage deal from its acceptance to its end. What it is about to do is written down first and done under a key that
 * makes doing it twice harmless; heads keep it going.
 */
public final class Deal extends JournalledEntity<DealCommand, DealEvent, DealState> {
    private static final long WATCH_EVERY = 10;

    private final ActorContext<DealCommand> context;
    private final String id;
    private final DealCrew crew;
    private final DealRules rules;
    private final Clock clock;
    private Optional<HeadChange> newest = Optional.empty();
    private boolean asking;
    private String waitsFor = "";
    private long lastWatch = -WATCH_EVERY;

    private Deal(ActorContext<DealCommand> context, String id, DealCrew crew, DealRules rules, Clock clock) {
        super(context, PersistenceId.of("deal", id));
        this.context = context;
        this.id = id;
        this.crew = crew;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * The deal with a UUID.
     *
     * @param startBuffer epochs that must be left until the deal's start when it is published or put into a sector
     */
    public static Behavior<DealCommand> create(String id, DealCrew crew, long startBuffer, Clock clock) {
        return Behaviors.setup(context -> new Deal(context, id, crew, new DealRules(startBuffer), clock));
    }

    @Override
    public DealState emptyState() {
        return DealState.empty();
    }

    @Override
    public EventHandler<DealState, DealEvent> eventHandler() {
        return DealState::apply;
    }

    @Override
    public RetentionCriteria retentionCriteria() {
        return RetentionCriteria.snapshotEvery(50, 2);
    }

    @Override
    protected void stopped() {
        crew.underWay(id, false);
    }

    @Override
    public CommandHandler<DealCommand, DealEvent, DealState> commandHandler() {
        return (state, command) -> switch (command) {
            case HeadChanged changed -> headChanged(state, changed.change());
            case Propose propose -> propose(state, propose);
            case ImportData data -> importData(state, data);
            case Retry retry -> retry(state, retry);
            case Cancel cancel -> cancel(state, cancel);
            case Look look -> Effect().none().thenRun(now -> look.replyTo().tell(new DealView(id, now, waitsFor)));
            case DataChecked checked -> checked(state, checked);
            case Batched batch -> answered(state, isUnqueued(state)
                    ? List.of(new DealEvent.PublishQueued(batch.requestId(), batch.index(), batch.params(), batch.deposit(), now())) : List.of());
            case PublishSent sent -> answered(state, state.stage() == DealStage.PUBLISHING && !isUnqueued(state)
                    ? List.of(new DealEvent.PublishSent(sent.cid(), now())) : List.of());
            case PublishFailed failed -> publishFailed(state, failed);
            case PublishConfirmed confirmed -> answered(state, state.stage() == DealStage.AWAITING_PUBLISH
                    ? List.of(new DealEvent.PublishConfirmed(confirmed.cid(), confirmed.dealId(), confirmed.epoch(), now())) : List.of());
            case PiecePlaced placed -> answered(state, state.stage() == DealStage.ADDING_PIECE
                    ? List.of(new DealEvent.PieceAdded(placed.sector(), placed.offset(), placed.length(), now())) : List.of());
            case ChainSeen seen -> answered(state, rules.onChain(state, seen, now()));
            case NotYet not -> notYet(not);
            case SectorActive active -> then(state, state.stage() == DealStage.SEALING
                    ? List.of(new DealEvent.Activated(active.epoch(), now())) : List.of());
            case SectorLost lost -> sectorLost(state, lost);
        };
    }

    private static boolean isUnqueued(DealState state) {
        return state.stage() == DealStage.PUBLISHING && state.publish().message().isEmpty();
    }

    private Effect<DealEvent, DealState> headChanged(DealState state, HeadChange change) {
        newest = Optional.of(change);
        if (change.revertedTo() < lastWatch) {
            lastWatch = -WATCH_EVERY;
        }
        return then(state, rules.onHead(state, change, now()));
    }

    private Effect<DealEvent, DealState> propose(DealState state, Propose propose) {
        if (state.accepted().isPresent()) {
            boolean same = state.accepted().get().proposal().equals(propose.proposal().proposal());
            return answer(propose.replyTo(), same ? "" : "deal has the same uuid as deal " + id + " with other terms");
        }
        return Effect().persist(propose.proposal()).thenRun(now -> propose.replyTo().tell(new Answer("")));
    }

    private Effect<DealEvent, DealState> importData(DealState state, ImportData data) {
        if (state.stage().compareTo(DealStage.VERIFYING) >= 0 && state.path().equals(data.path()) && state.paused().isEmpty()) {
            return answer(data.replyTo(), "");
        }
        if (state.stage() != DealStage.AWAITING_DATA && state.stage() != DealStage.VERIFYING) {
            return answer(data.replyTo(), "deal " + id + " does not wait for data: " + state.stage().words());
        }
        List<DealEvent> events = new ArrayList<>();
        if (!state.paused().isEmpty()) {
            events.add(new DealEvent.Resumed(now()));
        }
        events.add(new DealEvent.DataReceived(data.path(), state.accepted().orElseThrow().pieceSize(), now()));
        return Effect().persist(events).thenRun(this::goOn).thenRun(now -> data.replyTo().tell(new Answer("")));
    }

    private Effect<DealEvent, DealState> checked(DealState state, DataChecked checked) {
        if (state.stage() != DealStage.VERIFYING || !state.path().equals(checked.path())) {
            return answered(state, List.of());
        }
        return answered(state, List.of(checked.problem().isEmpty() ? new DealEvent.DataVerified(now())
                : new DealEvent.Paused(checked.problem(), now())));
    }

    private Effect<DealEvent, DealState> retry(DealState state, Retry retry) {
        if (state.paused().isEmpty()) {
            return answer(retry.replyTo(), "deal " + id + " is not paused: " + state.stage().words());
        }
        retry.replyTo().tell(new Answer(""));
        return then(state, List.of(new DealEvent.Resumed(now())));
    }

    private Effect<DealEvent, DealState> cancel(DealState state, Cancel cancel) {
        if (state.stage().compareTo(DealStage.PUBLISHING) >= 0 && !isUnqueued(state)) {
            return answer(cancel.replyTo(), "deal " + id + " cannot be cancelled any more: " + state.stage().words());
        }
        cancel.replyTo().tell(new Answer(""));
        return then(state, List.of(new DealEvent.Ended(DealEnd.CANCELLED, "Cancelled", now())));
    }

    private Effect<DealEvent, DealState> publishFailed(DealState state, PublishFailed failed) {
        boolean ours = (state.stage() == DealStage.PUBLISHING || state.stage() == DealStage.AWAITING_PUBLISH)
                && state.publish().message().filter(message -> message.requestId().equals(failed.requestId())).isPresent();
        return answered(state, ours ? List.of(new DealEvent.PublishFailed(failed.requestId(), failed.reason(), now()),
                new DealEvent.Paused(failed.reason(), now())) : List.of());
    }

    private Effect<DealEvent, DealState> sectorLost(DealState state, SectorLost lost) {
        List<DealEvent> events = rules.sectorLost(state, lost.sector(), lost.reason(), newest, now());
        if (events.stream().anyMatch(DealEvent.PlaceLost.class::isInstance)) {
            crew.release(state);
        }
        return then(state, events);
    }

    private Effect<DealEvent, DealState> notYet(NotYet not) {
        if (!not.reason().equals(waitsFor)) {
            context.getLog().info("deal {}: {}; trying again at the next head", id, not.reason());
        }
        waitsFor = not.reason();
        asking = false;
        return Effect().none();
    }

    private Effect<DealEvent, DealState> answer(ActorRef<Answer> replyTo, String refusal) {
        return Effect().none().thenRun(state -> replyTo.tell(new Answer(refusal)));
    }

    private Effect<DealEvent, DealState> answered(DealState state, List<DealEvent> events) {
        asking = false;
        return events.isEmpty() ? Effect().none() : then(state, events);
    }

    private Effect<DealEvent, DealState> then(DealState before, List<DealEvent> events) {
        if (!events.isEmpty()) {
            waitsFor = "";
        }
        return Effect().persist(events).thenRun(this::goOn);
    }

    private void goOn(DealState state) {
        crew.underWay(id, DealRules.isUnderWay(state));
        if (state.end().isPresent()) {
            crew.ended(state);
            return;
        }
        if (asking || newest.isEmpty() || !state.paused().isEmpty()) {
            return;
        }
        Head head = newest.get().head();
        asking = true;
        switch (state.stage()) {
            case PUBLISHING -> {
                if (isUnqueued(state)) {
                    crew.queue(state, context.getSelf());
                } else {
                    crew.publish(state, head, context.getSelf());
                }
            }
            case AWAITING_PUBLISH -> crew.look(state, head, context.getSelf());
            case ADDING_PIECE -> crew.place(state, head, context.getSelf());
            case SEALING, ACTIVE -> watch(state, head);
            case VERIFYING -> crew.check(state, state.path(), context.getSelf());
            case NONE, AWAITING_DATA, ENDED -> asking = false;
        }
    }

    /** The sector tells what becomes of it; the chain is asked now and then in case that was not heard. */
    private void watch(DealState state, Head head) {
        if (head.height() < lastWatch + WATCH_EVERY) {
            asking = false;
            return;
        }
        lastWatch = head.height();
        crew.watch(state, head, context.getSelf());
    }

    private long now() {
        return clock.millis();
    }
}
