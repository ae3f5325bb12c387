package io.cairn.proofs.seal;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.graph.ParentSource;
import io.cairn.proofs.tree.MappedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/**
 * The label layers of a replica, each in a file. A finished file is a checkpoint: work that was interrupted goes on at
 * the first layer that is missing.
 *
 * <p>Labels depend on each other in sequence, so a layer is made by one thread; others only look up parents for it.
 */
final class Labels {

    private static final int NODE = SectorShape.NODE_BYTES;

    private final byte[] replicaId;
    private final ParentSource parents;
    private final Workers workers;
    private final long nodes;

    /**
     * @param replicaId identity of the replica, 32 bytes
     * @param workers threads that get parents ahead of the thread that labels
     */
    Labels(byte[] replicaId, ParentSource parents, Workers workers) {
        this.replicaId = replicaId.clone();
        this.workers = workers;
        this.parents = parents;
        this.nodes = parents.nodes();
    }

    /**
     * Makes the layers of a sector that are not there yet.
     *
     * @param progress counts labels of all layers
     */
    void makeMissing(CacheFolder cache, Progress progress) throws IOException {
        int layers = cache.shape().layers();
        for (int layer = 1 + finished(cache); layer <= layers; layer++) {
            Path previous = layer == 1 ? null : cache.layer(layer - 1);
            make(layer, previous, cache.unfinishedLayer(layer), progress.part((layer - 1) * nodes, 1, layers * nodes));
            Files.move(cache.unfinishedLayer(layer), cache.layer(layer), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Removes layers whose writing was interrupted; answers how many layers, from the first on, are there and of this replica. */
    int finished(CacheFolder cache) throws IOException {
        cache.removeUnfinishedLayers();
        int finished = 0;
        while (finished < cache.shape().layers() && isFinished(cache.layer(finished + 1), finished + 1)) {
            finished++;
        }
        return finished;
    }

    /**
     * Makes only the last layer, keeping no more than two layers at a time in the directory.
     *
     * @return the file of the last layer
     */
    Path makeLast(Path directory, int layers, Progress progress) throws IOException {
        Path previous = null;
        for (int layer = 1; layer <= layers; layer++) {
            Path file = directory.resolve("layer-" + layer);
            make(layer, previous, file, progress.part((layer - 1) * nodes, 1, layers * nodes));
            if (previous != null) {
                Files.delete(previous);
            }
            previous = file;
        }
        return previous;
    }

    /** Besides its length, the first label tells a layer of this replica from one left behind by another. */
    private boolean isFinished(Path file, int layer) throws IOException {
        if (Files.notExists(file) || Files.size(file) != nodes * NODE) {
            return false;
        }
        try (MappedFile labels = MappedFile.read(file, nodes * NODE)) {
            return Arrays.equals(labels.node(0), new LabelHasher(replicaId).first(layer));
        }
    }

    private void make(int layer, Path previousFile, Path file, Progress progress) throws IOException {
        try (MappedFile labels = MappedFile.create(file, nodes * NODE)) {
            if (previousFile == null) {
                fill(layer, labels, labels, progress);
            } else {
                try (MappedFile previous = MappedFile.read(previousFile, nodes * NODE)) {
                    fill(layer, labels, previous, progress);
                }
            }
            labels.force();
        }
    }

    private void fill(int layer, MappedFile labels, MappedFile previous, Progress progress) {
        LabelHasher hasher = new LabelHasher(replicaId);
        hasher.into(labels);
        new Layer(parents, workers).fill(layer, hasher, labels, previous, progress);
    }
}
