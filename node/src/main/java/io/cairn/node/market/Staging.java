package io.cairn.node.market;

import io.cairn.persistence.file.StoredFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;

/** Where files lie before they are in sectors, and pieces on their way back. */
final class Staging {

    private static final int NAME_BYTES = 16;

    private final Path files;
    private final Path passing;

    private Staging(Path files, Path passing) {
        this.files = files;
        this.passing = passing;
    }

    /** The staging area in a folder, without what an earlier process left half done. */
    static Staging open(Path folder) throws IOException {
        Path files = Files.createDirectories(folder.resolve("files"));
        Path passing = folder.resolve("passing");
        delete(passing);
        return new Staging(files, Files.createDirectories(passing));
    }

    /** A new folder that is gone after the next start. */
    Path passing() throws IOException {
        return Files.createDirectory(passing.resolve(UUID.randomUUID().toString()));
    }

    /** Keeps what was cut under a request. */
    void keep(Path cut, String request) throws IOException {
        Path target = folder(request);
        delete(target);
        Files.move(cut, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Where the bytes of a piece lie, or lay. */
    Path piece(StoredFile file, int index) {
        return FileCutter.file(folder(file.id()), index);
    }

    private Path folder(String request) {
        byte[] digest = FileCutter.sha256().digest(request.getBytes(StandardCharsets.UTF_8));
        return files.resolve(HexFormat.of().formatHex(digest, 0, NAME_BYTES));
    }

    static void delete(Path path) throws IOException {
        if (Files.notExists(path)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(path)) {
            for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
