package io.cairn.proofs.seal;

import io.cairn.proofs.SectorShape;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The files that sealing keeps beside a replica, under the names that the reference, Lotus and Curio use.
 *
 * <p>Source: rust-fil-proofs, storage-proofs-core/src/cache_key.rs and merkle/builders.rs (split_config),
 * storage-proofs-porep/src/stacked/vanilla/clear_files.rs.
 *
 * @param directory the sector's cache directory
 * @param shape shape of the sector, which says into how many files its trees are split
 */
public record CacheFolder(Path directory, SectorShape shape) {

    private static final String PREFIX = "sc-02-data-";
    private static final String SUFFIX = ".dat";

    /** Labels of a layer, counted from 1. */
    public Path layer(int layer) {
        if (layer < 1 || layer > shape.layers()) {
            throw new IllegalArgumentException("layer: " + layer + ", expected 1 to " + shape.layers());
        }
        return file("layer-" + layer);
    }

    /** The binary tree over the data. */
    public Path treeD() {
        return file("tree-d");
    }

    /** The base trees over the columns, in leaf order. */
    public List<Path> treeC() {
        return split("tree-c");
    }

    /** The base trees over the replica, in leaf order. */
    public List<Path> treeRLast() {
        return split("tree-r-last");
    }

    /** The two roots that proofs of the sector need for ever. */
    public Path persistentAux() {
        return directory.resolve("p_aux");
    }

    /** The description of the other files. */
    public Path temporaryAux() {
        return directory.resolve("t_aux");
    }

    /** Vanilla proofs made ahead for synthetic challenges. */
    public Path syntheticProofs() {
        return directory.resolve("syn-porep-vanilla-proofs.dat");
    }

    /**
     * Removes what a proving sector does not need: layers, tree D and tree C. What is already gone is no error.
     */
    public void clear() throws IOException {
        removeMatching(PREFIX + "{tree-d,tree-c*,layer*}" + SUFFIX);
    }

    /** Removes the synthetic proofs. What is already gone is no error. */
    public void clearSyntheticProofs() throws IOException {
        Files.deleteIfExists(syntheticProofs());
    }

    /** Removes tree C and tree R-last: stale ones must not be taken for fresh. */
    void removeTrees() throws IOException {
        removeMatching(PREFIX + "{tree-c*,tree-r-last*}" + SUFFIX);
    }

    /** Removes layers whose writing was interrupted. */
    void removeUnfinishedLayers() throws IOException {
        removeMatching(PREFIX + "layer-*.tmp");
    }

    /** Where a layer is written until it is complete. */
    Path unfinishedLayer(int layer) {
        return directory.resolve(PREFIX + "layer-" + layer + "..tmp");
    }

    private void removeMatching(String glob) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, glob)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    private List<Path> split(String id) {
        int trees = shape.baseTrees();
        return trees == 1
                ? List.of(file(id))
                : IntStream.range(0, trees).mapToObj(tree -> file(id + "-" + tree)).toList();
    }

    private Path file(String id) {
        return directory.resolve(PREFIX + id + SUFFIX);
    }
}
