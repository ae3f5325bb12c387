package io.cairn.actors.durable;

import akka.actor.typed.BackoffSupervisorStrategy;
import akka.actor.typed.PostStop;
import akka.actor.typed.PreRestart;
import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.javadsl.ActorContext;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.RecoveryCompleted;
import akka.persistence.typed.RecoveryFailed;
import akka.persistence.typed.javadsl.EventSourcedBehavior;
import akka.persistence.typed.javadsl.SignalHandler;
import akka.persistence.typed.javadsl.SignalHandlerBuilder;
import com.typesafe.config.Config;

/**
 * An entity that lives by its journal. When that does not answer, the entity waits, longer each time, and replays what is
 * written; its children work on, and commands that come meanwhile, their results among them, are kept in their order. The
 * one whose events could not be written gets no answer: whoever asked runs into his timeout and asks again.
 */
public abstract class JournalledEntity<C, E, S> extends EventSourcedBehavior<C, E, S> {
    private static final double JITTER = 0.2;

    private final JournalWatch watch;
    private final String name;

    /** The entity of a name. */
    protected JournalledEntity(ActorContext<C> context, PersistenceId id) {
        super(id, patience(context.getSystem().settings().config().getConfig("cairn.journal-patience")));
        this.watch = JournalWatch.of(context.getSystem());
        this.name = id.id();
    }

    private static BackoffSupervisorStrategy patience(Config config) {
        return SupervisorStrategy.restartWithBackoff(config.getDuration("first-pause"), config.getDuration("longest-pause"), JITTER)
                .withStashCapacity(config.getInt("commands-kept")).withStopChildren(false)
                .withLoggingEnabled(false);
    }

    @Override
    public final SignalHandler<S> signalHandler() {
        SignalHandlerBuilder<S> handler = newSignalHandlerBuilder()
                .onSignal(RecoveryFailed.class, (state, failed) -> watch.failed(name, failed.getFailure().toString()))
                .onSignal(PreRestart.instance(), state -> watch.failed(name, ""))
                .onSignal(RecoveryCompleted.instance(), state -> {
                    watch.answered(name);
                    recovered(state);
                })
                .onSignal(PostStop.instance(), state -> {
                    watch.gone(name);
                    stopped();
                });
        return handler.build();
    }

    /** All that is written was replayed. */
    protected void recovered(S state) {
    }

    /** The entity stops. */
    protected void stopped() {
    }
}
