package io.cairn.proofs.graph;

import io.cairn.proofs.dispatch.PatientLock;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The parent caches in a folder, each opened once and shared by everybody who labels in its graph. Safe for many threads; close it when
 * nobody labels.
 *
 * <p>A cache spares those who gather parents for each layer what its nodes cost, some hundred nanoseconds each; it wants 56 bytes of disk a node, and as much memory
 * if it is not to be read from disk for each layer.
 */
public final class ParentCaches implements AutoCloseable {

    private static final int FEW_LAYERS = 2;

    private final Path folder;
    private final int fewLayers;
    private final PatientLock lock = new PatientLock();
    private final Map<String, ParentCache> opened = new HashMap<>();

    /**
     * Caches for graphs of more than two layers.
     *
     * @param folder need not exist; the reference's own folder of parents will do
     */
    public ParentCaches(Path folder) {
        this(folder, FEW_LAYERS);
    }

    /**
     * Caches for graphs of more than so many layers.
     *
     * @param fewLayers most layers whose parents are computed each time
     */
    public ParentCaches(Path folder, int fewLayers) {
        this.folder = folder;
        this.fewLayers = fewLayers;
    }

    /**
     * Parents of a graph: from its cache, which is made first if it is missing, or computed if the replica has but few layers.
     *
     * @param progress asked for a listener if a cache has to be made
     */
    public ParentSource of(StackedGraph graph, int layers, Workers workers, Supplier<Progress> progress) throws IOException {
        return layers > fewLayers ? lock.hold(() -> cached(graph, workers, progress)) : graph;
    }

    /** Others who need the same cache wait until it is made. */
    private ParentSource cached(StackedGraph graph, Workers workers, Supplier<Progress> progress) throws IOException {
        ParentCache known = opened.get(graph.cacheFileName());
        if (known == null) {
            Progress making = Files.exists(folder.resolve(graph.cacheFileName())) ? Progress.NONE : progress.get();
            known = ParentCache.open(folder, graph, workers, making);
            opened.put(graph.cacheFileName(), known);
        }
        return known;
    }

    @Override
    public void close() {
        lock.hold(() -> {
            opened.values().forEach(ParentCache::close);
            opened.clear();
            return null;
        });
    }
}
