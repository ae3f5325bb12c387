package io.cairn.actors.work;

import akka.actor.typed.Behavior;
import akka.actor.typed.PostStop;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import io.cairn.actors.chain.ChainAccess;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Tells a chain whose clock can leap whether this process has work that takes real time: when that changes, and again and
 * again while it is so. A node that has no use for it is asked once.
 */
public final class BusySign {
    /** While busy it is said again after so many looks. */
    private static final int RENEWED_AFTER = 20;

    private final ActorContext<Command> context;
    private final ChainAccess chain;
    private final String provider;
    private final BooleanSupplier busy;
    private Optional<Boolean> told = Optional.empty();
    private int looks;
    private boolean telling;

    private sealed interface Command {
    }

    private enum Tick implements Command {
        LOOK
    }

    private record Told(boolean isBusy, boolean heard) implements Command {
    }

    private record NotTold(String reason) implements Command {
    }

    private BusySign(ActorContext<Command> context, ChainAccess chain, String provider, BooleanSupplier busy) {
        this.context = context;
        this.chain = chain;
        this.provider = provider;
        this.busy = busy;
    }

    /**
     * A sign of one process.
     *
     * @param provider names the process to the chain
     * @param busy     whether anything is under way; asked often
     * @param interval pause between two looks
     */
    public static Behavior<?> create(ChainAccess chain, String provider, BooleanSupplier busy, Duration interval) {
        return Behaviors.<Command>setup(context -> Behaviors.withTimers(timers ->
                new BusySign(context, chain, provider, busy).looking(timers, interval)));
    }

    private Behavior<Command> looking(TimerScheduler<Command> timers, Duration interval) {
        timers.startTimerWithFixedDelay(Tick.LOOK, interval);
        return Behaviors.receive(Command.class)
                .onMessage(Tick.class, tick -> look())
                .onMessage(Told.class, this::told)
                .onMessage(NotTold.class, this::notTold)
                .onSignal(PostStop.class, signal -> withdraw())
                .build();
    }

    private Behavior<Command> look() {
        boolean now = busy.getAsBoolean();
        boolean news = !told.equals(Optional.of(now));
        if (!telling && (news || now && looks >= RENEWED_AFTER)) {
            telling = true;
            looks = 0;
            context.pipeToSelf(chain.busy(provider, now), (heard, failure) ->
                    failure == null ? new Told(now, heard) : new NotTold(failure.toString()));
        }
        looks++;
        return Behaviors.same();
    }

    private Behavior<Command> told(Told answer) {
        telling = false;
        if (!answer.heard()) {
            context.getLog().debug("the node's clock does not leap: it is not told what {} has under way", provider);
            return Behaviors.stopped();
        }
        told = Optional.of(answer.isBusy());
        return Behaviors.same();
    }

    private Behavior<Command> notTold(NotTold answer) {
        telling = false;
        context.getLog().debug("the node was not told what is under way: {}", answer.reason());
        return Behaviors.same();
    }

    private Behavior<Command> withdraw() {
        if (told.equals(Optional.of(true))) {
            chain.busy(provider, false);
        }
        return Behaviors.same();
    }
}
