package io.cairn.actors.files;

import io.cairn.proofs.DamagedFileException;
import io.cairn.proofs.DiskSpace;
import io.cairn.proofs.SectorFiles;
import io.cairn.proofs.SectorShape;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.seal.SectorName;
import io.cairn.proofs.seal.StorePath;
import io.cairn.proofs.seal.StorePath.FileType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where sectors lie on this machine: a path for sealing and one for keeping, which may be the same.
 *
 * @param sealing fast disk where sectors are made
 * @param keeping where proving sectors stay
 */
public record SectorStores(StorePath sealing, StorePath keeping) {

    /** The files of a sector while it is made. */
    SectorFiles making(SectorName sector) {
        return files(sealing, sector);
    }

    /** The files of a sector where it is now: where it is kept, or else where it is made. */
    SectorFiles now(SectorName sector) {
        SectorFiles kept = files(keeping, sector);
        return Files.exists(kept.replica()) ? kept : making(sector);
    }

    /** A file of a sector where it is kept or made, if it is there. */
    Optional<Path> find(FileType type, SectorName sector) {
        return Stream.of(keeping, sealing).map(store -> store.file(type, sector)).filter(Files::exists).findFirst();
    }

    /** A folder on the fast disk for files that last as long as a computation. */
    Path scratch() throws IOException {
        return Files.createDirectories(sealing.root().resolve("scratch"));
    }

    /**
     * Copies a sector to where it stays and compares lengths; what is copied already is copied again, which is harmless.
     *
     * @param progress counts bytes
     */
    void copy(SectorName sector, Progress progress) throws IOException {
        SectorFiles from = making(sector);
        SectorFiles to = files(keeping, sector);
        if (from.equals(to) || Files.notExists(from.replica())) {
            return;
        }
        keeping.prepare();
        Files.createDirectories(to.cache());
        copyAll(copies(sector), progress);
    }

    /** The files of a sector that is made, with their places where it stays; the replica, which says that it is there, last. */
    private Map<Path, Path> copies(SectorName sector) throws IOException {
        Path unsealed = sealing.file(FileType.UNSEALED, sector);
        Map<Path, Path> copies = new LinkedHashMap<>();
        list(making(sector).cache()).forEach(file -> copies.put(file, files(keeping, sector).cache().resolve(file.getFileName())));
        if (Files.exists(unsealed)) {
            copies.put(unsealed, keeping.file(FileType.UNSEALED, sector));
        }
        if (Files.exists(making(sector).replica())) {
            copies.put(making(sector).replica(), files(keeping, sector).replica());
        }
        return copies;
    }

    /**
     * Deletes what was copied to where the sector stays, once every copy is there with its length. Doing it again is harmless.
     *
     * @throws IOException naming the copy that is missing or of another length; nothing is deleted then
     */
    void tidy(SectorName sector, SectorShape shape) throws IOException {
        SectorFiles from = making(sector);
        if (from.equals(files(keeping, sector)) || copies(sector).isEmpty()) {
            return;
        }
        Survivors.require(files(keeping, sector), shape);
        for (Map.Entry<Path, Path> file : copies(sector).entrySet()) {
            Survivors.require(file.getValue(), Files.size(file.getKey()));
        }
        delete(from.cache());
        delete(sealing.file(FileType.UNSEALED, sector));
        delete(from.replica());
    }

    /** All sectors that have a file here, with the bytes of their files. */
    SortedMap<SectorName, Long> occupied() throws IOException {
        SortedMap<SectorName, Long> bytes = new TreeMap<>(Comparator.comparingLong(SectorName::minerActorId)
                .thenComparingLong(SectorName::sectorNumber));
        for (StorePath store : new LinkedHashSet<>(List.of(sealing, keeping))) {
            for (FileType type : FileType.values()) {
                for (SectorName sector : store.sectors(type)) {
                    bytes.merge(sector, size(store.file(type, sector)), Long::sum);
                }
            }
        }
        return bytes;
    }

    private static long size(Path path) throws IOException {
        try (Stream<Path> tree = Files.walk(path)) {
            return tree.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        } catch (NoSuchFileException gone) {
            return 0;
        }
    }

    private static void copyAll(Map<Path, Path> copies, Progress progress) throws IOException {
        long total = 0;
        for (Path file : copies.keySet()) {
            total += Files.size(file);
        }
        long done = 0;
        for (Map.Entry<Path, Path> file : copies.entrySet()) {
            progress.checkCancelled();
            copy(file.getKey(), file.getValue());
            done += Files.size(file.getKey());
            progress.advanced(done, total);
        }
    }

    /** Deletes all files of a sector. */
    void remove(SectorName sector) throws IOException {
        for (StorePath store : List.of(sealing, keeping)) {
            for (FileType type : FileType.values()) {
                delete(store.file(type, sector));
            }
        }
    }

    static void delete(Path path) throws IOException {
        if (Files.notExists(path)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(path)) {
            for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Path temporary = to.resolveSibling(to.getFileName() + ".tmp");
        DiskSpace.copyFirst(from, temporary, Files.size(from));
        if (Files.size(temporary) != Files.size(from)) {
            throw new DamagedFileException(temporary, Files.size(temporary) + " bytes", String.valueOf(Files.size(from)));
        }
        Files.move(temporary, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<Path> list(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static SectorFiles files(StorePath store, SectorName sector) {
        return new SectorFiles(store.file(FileType.SEALED, sector), store.file(FileType.CACHE, sector));
    }
}
