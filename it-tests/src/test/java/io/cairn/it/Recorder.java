package io.cairn.it;

import akka.actor.typed.ActorRef;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventSourcedBehavior;
import io.cairn.persistence.Durable;
import java.util.ArrayList;
import java.util.List;

/** A persistent actor that keeps whatever it is told, and tells it again. */
final class Recorder extends EventSourcedBehavior<Recorder.Command, Durable, List<Durable>> {

    sealed interface Command {

        /** Writes an event down, then answers with all of them. */
        record Keep(Durable event, ActorRef<List<Durable>> replyTo) implements Command {}

        /** Answers with all events. */
        record Tell(ActorRef<List<Durable>> replyTo) implements Command {}
    }

    Recorder(String id) {
        super(PersistenceId.ofUniqueId(id));
    }

    @Override
    public List<Durable> emptyState() {
        return List.of();
    }

    @Override
    public CommandHandler<Command, Durable, List<Durable>> commandHandler() {
        return (state, command) -> switch (command) {
            case Command.Keep(Durable event, ActorRef<List<Durable>> replyTo) -> Effect().persist(event).thenReply(replyTo, kept -> kept);
            case Command.Tell(ActorRef<List<Durable>> replyTo) -> Effect().reply(replyTo, state);
        };
    }

    @Override
    public EventHandler<List<Durable>, Durable> eventHandler() {
        return (state, event) -> {
            List<Durable> longer = new ArrayList<>(state);
            longer.add(event);
            return List.copyOf(longer);
        };
    }
}
