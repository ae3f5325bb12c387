package io.cairn.actors.sender;

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
import io.cairn.actors.chain.ChainAccess;
import io.cairn.actors.chain.Outbound;
import io.cairn.actors.sender.SenderCommand.Answer;
import io.cairn.actors.sender.SenderCommand.Cause;
import io.cairn.actors.sender.SenderCommand.Look;
import io.cairn.actors.sender.SenderCommand.Looked;
import io.cairn.actors.sender.SenderCommand.NotLooked;
import io.cairn.actors.sender.SenderCommand.NotPrepared;
import io.cairn.actors.sender.SenderCommand.NotPushed;
import io.cairn.actors.sender.SenderCommand.NotRepriced;
import io.cairn.actors.sender.SenderCommand.Prepared;
import io.cairn.actors.sender.SenderCommand.PushAgain;
import io.cairn.actors.sender.SenderCommand.Pushed;
import io.cairn.actors.sender.SenderCommand.Refused;
import io.cairn.actors.sender.SenderCommand.Repriced;
import io.cairn.actors.sender.SenderCommand.Searched;
import io.cairn.actors.sender.SenderCommand.Send;
import io.cairn.actors.sender.SenderCommand.Sent;
import io.cairn.actors.sender.SenderCommand.SignedMessage;
import io.cairn.persistence.Blob;
import io.cairn.persistence.sender.Outgoing;
import io.cairn.persistence.sender.SenderEvent;
import io.cairn.persistence.sender.SenderEvent.Displaced;
import io.cairn.persistence.sender.SenderEvent.Replaced;
import io.cairn.persistence.sender.SenderEvent.Settled;
import io.cairn.persistence.sender.SenderEvent.Withdrawn;
import io.cairn.persistence.sender.SenderState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One sending address. It gives out nonces one after the other, writes a signed message down before the message leaves the
 * process, and pushes the very same bytes again when it cannot know whether the node has them. It watches how far the chain
 * is: a message that waits too long is pushed again, then signed again under its nonce with a higher fee; a nonce that was
 * left free carries the next message, or an empty one when later messages wait for it.
 */
public final class Sender extends JournalledEntity<SenderCommand, SenderEvent, SenderState> {
    private static final String FILLING = "fill/";
    private static final String MOST_FOR_FILLING = "10000000000000000";

    private final ActorContext<SenderCommand> context;
    private final TimerScheduler<SenderCommand> timers;
    private final String address;
    private final SenderDoors doors;
    private final Duration retry;
    private final ChainWatch watch = new ChainWatch(SenderDoors.PATIENCE);
    private final Map<String, List<ActorRef<Answer>>> waiting = new HashMap<>();
    private Optional<Long> gap = Optional.empty();
    private boolean signing;

    private Sender(ActorContext<SenderCommand> context, TimerScheduler<SenderCommand> timers, String address, ChainAccess chain,
                   Wallet wallet, Duration retry) {
        super(context, PersistenceId.of("sender", address));
        this.context = context;
        this.timers = timers;
        this.address = address;
        this.doors = new SenderDoors(context, address, chain, wallet);
        this.retry = retry;
        timers.startTimerWithFixedDelay(new Look(), retry.multipliedBy(2));
    }

    /**
     * The sender of an address.
     *
     * @param retry pause before a message that the node did not take is pushed again
     */
    public static Behavior<SenderCommand> create(String address, ChainAccess chain, Wallet wallet, Duration retry) {
        return Behaviors.setup(context -> Behaviors.withTimers(timers ->
                new Sender(context, timers, address, chain, wallet, retry)));
    }

    @Override
    public SenderState emptyState() {
        return SenderState.empty();
    }

    @Override
    public EventHandler<SenderState, SenderEvent> eventHandler() {
        return SenderState::apply;
    }

    @Override
    public RetentionCriteria retentionCriteria() {
        return RetentionCriteria.snapshotEvery(100, 2);
    }

    @Override
    protected void recovered(SenderState state) {
        state.unpushed().forEach(doors::push);
    }

