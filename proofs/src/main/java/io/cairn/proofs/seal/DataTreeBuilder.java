package io.cairn.proofs.seal;

import io.cairn.proofs.Progress;
import io.cairn.proofs.SectorShape;
import io.cairn.proofs.Workers;
import io.cairn.proofs.hash.Sha256Nodes;
import io.cairn.proofs.tree.MappedFile;
import io.cairn.proofs.tree.TreeBuilder;
import io.cairn.proofs.tree.TreeLayout;
import java.io.IOException;
import java.nio.file.Path;

/** Builds the tree over a sector's padded data (tree D). */
public final class DataTreeBuilder {

    private final Workers workers;

    /** Builds on the given threads. */
    public DataTreeBuilder(Workers workers) {
        this.workers = workers;
    }

    /**
     * Writes the tree's file, replacing an existing one.
     *
     * @param data padded data, perhaps with a trailer
     * @param cache folder that gets the file
     * @param progress counts nodes
     * @return commD, 32 bytes
     */
    public byte[] build(Path data, CacheFolder cache, Progress progress) throws IOException {
        SectorShape shape = cache.shape();
        try (MappedFile nodes = MappedFile.readPrefix(data, shape.sectorBytes())) {
            return new TreeBuilder(Sha256Nodes.INSTANCE, workers).build(cache.treeD(), TreeLayout.data(shape),
                    (first, count, out) -> nodes.get(first, count, out, 0), progress);
        }
    }
}
