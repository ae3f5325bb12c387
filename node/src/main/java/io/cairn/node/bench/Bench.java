package io.cairn.node.bench;

import io.cairn.proofs.dispatch.Priority;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.field.VectorWidth;
import io.cairn.proofs.seal.LabelRehearsal;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * What this machine can do for a storage provider.
 *
 * @param cores   cores that the parallel parts used
 * @param memory  bytes outside the heap that proofs may take together
 * @param vectors bits of the vectors that proofs are made with, 0 for none
 * @param seconds time that was given for measuring
 * @param figures what was measured, then what follows from it for 32 GiB sectors
 */
public record Bench(int cores, long memory, int vectors, long seconds, List<Figure> figures) {

    private static final double KILO = 1e3;
    private static final double MEGA = 1e6;

    /**
     * Measures, which takes all cores.
     *
     * @param memory   bytes outside the heap that proofs may take together
     * @param budget   time for it, some seconds to some minutes
     * @param progress hears how far it is and may cancel
     * @throws CancellationException if it was cancelled
     * @throws IOException           if the folder for temporary files, which takes some 50 MB, cannot be written
     */
    public static Bench measure(int cores, long memory, Duration budget, Progress progress) throws IOException {
        try (ProofDispatcher dispatcher = new ProofDispatcher(cores)) {
            Rates rates = dispatcher.compute(Priority.CHECK, progress, () -> new Kernels(dispatcher.workers(), budget, progress).measure());
            List<Figure> figures = new ArrayList<>(measured(rates));
            figures.addAll(new Prospects(rates, memory).all());
            return new Bench(cores, memory, VectorWidth.chosen().bits(), budget.toSeconds(), List.copyOf(figures));
        }
    }

    private static List<Figure> measured(Rates rates) {
        String all = " on " + rates.cores() + " cores";
        String proof = " of 2^" + rates.proofLog2();
        return List.of(
                figure("commp", "Piece commitment (commP)", rates.pieceBytes() / MEGA, "MB/s", "one piece on one core"),
                figure("labels", "SDR labels", rates.labels() / KILO, "thousand/s", "the second layer of an 8 MiB sector on one core"),
                figure("batch-labels", "SDR labels, sectors together", rates.batchLabels() / KILO, "thousand/s",
                        "as many as the vectors have lanes, here " + LabelRehearsal.mostReplicas() + ", on one core"),
                figure("data-tree", "Data tree, SHA-256", rates.dataNodes() / KILO, "thousand nodes/s", "pairs of nodes" + all),
                figure("columns", "Columns, Poseidon", rates.columns() / KILO, "thousand/s", "eleven labels each" + all),
                figure("trees", "Replica trees, Poseidon", rates.treeNodes() / KILO, "thousand nodes/s", "eight children each" + all),
                figure("quotient", "Proof: transforms", (1L << rates.proofLog2()) / rates.quotient() / KILO, "thousand rows/s",
                        "seven transforms" + proof + " rows" + all),
                figure("sum-g1", "Proof: sums in G1", rates.pointsG1() / KILO, "thousand points/s", "one sum" + proof + " arbitrary products" + all),
                figure("sum-g2", "Proof: sums in G2", rates.pointsG2() / KILO, "thousand points/s", "one sum" + proof + " arbitrary products" + all));
    }

    private static Figure figure(String key, String name, double value, String unit, String how) {
        return new Figure(key, name, Figure.Kind.MEASURED, value, unit, how);
    }
}
