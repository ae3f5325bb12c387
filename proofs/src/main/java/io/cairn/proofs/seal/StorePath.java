package io.cairn.proofs.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory that stores sectors, laid out as Lotus and Curio do.
 *
 * <p>Source: lotus, storage/sealer/storiface/filetype.go and storage/paths/local.go.
 *
 * @param root the directory
 */
public record StorePath(Path root) {

    private static final String FETCHING = "fetching";

    /** The kinds of file a sector has, each in its own folder. */
    public enum FileType {
        /** Padded data, perhaps with a trailer. */
        UNSEALED("unsealed"),
        /** The replica. */
        SEALED("sealed"),
        /** Trees and labels beside the replica: a directory. */
        CACHE("cache"),
        /** The replica of an updated sector. */
        UPDATE("update"),
        /** Trees beside the replica of an updated sector: a directory. */
        UPDATE_CACHE("update-cache");

        private final String folder;

        FileType(String folder) {
            this.folder = folder;
        }
    }

    /** Creates the folders that are missing. */
    public void prepare() throws IOException {
        for (FileType type : FileType.values()) {
            Files.createDirectories(folder(type));
        }
    }

    /** Where a file of a sector is or would be. */
    public Path file(FileType type, SectorName sector) {
        return folder(type).resolve(sector.toString());
    }

    /**
     * The sectors that have a file of a type, in the order of miner and number. Downloads in progress are passed over.
     *
     * @throws IllegalArgumentException if something else stands in the folder
     */
    public List<SectorName> sectors(FileType type) throws IOException {
        if (Files.notExists(folder(type))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder(type))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(FETCHING))
                    .map(SectorName::parse)
                    .sorted((a, b) -> a.minerActorId() != b.minerActorId()
                            ? Long.compare(a.minerActorId(), b.minerActorId())
                            : Long.compare(a.sectorNumber(), b.sectorNumber()))
                    .toList();
        }
    }

    private Path folder(FileType type) {
        return root.resolve(type.folder);
    }
}
