package io.cairn.persistence.file;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.cairn.persistence.Durable;
import io.cairn.persistence.file.CatalogueEvent.FileRecorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The list of users' files.
 *
 * @param files oldest first
 */
@JsonTypeName("catalogue.state.v1")
public record CatalogueState(List<StoredFile> files) implements Durable {
    public CatalogueState {
        files = List.copyOf(files);
    }

    /** A list without files. */
    public static CatalogueState empty() {
        return new CatalogueState(List.of());
    }

    /** The file that was stored under a request. */
    public Optional<StoredFile> under(String id) {
        return files.stream().filter(file -> file.id().equals(id)).findFirst();
    }

    /** The state after an event. */
    public CatalogueState apply(CatalogueEvent event) {
        return switch (event) {
            case FileRecorded recorded -> with(recorded.file());
        };
    }

    private CatalogueState with(StoredFile file) {
        List<StoredFile> more = new ArrayList<>(files);
        more.add(file);
        return new CatalogueState(more);
    }
}
