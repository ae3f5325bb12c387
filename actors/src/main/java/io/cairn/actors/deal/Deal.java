package io.cairn.actors.deal;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.Effect;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventSourcedBehavior;
import akka.persistence.typed.javadsl.RetentionCriteria;
import io.cairn.actors.chain.HeadChange;
import io.cairn.actors.deal.DealCommand.Answer;
import io.cairn.actors.deal.DealCommand.Cancel;
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
import io.cairn.persistence.deal.DealEvent.Accepted;
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
public final class Deal extends EventSourcedBehavior<DealCommand, DealEvent, DealState> {
    private final ActorContext<DealCommand> context;
    private final String id;
    private final DealCrew crew;
    private final Clock clock;
    private Optional<HeadChange> newest = Optional.empty();
    private boolean asking;

    private Deal(ActorContext<DealCommand> context, String id, DealCrew crew, Clock clock) {
        super(PersistenceId.of("deal", id));
        this.context = context;
        this.id = id;
        this.crew = crew;
        this.clock = clock;
    }

    /** The deal with a UUID. */
    public static Behavior<DealCommand> create(String id, DealCrew crew, Clock clock) {
        return Behaviors.setup(context -> new Deal(context, id, crew, clock));
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
    public CommandHandler<DealCommand, DealEvent, DealState> commandHandler() {
        return (state, command) -> switch (command) {
            case HeadChanged changed -> headChanged(state, changed.change());
            case Propose propose -> propose(state, propose);
            case ImportData data -> importData(state, data);
            case Retry retry -> retry(state, retry);
            case Cancel cancel -> cancel(state, cancel);
            case Look look -> Effect().none().thenRun(now -> look.replyTo().tell(new DealView(id, now)));
            case DataChecked checked -> checked(state, checked);
            case PublishSent sent -> answered(state, state.stage() == DealStage.PUBLISHING
                    ? List.of(new DealEvent.PublishSent(sent.cid(), now())) : List.of());
            case PublishFailed failed -> publishFailed(state, failed);
            case PublishConfirmed confirmed -> answered(state, state.stage() == DealStage.AWAITING_PUBLISH
                    ? List.of(new DealEvent.PublishConfirmed(confirmed.cid(), confirmed.dealId(), confirmed.epoch(), now())) : List.of());
            case PiecePlaced placed -> answered(state, state.stage() == DealStage.ADDING_PIECE
                    ? List.of(new DealEvent.PieceAdded(placed.sector(), placed.offset(), placed.length(), now())) : List.of());
            case NotYet not -> notYet(not);
            case SectorActive active -> then(state, state.stage() == DealStage.SEALING
                    ? List.of(new DealEvent.Activated(active.epoch(), now())) : List.of());
            case SectorLost lost -> then(state, state.stage() == DealStage.SEALING || state.stage() == DealStage.ACTIVE
                    ? List.of(new DealEvent.Ended(DealEnd.FAILED, lost.reason(), now())) : List.of());
        };
    }

    private Effect<DealEvent, DealState> headChanged(DealState state, HeadChange change) {
        newest = Optional.of(change);
        if (state.accepted().isEmpty() || state.end().isPresent()) {
            return Effect().none();
        }
        Accepted deal = state.accepted().get();
        boolean late = state.stage().compareTo(DealStage.SEALING) < 0 && change.height() > deal.startEpoch();
        if (late) {
            return then(state, List.of(new DealEvent.Ended(DealEnd.FAILED, "deal start epoch " + deal.startEpoch() + " has passed", now())));
        }
        boolean over = state.stage() == DealStage.ACTIVE && change.height() >= deal.endEpoch();
        return then(state, over ? List.of(new DealEvent.Ended(DealEnd.EXPIRED, "", now())) : List.of());
    }

    private Effect<DealEvent, DealState> propose(DealState state, Propose propose) {
        if (state.accepted().isPresent()) {
            boolean same = state.accepted().get().proposal().equals(propose.proposal().proposal());
            return answer(propose.replyTo(), same ? "" : "deal proposal is identical to an existing deal id: " + id);
        }
        return Effect().persist(propose.proposal()).thenRun(now -> propose.replyTo().tell(new Answer("")));
    }

    private Effect<DealEvent, DealState> importData(DealState state, ImportData data) {
        if (state.stage() != DealStage.AWAITING_DATA) {
            return answer(data.replyTo(), "deal " + id + " does not wait for data: " + state.stage().checkpoint());
        }
        crew.check(state, data.path(), context.getSelf());
        return answer(data.replyTo(), "");
    }

    private Effect<DealEvent, DealState> checked(DealState state, DataChecked checked) {
        if (state.stage() != DealStage.AWAITING_DATA && state.stage() != DealStage.VERIFYING) {
            return Effect().none();
        }
        if (!checked.problem().isEmpty()) {
            return then(state, List.of(new DealEvent.Paused(checked.problem(), now())));
        }
        return then(state, List.of(new DealEvent.DataReceived(checked.path(), state.accepted().orElseThrow().pieceSize(), now()),
                new DealEvent.DataVerified(now())));
    }

    private Effect<DealEvent, DealState> retry(DealState state, Retry retry) {
        if (state.paused().isEmpty()) {
            return answer(retry.replyTo(), "deal " + id + " is not paused");
        }
        retry.replyTo().tell(new Answer(""));
        return then(state, List.of(new DealEvent.Resumed(now())));
    }

    private Effect<DealEvent, DealState> cancel(DealState state, Cancel cancel) {
        if (state.stage().compareTo(DealStage.PUBLISHING) >= 0) {
            return answer(cancel.replyTo(), "transfer already complete");
        }
        cancel.replyTo().tell(new Answer(""));
        return then(state, List.of(new DealEvent.Ended(DealEnd.CANCELLED, "Cancelled", now())));
    }

    private Effect<DealEvent, DealState> publishFailed(DealState state, PublishFailed failed) {
        boolean waiting = state.stage() == DealStage.PUBLISHING || state.stage() == DealStage.AWAITING_PUBLISH;
        return answered(state, waiting ? List.of(new DealEvent.Paused(failed.reason(), now())) : List.of());
    }

    private Effect<DealEvent, DealState> notYet(NotYet not) {
        context.getLog().info("deal {}: {}; trying again at the next head", id, not.reason());
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

    private Effect<DealEvent, DealState> then(DealState before, List<DealEvent> first) {
        List<DealEvent> events = new ArrayList<>(first);
        DealState after = before;
        for (DealEvent event : first) {
            after = after.apply(event);
        }
        boolean resumed = first.stream().anyMatch(DealEvent.Resumed.class::isInstance);
        if (after.stage() == DealStage.PUBLISHING && after.paused().isEmpty() && (after.publishRequest().isEmpty() || resumed)) {
            events.add(new DealEvent.PublishQueued("publish/" + id + "/" + now(), now()));
        }
        return Effect().persist(events).thenRun(this::goOn);
    }

    private void goOn(DealState state) {
        if (state.end().isPresent()) {
            crew.ended(state);
            return;
        }
        if (asking || newest.isEmpty() || !state.paused().isEmpty()) {
            return;
        }
        asking = true;
        switch (state.stage()) {
            case PUBLISHING -> crew.publish(state, newest.get().head(), context.getSelf());
            case AWAITING_PUBLISH -> crew.look(state, newest.get().head(), context.getSelf());
            case ADDING_PIECE -> crew.place(state, newest.get().head(), context.getSelf());
            case NONE, AWAITING_DATA, VERIFYING, SEALING, ACTIVE, ENDED -> asking = false;
        }
    }

    private long now() {
        return clock.millis();
    }
}
