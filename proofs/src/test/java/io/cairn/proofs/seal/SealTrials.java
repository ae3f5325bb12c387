package io.cairn.proofs.seal;

import io.cairn.proofs.KernelTrial;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.graph.ParentSource;
import io.cairn.proofs.hash.Sha256Lanes;
import io.cairn.proofs.tree.MappedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** What fills layers and replicas, at work. */
public final class SealTrials {

    private static final int NODE = LabelHasher.NODE;

    private SealTrials() {
    }

    /** All of them. */
    public static List<KernelTrial> all() {
        List<KernelTrial> trials = new ArrayList<>(List.of(
                KernelTrial.of("labels: one replica", 256, SealTrials::oneReplica),
                layer(1),
                KernelTrial.of("encoding: sums, differences, products", 1024, SealTrials::encoding)));
        for (int lanes = 8; lanes <= LabelBatch.mostLanes(); lanes *= 2) {
            int replicas = lanes;
            trials.add(KernelTrial.of("labels: " + replicas + " replicas", 64, count -> lanes(replicas, count)));
            trials.add(layer(replicas));
        }
        return trials;
    }

    private static byte[] random(int bytes) {
        byte[] out = new byte[bytes];
        new Random(bytes).nextBytes(out);
        return out;
    }

    private static Runnable oneReplica(int count) {
        byte[] parents = random(ParentSource.DEGREE * NODE);
        LabelHasher hasher = new LabelHasher(random(NODE));
        hasher.into(MappedFile.inMemory((long) count * NODE));
        hasher.begin(2);
        return () -> labelAll(hasher, parents, count);
    }

    private static Runnable lanes(int replicas, int count) {
        byte[] parents = random(replicas * ParentSource.DEGREE * NODE);
        List<byte[]> ids = IntStream.range(0, replicas).mapToObj(k -> random(NODE)).toList();
        LabelLanes lanes = new LabelLanes(Sha256Lanes.of(replicas), ids);
        List<Optional<MappedFile>> files = ids.stream().map(id -> Optional.of(MappedFile.inMemory((long) count * NODE))).toList();
        lanes.into(MappedFile.inMemory((long) replicas * count * NODE), files);
        lanes.begin(2);
        return () -> labelAll(lanes, parents, count);
    }

    private static void labelAll(NodeLabeler labeler, byte[] parents, int count) {
        for (int node = 0; node < count; node++) {
            labeler.label(node, parents, 0);
            labeler.store(node);
        }
    }

    private static KernelTrial layer(int replicas) {
        return new KernelTrial("layer of " + replicas, 1 << 12, 8, "tasks of windows", count -> {
            LabelRehearsal rehearsal = new LabelRehearsal(replicas, Integer.numberOfTrailingZeros(count));
            return () -> rehearsal.run(Workers.CALLER, Progress.NONE);
        });
    }

    private static Runnable encoding(int count) {
        byte[] data = random(count * NODE);
        byte[] key = random(count * NODE);
        for (int last = NODE - 1; last < data.length; last += NODE) {
            data[last] &= 0x3f;
            key[last] &= 0x3f;
        }
        Scalar factor = Scalar.of(7);
        return () -> {
            FieldNodes.add(data, key, count);
            FieldNodes.multiply(data, 0, count, factor);
            FieldNodes.subtract(data, key, count);
        };
    }
}
