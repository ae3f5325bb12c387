package io.cairn.proofs.seal;

import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.graph.ParentSource;
import io.cairn.proofs.hash.Sha256Lanes;
import io.cairn.proofs.tree.MappedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The label layers of a group of replicas, made together in lanes. While a layer is made, it and the one before are in scratch files where the labels of all
 * replicas stand side by side, so that what is read at random is read for all at once; each replica's own file is written on the way.
 *
 * <p>Finished files are checkpoints of each replica. Work that was interrupted goes on at the first layer that is missing in any of the group; files that others
 * have already are left as they are.
 */
final class LaneLayers {

    private static final int NODE = LabelHasher.NODE;
    private static final int GRAIN = 1024;

    private final List<LabelBatch.Replica> replicas;
    private final int lanes;
    private final ParentSource parents;
    private final Workers workers;
    private final long nodes;
    private final int layers;

    /**
     * @param replicas at most as many as there are lanes
     * @param lanes 8 or 16
     */
    LaneLayers(List<LabelBatch.Replica> replicas, int lanes, ParentSource parents, Workers workers) {
        this.replicas = List.copyOf(replicas);
        this.lanes = lanes;
        this.parents = parents;
        this.workers = workers;
        this.nodes = parents.nodes();
        this.layers = replicas.getFirst().cache().shape().layers();
    }

    /**
     * Makes the layers that are not there yet.
     *
     * @param scratch folder for the scratch files, which are in a folder of their own, removed at the end
     * @param progress counts nodes of all layers
     */
    void makeMissing(Path scratch, Progress progress) throws IOException {
        Path folder = Files.createTempDirectory(scratch, "labels-");
        Path[] files = {folder.resolve("labels-0"), folder.resolve("labels-1")};
        try (MappedFile even = MappedFile.create(files[0], nodes * NODE * lanes);
                MappedFile odd = MappedFile.create(files[1], nodes * NODE * lanes)) {
            make(even, odd, progress);
        } finally {
            Files.deleteIfExists(files[0]);
            Files.deleteIfExists(files[1]);
            Files.delete(folder);
        }
    }

    private void make(MappedFile even, MappedFile odd, Progress progress) throws IOException {
        int[] finished = new int[replicas.size()];
        int common = layers;
        for (int i = 0; i < finished.length; i++) {
            finished[i] = new Labels(replicas.get(i).id(), parents, workers).finished(replicas.get(i).cache());
            common = Math.min(common, finished[i]);
        }
        if (common > 0) {
            bringTogether(common, common % 2 == 0 ? even : odd);
        }
        LabelLanes labeler = new LabelLanes(Sha256Lanes.of(lanes), replicas.stream().map(LabelBatch.Replica::id).toList());
        for (int layer = common + 1; layer <= layers; layer++) {
            MappedFile labels = layer % 2 == 0 ? even : odd;
            MappedFile previous = layer == 1 ? labels : layer % 2 == 0 ? odd : even;
            try (ReplicaLayers own = new ReplicaLayers(layer)) {
                for (int i = 0; i < finished.length; i++) {
                    own.add(replicas.get(i).cache(), layer > finished[i]);
                }
                labeler.into(labels, own.files());
                new Layer(parents, workers).fill(layer, labeler, labels, previous, progress.part((layer - 1) * nodes, 1, layers * nodes));
                own.finish();
            }
        }
    }

    /** Reads a finished layer of all replicas into the form of the lanes. */
    private void bringTogether(int layer, MappedFile together) throws IOException {
        try (ReplicaLayers own = new ReplicaLayers(layer)) {
            for (LabelBatch.Replica replica : replicas) {
                own.addFinished(replica.cache());
            }
            workers.forEachRange(nodes, GRAIN, Progress.NONE, (from, to) -> {
                byte[] packed = new byte[lanes * NODE];
                for (long node = from; node < to; node++) {
                    for (int lane = 0; lane < replicas.size(); lane++) {
                        LabelLanes.pack(own.files().get(lane).orElseThrow().node(node), packed, lanes, lane);
                    }
                    together.put(node * lanes, lanes, packed, 0);
                }
            });
        }
    }
}
