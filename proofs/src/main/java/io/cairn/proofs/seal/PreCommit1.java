package io.cairn.proofs.seal;

import io.cairn.proofs.DiskSpace;
import io.cairn.proofs.Progress;
import io.cairn.proofs.Workers;
import io.cairn.proofs.graph.ParentSource;
import io.cairn.proofs.piece.PieceInfo;
import io.cairn.proofs.tree.MappedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Phase 1 of sealing: commits to the data and labels the layers.
 *
 * <p>May be run again after an interruption at any point; finished layers are kept. Source: rust-fil-proofs,
 * filecoin-proofs/src/api/seal.rs (seal_pre_commit_phase1).
 */
public final class PreCommit1 {

    private final Workers workers;
    private final ParentSource parents;

    /**
     * Phase 1 for sectors of one graph.
     *
     * @param workers threads for the data tree and for parents; labels take one
     * @param parents parents of the graph of all sectors sealed here
     */
    public PreCommit1(Workers workers, ParentSource parents) {
        this.workers = workers;
        this.parents = parents;
    }

    /**
     * Makes tree D and all layers in the cache folder, and a copy of the data where the replica will be.
     *
     * @param pieces pieces in sector order, zero pieces included; together they are as large as the sector
     * @param unsealed padded data of the sector, perhaps with a trailer; absent for a sector of zeros
     * @param sealed file to be created
     * @param cache folder whose directory exists
     * @param progress counts nodes: those of the data and those of each layer
     * @return commD, 32 bytes
     * @throws IllegalArgumentException if the pieces do not fill the sector or their commitment is not that of the data
     */
    public byte[] run(SectorSpec spec, List<PieceInfo> pieces, Optional<Path> unsealed, Path sealed, CacheFolder cache,
            Progress progress) throws IOException {
        DataTreeBuilder dataTree = new DataTreeBuilder(workers, cache, pieces);
        long nodes = spec.shape().nodes();
        long total = nodes * (1 + spec.shape().layers());
        copyData(unsealed, sealed, spec.shape().sectorBytes());
        byte[] commD = dataTree.build(sealed, progress.part(0, 1, total));
        new Labels(spec.replicaId(commD), parents, workers).makeMissing(cache, progress.part(nodes, 1, total));
        return commD;
    }

    private static void copyData(Optional<Path> unsealed, Path sealed, long bytes) throws IOException {
        if (unsealed.isPresent()) {
            DiskSpace.copyFirst(unsealed.get(), sealed, bytes);
        } else {
            MappedFile.create(sealed, bytes).close();
        }
    }
}