    @Override
    public CommandHandler<SenderCommand, SenderEvent, SenderState> commandHandler() {
        return (state, command) -> switch (command) {
            case Send send -> send(state, send);
            case Prepared prepared -> prepared(state, prepared);
            case SignedMessage signed -> signed(signed);
            case NotPrepared not -> notPrepared(not);
            case Pushed pushed -> pushed(state, pushed.requestId());
            case NotPushed not -> notPushed(state, not);
            case PushAgain again -> Effect().none().thenRun(now -> now.unpushed().forEach(doors::push));
            case Look look -> Effect().none().thenRun(now -> {
                if (!now.unsettled().isEmpty()) {
                    doors.look();
                }
            });
            case Looked looked -> looked(state, looked);
            case NotLooked not -> log("the node does not say how far the chain is: {}", not.reason());
            case Searched searched -> searched(state, searched);
            case Repriced repriced -> repriced(state, repriced);
            case NotRepriced not -> log("a message keeps its fee: {}", not.requestId() + ": " + not.reason());
        };
    }

    private Effect<SenderEvent, SenderState> send(SenderState state, Send send) {
        Optional<Outgoing> known = state.forRequest(send.requestId());
        if (known.isPresent()) {
            return Effect().none().thenRun(now -> again(known.get(), send));
        }
        if (signing) {
            return Effect().stash();
        }
        signing = true;
        doors.prepare(send);
        return Effect().none();
    }

    private void again(Outgoing message, Send send) {
        if (message.pushed()) {
            send.replyTo().tell(new Sent(message.requestId(), message.cid()));
        } else {
            await(message.requestId(), send.replyTo());
            doors.push(message);
        }
    }

    private Effect<SenderEvent, SenderState> prepared(SenderState state, Prepared prepared) {
        doors.sign(prepared.request(), prepared.gas(), state.nonce(prepared.gas().poolNonce()));
        return Effect().none();
    }

    private Effect<SenderEvent, SenderState> signed(SignedMessage signed) {
        signing = false;
        Send request = signed.request();
        SenderEvent event = new SenderEvent.Signed(request.requestId(), signed.nonce(), signed.cid(), signed.bytes(), signed.fee());
        return Effect().persist(event).thenRun(now -> {
            await(request.requestId(), request.replyTo());
            now.forRequest(request.requestId()).ifPresent(doors::push);
        }).thenUnstashAll();
    }

    private Effect<SenderEvent, SenderState> notPrepared(NotPrepared not) {
        signing = false;
        context.getLog().warn("message {} not prepared: {}", not.request().requestId(), not.reason());
        return Effect().none()
                .thenRun(now -> not.request().replyTo().tell(refused(not.request().requestId(), not.refusal(), not.reason(), false)))
                .thenUnstashAll();
    }

    private Effect<SenderEvent, SenderState> pushed(SenderState state, String requestId) {
        boolean news = state.forRequest(requestId).filter(message -> !message.pushed()).isPresent();
        List<SenderEvent> events = news ? List.of(new SenderEvent.Pushed(requestId)) : List.of();
        return Effect().persist(events).thenRun(now -> now.forRequest(requestId).ifPresent(message ->
                answer(requestId, new Sent(requestId, message.cid()))));
    }

    private Effect<SenderEvent, SenderState> notPushed(SenderState state, NotPushed not) {
        Optional<Outgoing> message = state.forRequest(not.requestId()).filter(known -> known.cid().equals(not.cid()));
        if (message.isEmpty()) {
            return Effect().none();
        }
        if (not.refusal() == PushRefusal.KNOWN) {
            return pushed(state, not.requestId());
        }
        context.getLog().warn("message {} (nonce {}) not pushed: {}", not.requestId(), message.get().nonce(), not.reason());
        boolean withdrawn = not.refusal().leavesNonceFree() && !message.get().pushed() && message.get().earlier().isEmpty();
        Refused answer = refused(not.requestId(), not.refusal(), not.reason(), !withdrawn);
        if (withdrawn) {
            return Effect().persist(new Withdrawn(not.requestId(), not.reason())).thenRun(now -> answer(not.requestId(), answer));
        }
        if (not.refusal() == PushRefusal.NONCE_USED) {
            doors.search(message.get(), false);
        }
        timers.startSingleTimer(new PushAgain(), retry);
        return Effect().none().thenRun(now -> answer(not.requestId(), answer));
    }

