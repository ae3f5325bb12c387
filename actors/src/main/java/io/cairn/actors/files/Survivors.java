package io.cairn.actors.files;

import io.cairn.proofs.DamagedFileException;
import io.cairn.proofs.SectorFiles;
import io.cairn.proofs.SectorShape;
import io.cairn.proofs.seal.CacheFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Looks, before a file is deleted, for what a sector cannot do without once it is gone: the sealed data, the two roots and
 * the trees over the replica, each with the length that it must have (Cairn's invariant 6 of a sector's life).
 */
final class Survivors {
    private static final long PERSISTENT_AUX_BYTES = 64;

    private Survivors() {
    }

    /** @throws IOException naming the file that is missing or of another length; then nothing may be deleted */
    static void require(SectorFiles files, SectorShape shape) throws IOException {
        CacheFolder cache = new CacheFolder(files.cache(), shape);
        require(files.replica(), shape.sectorBytes());
        require(cache.persistentAux(), PERSISTENT_AUX_BYTES);
        for (Path tree : cache.treeRLast()) {
            require(tree, shape.storedReplicaTreeNodes() * SectorShape.NODE_BYTES);
        }
    }

    /** @throws IOException if the file is missing or of another length */
    static void require(Path file, long bytes) throws IOException {
        if (Files.notExists(file)) {
            throw new NoSuchFileException(file.toString(), null, "nothing is deleted while it is missing; expected " + bytes + " bytes");
        }
        if (Files.size(file) != bytes) {
            throw new DamagedFileException(file, Files.size(file) + " bytes", String.valueOf(bytes));
        }
    }
}
