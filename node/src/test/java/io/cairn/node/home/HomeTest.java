package io.cairn.node.home;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    private Path folder;

    @Test
    void oneProcessAtATimeHoldsTheFolder() {
        try (Home _ = Home.acquire(folder)) {
            HomeException refusal = assertThrows(HomeException.class, () -> Home.acquire(folder));
            assertTrue(refusal.getMessage().contains(folder.toString()), refusal.getMessage());
        }
        Home.acquire(folder).close();
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        HomeException refusal = assertThrows(HomeException.class, () -> Home.acquire(file.resolve("home")));
        assertTrue(refusal.getMessage().contains("--home"), refusal.getMessage());
    }
}
