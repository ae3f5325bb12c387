package io.cairn.proofs.seal;

import io.cairn.proofs.DiskSpace;
import io.cairn.proofs.SectorShape;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.graph.ParentSource;
import io.cairn.proofs.piece.PieceInfo;
import io.cairn.proofs.tree.MappedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
        long nodes = spec.shape().nodes();
        long total = nodes * (1 + spec.shape().layers());
        byte[] commD = commitToData(new PreCommit1Sector(spec, pieces, unsealed, sealed, cache), progress.part(0, 1, total));
        new Labels(spec.replicaId(commD), parents, workers).makeMissing(cache, progress.part(nodes, 1, total));
        return commD;
    }

    /**
     * The same for several sectors of one graph at once, with the same files as outcome. From six sectors on (of sixteen: from twelve) their labels are made
     * together in lanes of vectors, which takes half the time or less; with so many sectors as fill several groups of lanes, the groups come one after the other.
     *
     * <p>Finished layers of each sector are kept if it is interrupted, and sectors may be sealed on in another company or alone.
     *
     * @param scratch existing folder with room for two layers of 16 sectors while the work lasts; labels are read from there at random
     * @param progress counts nodes: of all sectors those of the data, then those of each layer
     * @return commD of each sector in order
     * @throws IllegalArgumentException if the sectors are not of one graph, or for what {@link #run} throws it
     */
    public List<byte[]> runTogether(List<PreCommit1Sector> sectors, Path scratch, Progress progress) throws IOException {
        requireOneGraph(sectors);
        long nodes = parents.nodes();
        long total = sectors.stream().mapToLong(sector -> nodes * (1 + sector.spec().shape().layers())).sum();
        List<byte[]> commDs = new ArrayList<>();
        List<LabelBatch.Replica> replicas = new ArrayList<>();
        for (PreCommit1Sector sector : sectors) {
            byte[] commD = commitToData(sector, progress.part(commDs.size() * nodes, 1, total));
            commDs.add(commD);
            replicas.add(new LabelBatch.Replica(sector.spec().replicaId(commD), sector.cache()));
        }
        new LabelBatch(parents, workers).makeMissing(replicas, scratch, progress.part(commDs.size() * nodes, 1, total));
        return commDs;
    }

    /** How many of so many sectors of one graph are best taken together on this machine, in one group of lanes; 1 if none. */
    public static int company(int sectors) {
        return LabelBatch.company(sectors);
    }

    /** Bytes of scratch that so many sectors take together which make up one group of lanes. */
    public static long scratchBytes(SectorShape shape, int company) {
        return company == 1 ? 0 : 2 * LabelBatch.lanes(company) * shape.sectorBytes();
    }

    private void requireOneGraph(List<PreCommit1Sector> sectors) {
        List<String> graphs = sectors.stream().map(sector -> sector.spec().graph().cacheFileName()).distinct().toList();
        if (graphs.size() > 1) {
            throw new IllegalArgumentException("sectors: of " + graphs.size() + " graphs, expected one size and proof type for all");
        }
    }

    private byte[] commitToData(PreCommit1Sector sector, Progress progress) throws IOException {
        DataTreeBuilder dataTree = new DataTreeBuilder(workers, sector.cache(), sector.pieces());
        copyData(sector.unsealed(), sector.sealed(), sector.spec().shape().sectorBytes());
        return dataTree.build(sector.sealed(), progress);
    }

    private static void copyData(Optional<Path> unsealed, Path sealed, long bytes) throws IOException {
        if (unsealed.isPresent()) {
            DiskSpace.copyFirst(unsealed.get(), sealed, bytes);
        } else {
            MappedFile.create(sealed, bytes).close();
        }
    }
}
