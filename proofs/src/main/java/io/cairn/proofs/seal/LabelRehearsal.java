package io.cairn.proofs.seal;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.graph.GraphVersion;
import io.cairn.proofs.graph.ParentSource;
import io.cairn.proofs.graph.StackedGraph;
import io.cairn.proofs.hash.Sha256Lanes;
import io.cairn.proofs.tree.MappedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The second layer of replicas that are in memory only, labelled over and over: for measuring what sealing will do. The parents are known, as from a cache. */
public final class LabelRehearsal implements AutoCloseable {

    private static final int NODE = SectorShape.NODE_BYTES;

    private final Known parents;
    private final int replicas;
    private final NodeLabeler labeler;
    private final MappedFile labels;
    private final MappedFile previous;
    private final List<MappedFile> own = new ArrayList<>();

    /**
     * Takes 64 bytes a node and replica outside the heap, and a third as much more if there are several.
     *
     * @param replicas 1, or as many as are labelled together in lanes: 8 or 16
     * @param nodesLog2 binary logarithm of the nodes of each, at most 24
     */
    public LabelRehearsal(int replicas, int nodesLog2) {
        this.replicas = replicas;
        this.parents = Known.of(new StackedGraph(1L << nodesLog2, new byte[NODE], GraphVersion.CURRENT));
        this.labels = MappedFile.inMemory(replicas * parents.nodes() * NODE);
        this.previous = MappedFile.inMemory(replicas * parents.nodes() * NODE);
        this.labeler = replicas == 1 ? single() : lanes();
    }

    private NodeLabeler single() {
        LabelHasher hasher = new LabelHasher(new byte[NODE]);
        hasher.into(labels);
        return hasher;
    }

    private NodeLabeler lanes() {
        List<byte[]> ids = new ArrayList<>();
        for (int replica = 0; replica < replicas; replica++) {
            ids.add(new byte[NODE]);
            own.add(MappedFile.inMemory(parents.nodes() * NODE));
        }
        LabelLanes lanes = new LabelLanes(Sha256Lanes.of(replicas), ids);
        lanes.into(labels, own.stream().map(Optional::of).toList());
        return lanes;
    }

    private record Known(long nodes, int[] all) implements ParentSource {

        static Known of(StackedGraph graph) {
            int[] all = new int[Math.toIntExact(graph.nodes() * DEGREE)];
            graph.parents(0, Math.toIntExact(graph.nodes()), all);
            return new Known(graph.nodes(), all);
        }

        @Override
        public void parents(long first, int count, int[] out) {
            System.arraycopy(all, Math.toIntExact(first * DEGREE), out, 0, count * DEGREE);
        }
    }

    /** The most replicas that this machine's vectors label together; 1 without vectors. */
    public static int mostReplicas() {
        return LabelBatch.mostLanes();
    }

    /** Labels that a run makes. */
    public long labels() {
        return replicas * parents.nodes();
    }

    /**
     * Makes the layer once.
     *
     * @param workers threads that gather the labels of parents for the calling one
     */
    public void run(Workers workers, Progress progress) {
        new Layer(parents, workers).fill(2, labeler, labels, previous, progress);
    }

    @Override
    public void close() {
        labels.close();
        previous.close();
        own.forEach(MappedFile::close);
    }
}
