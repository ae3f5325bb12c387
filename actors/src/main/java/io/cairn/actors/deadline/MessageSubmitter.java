package io.cairn.actors.deadline;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import io.cairn.actors.chain.ChainAccess;
import io.cairn.actors.chain.MessageWaiter;
import io.cairn.actors.deadline.DeadlineCommand.Executed;
import io.cairn.actors.deadline.DeadlineCommand.NotSent;
import io.cairn.actors.deadline.DeadlineCommand.Sent;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Sends one batch of a deadline and follows its message until it is executed for good. */
final class MessageSubmitter {
    sealed interface Command {
    }

    private record Pooled(Sent sent) implements Command {
    }

    private record Failed(String reason) implements Command {
    }

    private record Done() implements Command {
    }

    private MessageSubmitter() {
    }

    /**
     * A child for one batch.
     *
     * @param sending the attempt to hand the message over, begun when the child starts
     */
    static Behavior<Command> create(ChainAccess chain, CrewSettings settings, long open, int batch,
                                    Supplier<CompletionStage<Sent>> sending, ActorRef<DeadlineCommand> deadline) {
        return Behaviors.setup(context -> {
            context.pipeToSelf(sending.get(), (sent, failure) -> failure == null ? new Pooled(sent) : new Failed(failure.toString()));
            return Behaviors.receive(Command.class).onAnyMessage(command -> switch (command) {
                case Pooled pooled -> {
                    Sent sent = pooled.sent();
                    context.getLog().info("Submitted window post: {} (deadline window {})", sent.cid(), open);
                    deadline.tell(sent);
                    Duration poll = settings.poll();
                    context.spawn(MessageWaiter.create(chain, sent.cid(), settings.messageConfidence(), poll, executed -> {
                        deadline.tell(new Executed(open, batch, executed.cid(), executed.exitCode(), executed.epoch()));
                        context.getSelf().tell(new Done());
                    }), "waiter");
                    yield Behaviors.same();
                }
                case Failed failed -> {
                    deadline.tell(new NotSent(open, batch, failed.reason()));
                    yield Behaviors.stopped();
                }
                case Done done -> Behaviors.stopped();
            }).build();
        });
    }
}
