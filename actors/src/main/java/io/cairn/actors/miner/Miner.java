package io.cairn.actors.miner;

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
import io.cairn.actors.EntityIds;
import io.cairn.actors.chain.ChainAccess;
import io.cairn.actors.chain.Head;
import io.cairn.actors.chain.HeadChange;
import io.cairn.actors.deadline.DeadlineCommand;
import io.cairn.actors.deal.MarketPolicy;
import io.cairn.actors.miner.MinerCommand.AllocateSector;
import io.cairn.actors.miner.MinerCommand.Allocated;
import io.cairn.actors.miner.MinerCommand.ChooseSender;
import io.cairn.actors.miner.MinerCommand.Compared;
import io.cairn.actors.miner.MinerCommand.AssignPiece;
import io.cairn.actors.miner.MinerCommand.Assigned;
import io.cairn.actors.miner.MinerCommand.DealEnded;
import io.cairn.actors.miner.MinerCommand.DealTaken;
import io.cairn.actors.miner.MinerCommand.FreeSender;
import io.cairn.actors.miner.MinerCommand.HeadChanged;
import io.cairn.actors.miner.MinerCommand.Known;
import io.cairn.actors.miner.MinerCommand.Look;
import io.cairn.actors.miner.MinerCommand.Noted;
import io.cairn.actors.miner.MinerCommand.PieceRefused;
import io.cairn.actors.miner.MinerCommand.QueueDeal;
import io.cairn.actors.miner.MinerCommand.SectorEnded;
import io.cairn.actors.miner.MinerCommand.SenderOf;
import io.cairn.actors.miner.MinerCommand.Unknown;
import io.cairn.actors.view.MinerView;
import io.cairn.persistence.miner.MinerEvent.Identified;
import io.cairn.persistence.miner.MinerEvent.SectorNumberAllocated;
import io.cairn.persistence.miner.MinerEvent.SectorNumbersTaken;
import io.cairn.persistence.miner.MinerEvent.SenderChosen;
import io.cairn.persistence.miner.MinerEvent.SenderFreed;
import io.cairn.persistence.miner.MinerEvent;
import io.cairn.persistence.miner.MinerState;
import io.cairn.persistence.miner.ProvingCalendar;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A storage provider. It knows who it is, gives out sector numbers, and passes every head on to those of its deadlines,
 * sectors and deals that may have something to do.
 *
 * <p>All deadlines hear of every head: only a deadline itself knows whether it has something unsettled, and hearing of a
 * head without need costs it nothing.
 */
public final class Miner extends JournalledEntity<MinerCommand, MinerEvent, MinerState> {
    /** The sectors are compared with the chain at the start and whenever so many deadlines have passed. */
    private static final int COMPARED_EVERY = 12;

    private final ActorContext<MinerCommand> context;
    private final long miner;
    private final ChainAccess chain;
    private final Family family;
    private final DealDesk desk;
    private final Clock clock;
    private Optional<HeadChange> newest = Optional.empty();
    private boolean asking;
    private int askedIn = -1;
    private boolean comparing;
    private boolean compared;

    private Miner(ActorContext<MinerCommand> context, String entity, ChainAccess chain, Family family, MarketPolicy market, Clock clock) {
        super(context, PersistenceId.of("miner", entity));
        this.context = context;
        this.miner = EntityIds.minerOf(entity);
        this.chain = chain;
        this.family = family;
        this.desk = new DealDesk(market);
        this.clock = clock;
    }

    /** The miner with an id address such as {@code t01000}. */
    public static Behavior<MinerCommand> create(String entity, ChainAccess chain, Family family, MarketPolicy market, Clock clock) {
        return Behaviors.setup(context -> new Miner(context, entity, chain, family, market, clock));
    }

    @Override
    public MinerState emptyState() {
        return MinerState.empty();
    }

    @Override
    public EventHandler<MinerState, MinerEvent> eventHandler() {
        return MinerState::apply;
    }

    @Override
    public RetentionCriteria retentionCriteria() {
        return RetentionCriteria.snapshotEvery(100, 2);
    }

    @Override
    public CommandHandler<MinerCommand, MinerEvent, MinerState> commandHandler() {
        return (state, command) -> switch (command) {
            case HeadChanged changed -> headChanged(state, changed.change());
            case Known known -> known(state, known);
            case Compared compared -> compared(state, compared);
            case Unknown unknown -> unknown(unknown);
            case AllocateSector allocate -> allocate(state, allocate.requestId(), allocate.replyTo());
            case SectorEnded ended -> state.sectors().contains(ended.sector())
                    ? Effect().persist(new MinerEvent.SectorEnded(ended.sector())) : Effect().none();
            case DealTaken taken -> Effect().persist(state.deals().contains(taken.deal())
                            ? List.<MinerEvent>of() : List.of(new MinerEvent.DealTaken(taken.deal())))
                    .thenRun(now -> taken.replyTo().tell(new Noted(taken.deal())));
            case QueueDeal queue -> queue(state, queue);
            case AssignPiece assign -> assign(state, assign);
            case PieceRefused refused -> Objects.equals(state.market().assigned().get(refused.deal()), refused.sector())
                    ? Effect().persist(new MinerEvent.PieceRefused(refused.deal(), refused.sector())) : Effect().none();
            case ChooseSender choose -> chooseSender(state, choose);
            case FreeSender free -> state.senders().of(free.requestId()).filter(free.address()::equals).isPresent()
                    ? Effect().persist(new SenderFreed(free.requestId())) : Effect().none();
            case DealEnded ended -> state.deals().contains(ended.deal())
                    ? Effect().persist(new MinerEvent.DealEnded(ended.deal())) : Effect().none();
            case Look look -> Effect().none().thenRun(now ->
                    look.replyTo().tell(new MinerView(miner, now, newest.map(HeadChange::head))));
        };
    }

