package io.cairn.node.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.node.view.NoSuchViewException;
import io.cairn.persistence.file.StoredFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileShelfTest {

    private static final List<StoredFile> FILES = List.of(file("r1/a", "a", "r1"), file("r1/b", "b", "r1"), file("r2/b", "b", "r2"));

    @Test
    void aFileIsFoundByIdRootOrName() {
        assertEquals("r1/a", FileShelf.find(FILES, "a").id());
        assertEquals("r1/b", FileShelf.find(FILES, "r1/b").id());
        assertEquals("r1/b", FileShelf.find(FILES, "r1").id(), "of equal content the newest");
    }

    @Test
    void aNameOfDifferentFilesIsRefused() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> FileShelf.find(FILES, "b")).getMessage().endsWith("r1, r2"));
        assertThrows(NoSuchViewException.class, () -> FileShelf.find(FILES, "c"));
    }

    private static StoredFile file(String id, String name, String root) {
        return new StoredFile(id, name, root, 1, List.of(), 0);
    }
}
