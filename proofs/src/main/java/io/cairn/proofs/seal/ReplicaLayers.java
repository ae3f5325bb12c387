package io.cairn.proofs.seal;

import io.cairn.proofs.tree.MappedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of one layer of several replicas. Those that are made have their names only when all are whole and on the disk. */
final class ReplicaLayers implements AutoCloseable {

    private final int layer;
    private final List<CacheFolder> made = new ArrayList<>();
    private final List<Optional<MappedFile>> files = new ArrayList<>();

    ReplicaLayers(int layer) {
        this.layer = layer;
    }

    /** The next replica, whose layer is to be made unless it is not wanted. */
    void add(CacheFolder cache, boolean wanted) throws IOException {
        if (wanted) {
            files.add(Optional.of(MappedFile.create(cache.unfinishedLayer(layer), cache.shape().sectorBytes())));
            made.add(cache);
        } else {
            files.add(Optional.empty());
        }
    }

    /** The next replica, whose layer is finished. */
    void addFinished(CacheFolder cache) throws IOException {
        files.add(Optional.of(MappedFile.read(cache.layer(layer), cache.shape().sectorBytes())));
    }

    /** The files in the order of the replicas. */
    List<Optional<MappedFile>> files() {
        return files;
    }

    /** Names what was made. */
    void finish() throws IOException {
        files.forEach(file -> file.ifPresent(MappedFile::force));
        for (CacheFolder cache : made) {
            Files.move(cache.unfinishedLayer(layer), cache.layer(layer), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    @Override
    public void close() {
        files.forEach(file -> file.ifPresent(MappedFile::close));
    }
}
