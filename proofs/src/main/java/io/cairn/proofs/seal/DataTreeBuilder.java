package io.cairn.proofs.seal;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.hash.Sha256Nodes;
import io.cairn.proofs.piece.DataCommitment;
import io.cairn.proofs.piece.PieceInfo;
import io.cairn.proofs.tree.MappedFile;
import io.cairn.proofs.tree.TreeBuilder;
import io.cairn.proofs.tree.TreeLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Builds the tree over a sector's padded data (tree D), which must be that of the sector's pieces. */
public final class DataTreeBuilder {

    private final Workers workers;
    private final CacheFolder cache;
    private final List<PieceInfo> pieces;

    /**
     * Builds into a cache folder.
     *
     * @param pieces pieces in sector order, zero pieces included
     * @throws IllegalArgumentException if the pieces do not fill the sector
     */
    public DataTreeBuilder(Workers workers, CacheFolder cache, List<PieceInfo> pieces) {
        this.workers = workers;
        this.cache = cache;
        this.pieces = List.copyOf(pieces);
        long bytes = pieces.stream().mapToLong(PieceInfo::paddedBytes).sum();
        if (bytes != cache.shape().sectorBytes()) {
            throw new IllegalArgumentException(
                    "pieces: " + bytes + " bytes together, expected the sector's " + cache.shape().sectorBytes());
        }
    }

    /**
     * Writes the tree's file, replacing an existing one.
     *
     * @param data padded data, perhaps with a trailer
     * @param progress counts nodes
     * @return commD, 32 bytes
     * @throws IllegalArgumentException if the pieces' commitment is not that of the data
     */
    public byte[] build(Path data, Progress progress) throws IOException {
        SectorShape shape = cache.shape();
        try (MappedFile nodes = MappedFile.readPrefix(data, shape.sectorBytes())) {
            byte[] commD = new TreeBuilder(Sha256Nodes.INSTANCE, workers).build(cache.treeD(), TreeLayout.data(shape),
                    (first, count, out) -> nodes.get(first, count, out, 0), progress);
            requireOfPieces(commD);
            return commD;
        }
    }

    private void requireOfPieces(byte[] commD) {
        byte[] ofPieces = DataCommitment.of(pieces, cache.shape().sectorBytes());
        if (!Arrays.equals(ofPieces, commD)) {
            throw new IllegalArgumentException("pieces: their commitment is " + HexFormat.of().formatHex(ofPieces)
                    + ", expected that of the data, " + HexFormat.of().formatHex(commD));
        }
    }
}
