package io.cairn.proofs.seal;

import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.VectorWidth;
import io.cairn.proofs.graph.ParentSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The label layers of several replicas of one graph: groups of them in lanes of vectors ({@link LaneLayers}), those that are left over one by one
 * ({@link Labels}). Which it is makes no difference to the files.
 */
final class LabelBatch {

    /** What lanes there are, the most first. */
    private static final List<Integer> LANES = switch (VectorWidth.chosen()) {
        case SCALAR -> List.of();
        case BITS_256 -> List.of(8);
        case BITS_512 -> List.of(16, 8);
    };

    private final ParentSource parents;
    private final Workers workers;

    /**
     * @param workers threads that gather the labels of parents; one hashes
     */
    LabelBatch(ParentSource parents, Workers workers) {
        this.parents = parents;
        this.workers = workers;
    }

    /**
     * One replica of a batch.
     *
     * @param id identity, 32 bytes
     * @param cache where its layers go
     */
    record Replica(byte[] id, CacheFolder cache) {
    }

    /**
     * Makes the layers that are not there yet.
     *
     * @param scratch folder for two layers of all replicas of a group
     * @param progress counts labels of all layers of all replicas
     */
    void makeMissing(List<Replica> replicas, Path scratch, Progress progress) throws IOException {
        long total = replicas.stream().mapToLong(replica -> replica.cache().shape().layers() * parents.nodes()).sum();
        List<Replica> rest = unfinished(replicas);
        long done = total - rest.stream().mapToLong(replica -> replica.cache().shape().layers() * parents.nodes()).sum();
        for (int count = company(rest.size()); count > 1; count = company(rest.size())) {
            List<Replica> group = rest.subList(0, count);
            rest = rest.subList(count, rest.size());
            new LaneLayers(group, lanes(count), parents, workers).makeMissing(scratch, progress.part(done, count, total));
            done += count * parents.nodes() * group.getFirst().cache().shape().layers();
        }
        for (Replica single : rest) {
            new Labels(single.id(), parents, workers).makeMissing(single.cache(), progress.part(done, 1, total));
            done += parents.nodes() * single.cache().shape().layers();
        }
    }

    /** The most replicas that are labelled together; 1 if there are no lanes. */
    static int mostLanes() {
        return LANES.isEmpty() ? 1 : LANES.getFirst();
    }

    /** How many of so many replicas make up the next group; 1 if they are best labelled one by one. */
    static int company(int replicas) {
        return LANES.stream().filter(lanes -> isWorth(lanes, Math.min(lanes, replicas))).findFirst().map(lanes -> Math.min(lanes, replicas)).orElse(1);
    }

    /** How many lanes a group has that is worth them. */
    static int lanes(int company) {
        return LANES.stream().filter(lanes -> lanes >= company).min(Integer::compare).orElseThrow();
    }

    private List<Replica> unfinished(List<Replica> replicas) throws IOException {
        List<Replica> unfinished = new ArrayList<>();
        for (Replica replica : replicas) {
            if (new Labels(replica.id(), parents, workers).finished(replica.cache()) < replica.cache().shape().layers()) {
                unfinished.add(replica);
            }
        }
        return unfinished;
    }

    /** Lanes take the same time however many of them are used. */
    private static boolean isWorth(int lanes, int used) {
        return 4 * used >= 3 * lanes;
    }
}
