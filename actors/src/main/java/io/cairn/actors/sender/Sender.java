package io.cairn.actors.sender;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.RecoveryCompleted;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.Effect;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventSourcedBehavior;
import akka.persistence.typed.javadsl.RetentionCriteria;
import akka.persistence.typed.javadsl.SignalHandler;
import io.cairn.actors.chain.ChainAccess;
import io.cairn.actors.sender.SenderCommand.Answer;
import io.cairn.actors.sender.SenderCommand.NotPrepared;
import io.cairn.actors.sender.SenderCommand.NotPushed;
import io.cairn.actors.sender.SenderCommand.Prepared;
import io.cairn.actors.sender.SenderCommand.PushAgain;
import io.cairn.actors.sender.SenderCommand.Pushed;
import io.cairn.actors.sender.SenderCommand.Refused;
import io.cairn.actors.sender.SenderCommand.Send;
import io.cairn.actors.sender.SenderCommand.Sent;
import io.cairn.actors.sender.SenderCommand.SignedMessage;
import io.cairn.persistence.sender.Outgoing;
import io.cairn.persistence.sender.SenderEvent;
import io.cairn.persistence.sender.SenderState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One sending address. It gives out nonces one after the other, writes a signed message down before the message leaves the
 * process, and pushes the very same bytes again when it cannot know whether the node has them.
 */
public final class Sender extends EventSourcedBehavior<SenderCommand, SenderEvent, SenderState> {
    private final ActorContext<SenderCommand> context;
    private final TimerScheduler<SenderCommand> timers;
    private final ChainAccess chain;
    private final Wallet wallet;
    private final Duration retry;
    private final Map<String, List<ActorRef<Answer>>> waiting = new HashMap<>();
    private boolean signing;

    private Sender(ActorContext<SenderCommand> context, TimerScheduler<SenderCommand> timers, String address, ChainAccess chain,
                   Wallet wallet, Duration retry) {
        super(PersistenceId.of("sender", address));
        this.context = context;
        this.timers = timers;
        this.chain = chain;
        this.wallet = wallet;
        this.retry = retry;
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
    public SignalHandler<SenderState> signalHandler() {
        return newSignalHandlerBuilder()
                .onSignal(RecoveryCompleted.instance(), state -> state.unpushed().forEach(this::push))
                .build();
    }

    @Override
    public CommandHandler<SenderCommand, SenderEvent, SenderState> commandHandler() {
        return (state, command) -> switch (command) {
            case Send send -> send(state, send);
            case Prepared prepared -> prepared(state, prepared);
            case SignedMessage signed -> signed(signed);
            case NotPrepared not -> notPrepared(not);
            case Pushed pushed -> pushed(state, pushed.requestId());
            case NotPushed not -> notPushed(not);
            case PushAgain again -> Effect().none().thenRun(now -> now.unpushed().forEach(this::push));
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
        context.pipeToSelf(chain.prepare(send.message()), (gas, failure) ->
                failure == null ? new Prepared(send, gas) : new NotPrepared(send, reason(failure)));
        return Effect().none();
    }

    private void again(Outgoing message, Send send) {
        if (message.pushed()) {
            send.replyTo().tell(new Sent(message.requestId(), message.cid()));
        } else {
            waiting.computeIfAbsent(message.requestId(), id -> new ArrayList<>()).add(send.replyTo());
            push(message);
        }
    }

    private Effect<SenderEvent, SenderState> prepared(SenderState state, Prepared prepared) {
        long nonce = Math.max(prepared.gas().poolNonce(), state.nextNonce());
        Send request = prepared.request();
        context.pipeToSelf(wallet.sign(request.message(), prepared.gas(), nonce), (signed, failure) -> failure == null
                ? new SignedMessage(request, nonce, signed.cid(), signed.bytes()) : new NotPrepared(request, reason(failure)));
        return Effect().none();
    }

    private Effect<SenderEvent, SenderState> signed(SignedMessage signed) {
        signing = false;
        Send request = signed.request();
        SenderEvent event = new SenderEvent.Signed(request.requestId(), signed.nonce(), signed.cid(), signed.bytes());
        return Effect().persist(event).thenRun(now -> {
            waiting.computeIfAbsent(request.requestId(), id -> new ArrayList<>()).add(request.replyTo());
            now.forRequest(request.requestId()).ifPresent(this::push);
        }).thenUnstashAll();
    }

    private Effect<SenderEvent, SenderState> notPrepared(NotPrepared not) {
        signing = false;
        context.getLog().warn("message {} not prepared: {}", not.request().requestId(), not.reason());
        return Effect().none()
                .thenRun(now -> not.request().replyTo().tell(new Refused(not.request().requestId(), not.reason())))
                .thenUnstashAll();
    }

    private Effect<SenderEvent, SenderState> pushed(SenderState state, String requestId) {
        boolean news = state.forRequest(requestId).filter(message -> !message.pushed()).isPresent();
        List<SenderEvent> events = news ? List.of(new SenderEvent.Pushed(requestId)) : List.of();
        return Effect().persist(events).thenRun(now -> now.forRequest(requestId).ifPresent(message ->
                answer(requestId, new Sent(requestId, message.cid()))));
    }

    private Effect<SenderEvent, SenderState> notPushed(NotPushed not) {
        context.getLog().warn("message {} not pushed, trying again in {}: {}", not.requestId(), retry, not.reason());
        timers.startSingleTimer(new PushAgain(), retry);
        return Effect().none().thenRun(now -> answer(not.requestId(), new Refused(not.requestId(), not.reason())));
    }

    private void answer(String requestId, Answer answer) {
        List<ActorRef<Answer>> asked = waiting.remove(requestId);
        if (asked != null) {
            asked.forEach(replyTo -> replyTo.tell(answer));
        }
    }

    private void push(Outgoing message) {
        context.pipeToSelf(chain.push(message.signed()), (done, failure) -> failure == null
                ? new Pushed(message.requestId()) : new NotPushed(message.requestId(), reason(failure)));
    }

    private static String reason(Throwable failure) {
        return failure.getCause() == null ? failure.toString() : failure.getCause().toString();
    }
}
