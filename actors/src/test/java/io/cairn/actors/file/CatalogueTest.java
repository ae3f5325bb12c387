package io.cairn.actors.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import com.typesafe.config.ConfigFactory;
import io.cairn.actors.file.CatalogueCommand.Files;
import io.cairn.actors.file.CatalogueCommand.Look;
import io.cairn.actors.file.CatalogueCommand.Record;
import io.cairn.actors.file.CatalogueCommand.Recorded;
import io.cairn.persistence.file.CatalogueEvent;
import io.cairn.persistence.file.CatalogueState;
import io.cairn.persistence.file.StoredFile;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A file is written down once under a request and is still known after a restart. */
class CatalogueTest {
    private static final ActorTestKit KIT = ActorTestKit.create(ConfigFactory.parseString("akka.actor.provider = local")
            .withFallback(EventSourcedBehaviorTestKit.config()).withFallback(ConfigFactory.load()));

    private final EventSourcedBehaviorTestKit<CatalogueCommand, CatalogueEvent, CatalogueState> catalogue =
            EventSourcedBehaviorTestKit.create(KIT.system(), Catalogue.create("t01000"));

    @AfterAll
    static void stop() {
        KIT.shutdownTestKit();
    }

    private static StoredFile file(String id, String name) {
        return new StoredFile(id, name, "bafkreiroot", 3000, List.of(), 7);
    }

    @Test
    void theSameRequestNeverMakesASecondFile() {
        StoredFile first = file("a", "letter.txt");
        assertEquals(first, catalogue.<Recorded>runCommand(replyTo -> new Record(first, replyTo)).reply().file());
        var again = catalogue.<Recorded>runCommand(replyTo -> new Record(file("a", "another name"), replyTo));
        assertEquals(first, again.reply().file());
        assertTrue(again.hasNoEvents());
        catalogue.<Recorded>runCommand(replyTo -> new Record(file("b", "picture.png"), replyTo));
        catalogue.restart();
        List<StoredFile> known = catalogue.<Files>runCommand(Look::new).reply().files();
        assertEquals(List.of("letter.txt", "picture.png"), known.stream().map(StoredFile::name).toList());
    }
}