    private Refused refused(String requestId, PushRefusal refusal, String reason, boolean signed) {
        return switch (refusal) {
            case NO_FUNDS -> new Refused(requestId, address + " cannot pay, send it FIL: " + reason, signed, Cause.FUNDS);
            case WOULD_FAIL -> new Refused(requestId, reason, signed, Cause.CONTENT);
            case KNOWN, NONCE_USED, OUTBID, NEVER, UNKNOWN -> new Refused(requestId, reason, signed, Cause.CIRCUMSTANCES);
        };
    }

    private Effect<SenderEvent, SenderState> looked(SenderState state, Looked looked) {
        ChainWatch.toSearch(state, looked.executed(), looked.settled())
                .forEach(message -> doors.search(message, message.nonce() < looked.settled()));
        Optional<Outgoing> next = ChainWatch.head(state, looked.executed());
        switch (watch.remedy(state, looked.height(), looked.executed())) {
            case NOTHING -> { }
            case PUSH_AGAIN -> next.ifPresent(doors::push);
            case RAISE_FEE -> next.ifPresent(doors::raiseFee);
        }
        Optional<Long> left = ChainWatch.gap(state, looked.executed());
        if (left.isPresent() && left.equals(gap)) {
            fill(left.get());
        }
        gap = left;
        return Effect().none();
    }

    /** Nobody asked for the free nonce between two looks: an empty message to ourselves lets the later ones pass. */
    private void fill(long nonce) {
        context.getLog().info("nonce {} of {} was left free and keeps later messages waiting: filling it", nonce, address);
        Outbound nothing = new Outbound(address, address, "0", 0, Blob.of(new byte[0]), MOST_FOR_FILLING);
        context.getSelf().tell(new Send(FILLING + nonce, nothing, context.getSystem().ignoreRef()));
    }

    private Effect<SenderEvent, SenderState> searched(SenderState state, Searched searched) {
        Optional<Outgoing> message = state.forRequest(searched.requestId()).filter(known -> !known.settled());
        if (message.isEmpty()) {
            return Effect().none();
        }
        if (searched.found()) {
            return searched.forGood() ? Effect().persist(new Settled(searched.requestId())).thenRun(now ->
                    answer(searched.requestId(), new Sent(searched.requestId(), message.get().cid()))) : pushed(state, searched.requestId());
        }
        if (!searched.forGood()) {
            return Effect().none();
        }
        context.getLog().error("nonce {} of {} went to a message that is not ours; message {} ({}) can never be executed",
                message.get().nonce(), address, message.get().cid(), searched.requestId());
        return Effect().persist(new Displaced(searched.requestId())).thenRun(now -> answer(searched.requestId(),
                new Refused(searched.requestId(), "its nonce was used by another message of " + address, false, Cause.CIRCUMSTANCES)));
    }

    private Effect<SenderEvent, SenderState> repriced(SenderState state, Repriced repriced) {
        boolean current = state.forRequest(repriced.requestId())
                .filter(message -> message.cid().equals(repriced.before()) && !message.settled()).isPresent();
        if (!current) {
            return Effect().none();
        }
        context.getLog().info("message {} waits too long: {} takes its place with a higher fee", repriced.before(), repriced.cid());
        return Effect().persist(new Replaced(repriced.requestId(), repriced.cid(), repriced.bytes(), repriced.fee()))
                .thenRun(now -> now.forRequest(repriced.requestId()).ifPresent(doors::push));
    }

    private Effect<SenderEvent, SenderState> log(String text, String detail) {
        context.getLog().info(text, detail);
        return Effect().none();
    }

    private void await(String requestId, ActorRef<Answer> replyTo) {
        waiting.computeIfAbsent(requestId, id -> new ArrayList<>()).add(replyTo);
    }

    private void answer(String requestId, Answer answer) {
        List<ActorRef<Answer>> asked = waiting.remove(requestId);
        if (asked != null) {
            asked.forEach(replyTo -> replyTo.tell(answer));
        }
    }
}
