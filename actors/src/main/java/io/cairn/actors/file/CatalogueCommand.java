package io.cairn.actors.file;

import akka.actor.typed.ActorRef;
import io.cairn.actors.Wire;
import io.cairn.persistence.file.StoredFile;
import java.util.List;

/** What the list of files understands. */
public sealed interface CatalogueCommand extends Wire {
    /** Writes a file down; under a known request the file that was written down before is answered. */
    record Record(StoredFile file, ActorRef<Recorded> replyTo) implements CatalogueCommand {
    }

    /** The file of a request. */
    record Recorded(StoredFile file) implements Wire {
    }

    /** Asks for all files. */
    record Look(ActorRef<Files> replyTo) implements CatalogueCommand {
    }

    /** All files, oldest first. */
    record Files(List<StoredFile> files) implements Wire {
        public Files {
            files = List.copyOf(files);
        }
    }
}
