package io.cairn.actors.file;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.Effect;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.RetentionCriteria;
import io.cairn.actors.durable.JournalledEntity;
import io.cairn.actors.file.CatalogueCommand.Files;
import io.cairn.actors.file.CatalogueCommand.Look;
import io.cairn.actors.file.CatalogueCommand.Record;
import io.cairn.actors.file.CatalogueCommand.Recorded;
import io.cairn.persistence.file.CatalogueEvent;
import io.cairn.persistence.file.CatalogueEvent.FileRecorded;
import io.cairn.persistence.file.CatalogueState;
import io.cairn.persistence.file.StoredFile;
import java.util.Optional;

/**
 * The list of users' files. An entity of its own, because it is the clients' business: it must neither grow the miner's
 * state, which is replayed before anything is proved, nor end with a deal.
 */
public final class Catalogue extends JournalledEntity<CatalogueCommand, CatalogueEvent, CatalogueState> {
    private Catalogue(ActorContext<CatalogueCommand> context, String entity) {
        super(context, PersistenceId.of("catalogue", entity));
    }

    /** The list of a miner with an id address such as {@code t01000}. */
    public static Behavior<CatalogueCommand> create(String entity) {
        return Behaviors.setup(context -> new Catalogue(context, entity));
    }

    @Override
    public CatalogueState emptyState() {
        return CatalogueState.empty();
    }

    @Override
    public EventHandler<CatalogueState, CatalogueEvent> eventHandler() {
        return CatalogueState::apply;
    }

    @Override
    public RetentionCriteria retentionCriteria() {
        return RetentionCriteria.snapshotEvery(50, 2);
    }

    @Override
    public CommandHandler<CatalogueCommand, CatalogueEvent, CatalogueState> commandHandler() {
        return (state, command) -> switch (command) {
            case Record record -> record(state, record);
            case Look look -> Effect().none().thenRun(now -> look.replyTo().tell(new Files(now.files())));
        };
    }

    private Effect<CatalogueEvent, CatalogueState> record(CatalogueState state, Record record) {
        Optional<StoredFile> before = state.under(record.file().id());
        return before.<Effect<CatalogueEvent, CatalogueState>>map(file -> Effect().none().thenRun(now -> record.replyTo().tell(new Recorded(file))))
                .orElseGet(() -> Effect().persist(new FileRecorded(record.file()))
                        .thenRun(now -> record.replyTo().tell(new Recorded(record.file()))));
    }
}
