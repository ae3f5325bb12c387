package io.cairn.proofs;

import io.cairn.proofs.circuit.CircuitTrials;
import io.cairn.proofs.curve.CurveTrials;
import io.cairn.proofs.field.FieldTrials;
import io.cairn.proofs.fr32.Fr32;
import io.cairn.proofs.graph.GraphVersion;
import io.cairn.proofs.graph.ParentSource;
import io.cairn.proofs.graph.StackedGraph;
import io.cairn.proofs.groth16.TransformTrials;
import io.cairn.proofs.hash.HashTrials;
import io.cairn.proofs.pairing.PairingTrials;
import io.cairn.proofs.piece.PieceCommitment;
import io.cairn.proofs.seal.SealTrials;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/** All kernels of proofs at work, in the form that this process has chosen; a new kernel gets its trial beside its tests, and is listed here. */
public final class KernelTrials {

    private static final int LARGER = 4;

    private KernelTrials() {
    }

    /** All of them. */
    public static List<KernelTrial> all() {
        return Stream.of(FieldTrials.all(), HashTrials.all(), TransformTrials.all(), CurveTrials.all(), PairingTrials.all(), SealTrials.all(), CircuitTrials.all(),
                        data())
                .flatMap(List::stream).toList();
    }

    private static List<KernelTrial> data() {
        return List.of(
                KernelTrial.of("fr32: padded and unpadded, blocks", 1024, KernelTrials::padding),
                new KernelTrial("commP, blocks", 1024, 320, "lanes and a digest for each row of a chunk", KernelTrials::pieceCommitment),
                KernelTrial.of("parents of nodes", 1024, KernelTrials::parents));
    }

    private static Runnable padding(int blocks) {
        byte[] data = new byte[blocks * Fr32.UNPADDED_BLOCK];
        byte[] padded = new byte[blocks * Fr32.PADDED_BLOCK];
        new Random(blocks).nextBytes(data);
        return () -> {
            Fr32.pad(data, 0, padded, 0, blocks);
            Fr32.unpad(padded, 0, data, 0, blocks);
        };
    }

    private static Runnable pieceCommitment(int blocks) {
        byte[] data = new byte[blocks * Fr32.UNPADDED_BLOCK];
        new Random(blocks).nextBytes(data);
        return () -> new PieceCommitment().update(data, 0, data.length);
    }

    private static Runnable parents(int count) {
        StackedGraph graph = new StackedGraph(1 << 20, new byte[32], GraphVersion.CURRENT);
        int[] parents = new int[count * ParentSource.DEGREE];
        return () -> graph.parents(1 << 19, count, parents);
    }

    /** Runs each kernel whose name contains a text for some milliseconds of CPU, over few elements and over many. */
    public static void main(String[] arguments) {
        long each = Long.parseLong(arguments[0]) * 1_000_000;
        String wanted = arguments.length > 1 ? arguments[1] : "";
        for (KernelTrial trial : all()) {
            if (trial.kernel().contains(wanted)) {
                long runs = run(trial, trial.size(), each / 2) + run(trial, LARGER * trial.size(), each / 2);
                System.out.printf(Locale.ROOT, "%-45s %,10d runs%n", trial.kernel(), runs);
            }
        }
    }

    private static long run(KernelTrial trial, int size, long nanos) {
        Runnable work = trial.prepare().apply(size);
        long runs = 0;
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        for (long begun = thread.getCurrentThreadCpuTime(); thread.getCurrentThreadCpuTime() - begun < nanos; runs++) {
            work.run();
        }
        return runs;
    }
}