    private Effect<MinerEvent, MinerState> headChanged(MinerState state, HeadChange change) {
        newest = Optional.of(newest.filter(before -> state.identity().isEmpty()).map(before -> merge(before, change)).orElse(change));
        if (state.identity().isEmpty()) {
            return identify(change.head());
        }
        ProvingCalendar calendar = state.identity().get().calendar();
        int open = calendar.openAt(change.height()).index();
        fanOut(state, change);
        if (!compared || open != askedIn && open % COMPARED_EVERY == 0) {
            compare(calendar.deadlines(), change.head());
        }
        return open == askedIn ? Effect().none() : identify(change.head());
    }

    private static HeadChange merge(HeadChange before, HeadChange now) {
        return new HeadChange(now.head(), Math.min(before.revertedTo(), now.revertedTo()));
    }

    private Effect<MinerEvent, MinerState> identify(Head head) {
        if (!asking) {
            asking = true;
            context.pipeToSelf(
                    chain.miner(miner, head).thenCombine(chain.sectorNumbersTaken(miner, head), Known::new),
                    (known, failure) -> failure == null ? known : new Unknown(failure.toString()));
        }
        return Effect().none();
    }

    private Effect<MinerEvent, MinerState> known(MinerState state, Known known) {
        asking = false;
        List<MinerEvent> events = new ArrayList<>();
        if (!state.identity().equals(Optional.of(known.identity()))) {
            events.add(known.identity());
        }
        if (known.numbersTaken() > state.nextSector()) {
            events.add(new SectorNumbersTaken(known.numbersTaken()));
        }
        newest.ifPresent(change -> askedIn = known.identity().calendar().openAt(change.height()).index());
        boolean first = state.identity().isEmpty();
        return Effect().persist(events).thenRun(now -> {
            if (first) {
                newest.ifPresent(change -> {
                    fanOut(now, change);
                    compare(known.identity().calendar().deadlines(), change.head());
                });
            }
        });
    }

    private void compare(int deadlines, Head head) {
        if (!comparing) {
            comparing = true;
            context.pipeToSelf(chain.ledger(miner, deadlines, head), (ledger, failure) -> failure == null
                    ? new Compared(ledger, head.height()) : new Unknown("how its sectors stand: " + failure));
        }
    }

    private Effect<MinerEvent, MinerState> compared(MinerState state, Compared now) {
        comparing = false;
        compared = true;
        state.sectors().forEach(sector -> family.standing(sector, now.ledger().standing(sector), now.head()));
        List<Long> strangers = now.ledger().live().stream().filter(sector -> !state.sectors().contains(sector)).toList();
        if (strangers.equals(List.copyOf(state.strangers()))) {
            return Effect().none();
        }
        context.getLog().warn("the chain has live sectors of {} that are not known here: {}", EntityIds.miner(miner), strangers);
        return Effect().persist(new MinerEvent.StrangersSeen(strangers, now.head()));
    }

    private Effect<MinerEvent, MinerState> unknown(Unknown unknown) {
        asking = false;
        comparing = false;
        context.getLog().warn("the node does not say who miner {} is: {}", EntityIds.miner(miner), unknown.reason());
        return Effect().none();
    }

    private Effect<MinerEvent, MinerState> allocate(MinerState state, String requestId, ActorRef<Allocated> replyTo) {
        Long before = state.allocations().get(requestId);
        if (before != null) {
            return Effect().none().thenRun(now -> replyTo.tell(new Allocated(requestId, before)));
        }
        SectorNumberAllocated event = new SectorNumberAllocated(state.nextSector(), requestId);
        return Effect().persist(event).thenRun(now -> replyTo.tell(new Allocated(requestId, event.sector())));
    }

    private Effect<MinerEvent, MinerState> queue(MinerState state, QueueDeal queue) {
        List<MinerEvent> events = desk.queue(state, queue, clock.millis());
        return Effect().persist(events).thenRun(now -> {
            queue.replyTo().tell(DealDesk.answer(now, queue));
            if (events.stream().anyMatch(MinerEvent.DealsBatched.class::isInstance)) {
                newest.ifPresent(change -> state.market().waiting().forEach(waiting -> family.deal(waiting.deal(), change)));
            }
        });
    }

    private Effect<MinerEvent, MinerState> assign(MinerState state, AssignPiece assign) {
        if (state.identity().isEmpty()) {
            return Effect().none();
        }
        return Effect().persist(DealDesk.assign(state, assign))
                .thenRun(now -> assign.replyTo().tell(new Assigned(assign.deal(), now.market().assigned().get(assign.deal()))));
    }

    private Effect<MinerEvent, MinerState> chooseSender(MinerState state, ChooseSender choose) {
        boolean news = !choose.address().isEmpty() && state.senders().of(choose.requestId()).isEmpty();
        return Effect().persist(news ? List.<MinerEvent>of(new SenderChosen(choose.requestId(), choose.address())) : List.of())
                .thenRun(now -> choose.replyTo().tell(new SenderOf(choose.requestId(), now.senders().of(choose.requestId()).orElse(""))));
    }

    private void fanOut(MinerState state, HeadChange change) {
        Identified identity = state.identity().orElseThrow();
        ProvingCalendar calendar = identity.calendar();
        for (int index = 0; index < calendar.deadlines(); index++) {
            family.deadline(index, new DeadlineCommand.HeadChanged(change, calendar.notElapsed(index, change.height()),
                    calendar.elapsed(index, change.height()), new DeadlineCommand.Identity(identity.worker(), identity.windowPoStProof())));
        }
        state.sectors().forEach(sector -> family.sector(sector, change));
        state.deals().forEach(deal -> family.deal(deal, change));
    }
}
