package io.cairn.persistence.file;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.cairn.persistence.Durable;

/** What has happened to the list of users' files. */
public sealed interface CatalogueEvent extends Durable {
    /** A file was taken in, cut and committed to; its deals follow. */
    @JsonTypeName("catalogue.file-recorded.v1")
    record FileRecorded(StoredFile file) implements CatalogueEvent {
    }
}
