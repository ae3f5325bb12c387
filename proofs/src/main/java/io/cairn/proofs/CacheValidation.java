package io.cairn.proofs;

import io.cairn.proofs.seal.CacheFolder;
import io.cairn.proofs.seal.PersistentAux;
import io.cairn.proofs.tree.TreeLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * Checks before a replication proof that all files are there and whole
 * (rust-fil-proofs: filecoin-proofs/src/api/mod.rs, validate_cache_for_commit); of split trees every file is checked.
 */
final class CacheValidation {

    private CacheValidation() {
    }

    static void requireComplete(CacheFolder cache, Path replica) throws IOException {
        SectorShape shape = cache.shape();
        requireLength(replica, shape.sectorBytes());
        PersistentAux.read(cache.persistentAux());
        for (int layer : IntStream.rangeClosed(1, shape.layers()).toArray()) {
            requireLength(cache.layer(layer), shape.sectorBytes());
        }
        requireLength(cache.treeD(), TreeLayout.complete(2, shape.nodes()).fileBytes());
        for (Path file : cache.treeC()) {
            requireLength(file, shape.baseTreeNodes() * SectorShape.NODE_BYTES);
        }
        for (Path file : cache.treeRLast()) {
            requireLength(file, shape.storedReplicaTreeNodes() * SectorShape.NODE_BYTES);
        }
    }

    private static void requireLength(Path file, long expected) throws IOException {
        FileRemedy.requireThere(file);
        if (Files.size(file) != expected) {
            throw new DamagedFileException(file, Files.size(file) + " bytes", String.valueOf(expected));
        }
    }
}
