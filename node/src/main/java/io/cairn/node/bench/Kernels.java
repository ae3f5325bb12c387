package io.cairn.node.bench;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.Warmup;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.groth16.Rehearsal;
import io.cairn.proofs.hash.ParentHasher;
import io.cairn.proofs.hash.Poseidon;
import io.cairn.proofs.hash.Sha256Nodes;
import io.cairn.proofs.piece.PieceCommitment;
import io.cairn.proofs.seal.LabelRehearsal;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;

/** Measures the kernels of this machine, each as the provider runs it: pieces and labels on one core, trees and proofs on all. */
final class Kernels {

    private static final int COUNT = 9;
    private static final int NODE = SectorShape.NODE_BYTES;
    private static final int PIECE_BYTES = 1 << 20;
    private static final int NODES = 1 << 14;
    private static final int GRAIN = 1 << 8;
    private static final int LAYERS = 11;
    private static final int BATCH_NODES_LOG2 = 14;
    /** Below this time for everything, kernels are hardly compiled and the prover's parts measured small, which shows them slower than they are. */
    private static final Duration SHORT = Duration.ofSeconds(20);
    private static final int LOG2 = 16;
    private static final int LOG2_SHORT = 8;

    private final Workers workers;
    private final Duration budget;
    private final Progress progress;
    private final Trial trial;

    Kernels(Workers workers, Duration budget, Progress progress) {
        this.workers = workers;
        this.budget = budget;
        this.progress = progress;
        this.trial = new Trial(budget, COUNT, progress);
    }

    Rates measure() throws IOException {
        boolean isShort = budget.compareTo(SHORT) < 0;
        if (!isShort) {
            Warmup.run(progress);
        }
        double pieceBytes = pieceBytes();
        double labels = labels();
        double batchLabels = batchLabels();
        double dataNodes = parents(Sha256Nodes.INSTANCE);
        double columns = parents(Poseidon.ofArity(LAYERS));
        double treeNodes = parents(Poseidon.ofArity(SectorShape.BASE_ARITY));
        int log2 = isShort ? LOG2_SHORT : LOG2;
        Rehearsal proof = new Rehearsal(log2, workers);
        double quotient = trial.seconds(() -> proof.quotient(Progress.NONE));
        double pointsG1 = proof.count() / trial.seconds(() -> proof.sumG1(Progress.NONE));
        double pointsG2 = proof.count() / trial.seconds(() -> proof.sumG2(Progress.NONE));
        return new Rates(workers.parallelism(), pieceBytes, labels, batchLabels, dataNodes, columns, treeNodes, log2, quotient, pointsG1, pointsG2);
    }

    private double pieceBytes() throws IOException {
        byte[] data = new byte[PIECE_BYTES];
        new Random(1).nextBytes(data);
        PieceCommitment commitment = new PieceCommitment();
        return PIECE_BYTES / trial.seconds(() -> commitment.update(data, 0, data.length));
    }

    private double labels() throws IOException {
        try (LabelTrial sector = new LabelTrial()) {
            double[] best = new double[1];
            trial.seconds(() -> best[0] = Math.max(best[0], sector.labelsPerSecond(progress)));
            return best[0];
        }
    }

    private double batchLabels() throws IOException {
        try (LabelRehearsal sectors = new LabelRehearsal(LabelRehearsal.mostReplicas(), BATCH_NODES_LOG2)) {
            return sectors.labels() / trial.seconds(() -> sectors.run(Workers.CALLER, progress));
        }
    }

    private double parents(ParentHasher hasher) throws IOException {
        byte[] children = new byte[GRAIN * hasher.arity() * NODE];
        for (int k = 0; k < children.length; k++) {
            children[k] = (byte) (k / NODE % 64);
        }
        return NODES / trial.seconds(() -> workers.forEachRange(NODES, GRAIN, Progress.NONE,
                (from, to) -> hasher.parents(children, new byte[GRAIN * NODE], (int) (to - from))));
    }
}
