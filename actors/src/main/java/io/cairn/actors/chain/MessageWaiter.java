package io.cairn.actors.chain;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Looks again and again whether a message was executed, and reports once when enough tipsets lie on top of it. It asks for
 * short answers only, so a node that goes away and comes back costs nothing but time.
 */
public final class MessageWaiter {
    /** What the waiter understands; all of it comes from itself. */
    public sealed interface Command {
    }

    private enum Tick implements Command {
        NOW
    }

    private record Seen(Head head, Optional<Executed> executed) implements Command {
    }

    private record Failed(String reason) implements Command {
    }

    private MessageWaiter() {
    }

    /**
     * A waiter for one message.
     *
     * @param confidence tipsets that must lie on top, in epochs
     * @param interval   pause between two looks
     * @param report     told once; runs in the waiter
     */
    public static Behavior<Command> create(ChainAccess chain, String cid, long confidence, Duration interval,
                                           Consumer<Executed> report) {
        return Behaviors.setup(context -> Behaviors.withTimers(timers -> {
            context.getSelf().tell(Tick.NOW);
            return waiting(context, timers, chain, cid, confidence, interval, report);
        }));
    }

    private static Behavior<Command> waiting(ActorContext<Command> context, TimerScheduler<Command> timers, ChainAccess chain,
                                             String cid, long confidence, Duration interval, Consumer<Executed> report) {
        return Behaviors.receive(Command.class).onAnyMessage(command -> switch (command) {
            case Tick tick -> {
                context.pipeToSelf(
                        chain.head().thenCompose(head -> chain.executed(cid, head).thenApply(found -> new Seen(head, found))),
                        (seen, failure) -> failure == null ? seen : new Failed(failure.toString()));
                yield Behaviors.same();
            }
            case Seen seen when seen.executed().filter(e -> seen.head().height() >= e.epoch() + confidence).isPresent() -> {
                report.accept(seen.executed().get());
                yield Behaviors.stopped();
            }
            case Seen seen -> {
                timers.startSingleTimer(Tick.NOW, interval);
                yield Behaviors.same();
            }
            case Failed failed -> {
                context.getLog().info("looking for message {}: {}", cid, failed.reason());
                timers.startSingleTimer(Tick.NOW, interval);
                yield Behaviors.same();
            }
        }).build();
    }
}
