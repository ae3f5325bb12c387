package io.cairn.actors.sweep;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import java.time.Duration;
import java.util.function.Consumer;

/** Has a sweep made soon after the start and then from time to time; one that fails is said and made at the next time. */
public final class Sweeper {
    private static final Duration SOON = Duration.ofMinutes(1);

    private sealed interface Command {
    }

    private enum Tick implements Command {
        SWEEP
    }

    private record Swept(SweepResult result) implements Command {
    }

    private record Failed(String reason) implements Command {
    }

    private final ActorContext<Command> context;
    private final Sweep sweep;
    private final Consumer<SweepResult> news;
    private boolean sweeping;

    private Sweeper(ActorContext<Command> context, Sweep sweep, Consumer<SweepResult> news) {
        this.context = context;
        this.sweep = sweep;
        this.news = news;
    }

    /**
     * A sweeper.
     *
     * @param every pause between two sweeps
     * @param news  hears of each
     */
    public static Behavior<?> create(Sweep sweep, Duration every, Consumer<SweepResult> news) {
        return Behaviors.<Command>setup(context -> Behaviors.withTimers(timers -> new Sweeper(context, sweep, news).sweeping(timers, every)));
    }

    private Behavior<Command> sweeping(TimerScheduler<Command> timers, Duration every) {
        timers.startTimerWithFixedDelay(Tick.SWEEP, every.compareTo(SOON) < 0 ? every : SOON, every);
        return Behaviors.receive(Command.class)
                .onMessage(Tick.class, tick -> sweep())
                .onMessage(Swept.class, this::swept)
                .onMessage(Failed.class, this::failed)
                .build();
    }

    private Behavior<Command> sweep() {
        if (!sweeping) {
            sweeping = true;
            context.pipeToSelf(sweep.run(), (result, failure) -> failure == null ? new Swept(result) : new Failed(failure.toString()));
        }
        return Behaviors.same();
    }

    private Behavior<Command> swept(Swept swept) {
        sweeping = false;
        news.accept(swept.result());
        return Behaviors.same();
    }

    private Behavior<Command> failed(Failed failed) {
        sweeping = false;
        context.getLog().warn("a sweep could not be made, the next one is: {}", failed.reason());
        return Behaviors.same();
    }
}
