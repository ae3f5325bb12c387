package io.cairn.node.market;

import io.cairn.node.view.NoSuchViewException;
import io.cairn.persistence.file.StoredFile;
import java.util.List;

/** Finds a file by what a user calls it. */
public final class FileShelf {

    private FileShelf() {}

    /**
     * The file with this id, root or name; of several with the same content the newest.
     *
     * @throws NoSuchViewException if there is none
     * @throws IllegalArgumentException if the name stands for files with different content
     */
    public static StoredFile find(List<StoredFile> files, String wanted) {
        List<StoredFile> found = files.stream()
                .filter(file -> file.id().equals(wanted) || file.root().equals(wanted) || file.name().equals(wanted)).toList();
        if (found.isEmpty()) {
            throw new NoSuchViewException("there is no file " + wanted + "; cairn store --list shows those that there are");
        }
        List<String> roots = found.stream().map(StoredFile::root).distinct().toList();
        if (roots.size() > 1) {
            throw new IllegalArgumentException("there are " + roots.size() + " different files called " + wanted
                    + "; take one by its id: " + String.join(", ", roots));
        }
        return found.getLast();
    }
}
