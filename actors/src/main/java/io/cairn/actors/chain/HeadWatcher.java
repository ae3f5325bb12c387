package io.cairn.actors.chain;

import akka.actor.typed.Behavior;
import akka.actor.typed.PostStop;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import io.cairn.actors.Wire;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Holds the subscription to the node and tells what became of the head. It subscribes again when the subscription ends,
 * cannot be made, or has been silent for too long.
 */
public final class HeadWatcher extends AbstractBehavior<HeadWatcher.Command> {
    /** What the watcher understands. */
    public sealed interface Command {
    }

    private record Moved(int subscription, List<HeadMove> moves) implements Command {
    }

    private record Closed(int subscription) implements Command {
    }

    private enum Timeout implements Command {
        SUBSCRIBE, SILENCE
    }

    /** Stops the watcher; sent when the singleton moves. */
    public enum Stop implements Command, Wire {
        NOW
    }

    /**
     * How patient the watcher is.
     *
     * @param retry   pause before subscribing again
     * @param silence longest time without news before subscribing again
     */
    public record Patience(Duration retry, Duration silence) {
    }

    private final ChainAccess chain;
    private final Patience patience;
    private final Consumer<HeadChange> listener;
    private final TimerScheduler<Command> timers;
    private final HeadFold fold = new HeadFold();
    private AutoCloseable subscription = () -> { };
    private int generation;
    private boolean current;

    private HeadWatcher(ActorContext<Command> context, TimerScheduler<Command> timers, ChainAccess chain, Patience patience,
                        Consumer<HeadChange> listener) {
        super(context);
        this.timers = timers;
        this.chain = chain;
        this.patience = patience;
        this.listener = listener;
        subscribe();
    }

    /** A watcher that hands every change to a listener. */
    public static Behavior<Command> create(ChainAccess chain, Patience patience, Consumer<HeadChange> listener) {
        return Behaviors.setup(context -> Behaviors.withTimers(timers ->
                new HeadWatcher(context, timers, chain, patience, listener)));
    }

    @Override
    public Receive<Command> createReceive() {
        return newReceiveBuilder()
                .onMessage(Moved.class, this::moved)
                .onMessage(Closed.class, this::closed)
                .onMessageEquals(Timeout.SUBSCRIBE, this::subscribe)
                .onMessageEquals(Timeout.SILENCE, this::silence)
                .onMessageEquals(Stop.NOW, Behaviors::stopped)
                .onSignal(PostStop.class, signal -> {
                    unsubscribe();
                    return this;
                })
                .build();
    }

    private Behavior<Command> subscribe() {
        unsubscribe();
        int mine = ++generation;
        current = false;
        timers.startSingleTimer(Timeout.SILENCE, patience.silence());
        try {
            subscription = chain.follow(
                    moves -> getContext().getSelf().tell(new Moved(mine, List.copyOf(moves))),
                    () -> getContext().getSelf().tell(new Closed(mine)));
        } catch (RuntimeException e) {
            getContext().getLog().warn("cannot follow the chain, trying again in {}", patience.retry(), e);
            timers.startSingleTimer(Timeout.SUBSCRIBE, patience.retry());
        }
        return this;
    }

    private Behavior<Command> moved(Moved message) {
        if (message.subscription() != generation) {
            return this;
        }
        if (!current) {
            if (message.moves().size() != 1 || message.moves().getFirst().kind() != HeadMove.Kind.CURRENT) {
                getContext().getLog().warn("first notification has {} steps, expected the current head alone", message.moves().size());
                return retryLater();
            }
            current = true;
        }
        timers.startSingleTimer(Timeout.SILENCE, patience.silence());
        fold.add(message.moves()).ifPresent(listener);
        return this;
    }

    private Behavior<Command> closed(Closed message) {
        if (message.subscription() != generation) {
            return this;
        }
        getContext().getLog().warn("window post scheduler notifs channel closed, subscribing again in {}", patience.retry());
        return retryLater();
    }

    private Behavior<Command> silence() {
        getContext().getLog().warn("no head for {}, subscribing again", patience.silence());
        return subscribe();
    }

    private Behavior<Command> retryLater() {
        unsubscribe();
        generation++;
        timers.startSingleTimer(Timeout.SUBSCRIBE, patience.retry());
        return this;
    }

    private void unsubscribe() {
        try {
            subscription.close();
        } catch (Exception e) {
            getContext().getLog().info("the subscription did not close: {}", e.toString());
        }
        subscription = () -> { };
    }
}
