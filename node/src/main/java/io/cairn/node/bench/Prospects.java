package io.cairn.node.bench;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.circuit.CircuitSize;
import io.cairn.proofs.groth16.ProofMemory;
import io.cairn.proofs.parameter.ProofCircuit;
import io.cairn.proofs.seal.LabelRehearsal;
import io.cairn.protocol.sector.SectorSize;
import java.util.List;
import java.util.Locale;

/** What 32 GiB sectors would cost at given rates. */
final class Prospects {

    private static final SectorShape SECTOR = SectorShape.of(SectorSize.GIB_32);
    private static final CircuitSize REPLICATION = size(ProofCircuit.Kind.REPLICATION);
    private static final CircuitSize WINDOW = size(ProofCircuit.Kind.WINDOW);
    private static final CircuitSize WINNING = size(ProofCircuit.Kind.WINNING);
    private static final double HOUR = 3600;
    private static final double MINUTE = 60;
    private static final double WINDOW_MINUTES = 30;
    private static final double EPOCH_SECONDS = 30;
    private static final double GIB = 1 << 30;

    /** Parts of the auxiliary variables that occur in A and B, as counted in the parameters of 2 KiB sectors. */
    private static final double SPACE_TIME_A = 0.76;
    private static final double SPACE_TIME_B = 0.73;
    private static final double REPLICATION_A = 1;
    private static final double REPLICATION_B = 0.26;
    /** What a variable that is a bit costs of an arbitrary one: one addition for every second, instead of some twenty. */
    private static final double BIT = 0.03;

    private final Rates rates;
    private final long memory;

    /**
     * What follows from rates.
     *
     * @param memory bytes outside the heap that proofs may take together
     */
    Prospects(Rates rates, long memory) {
        this.rates = rates;
        this.memory = memory;
    }

    List<Figure> all() {
        return List.of(phase1(), phase1OfBatch(), phase2(), replication(), window(), winning(),
                memory("c2", "C2, one partition", REPLICATION), memory("window", "a window proof, full partition", WINDOW),
                memory("winning", "a winning proof", WINNING));
    }

    private Figure phase1() {
        double labels = SECTOR.layers() * SECTOR.nodes() / rates.labels();
        double tree = SECTOR.nodes() / rates.dataNodes();
        return estimate("pc1-32gib", "PC1 of one 32 GiB sector", (labels + tree) / HOUR, "h",
                "%d layers x 2^30 labels at the rate above on one core, and 2^30 nodes of the data tree; without disks; slower still, since"
                        + " parents then come from memory, not from the CPU's cache", SECTOR.layers());
    }

    private Figure phase1OfBatch() {
        int sectors = LabelRehearsal.mostReplicas();
        double labels = sectors * SECTOR.layers() * SECTOR.nodes() / rates.batchLabels();
        double trees = sectors * SECTOR.nodes() / rates.dataNodes();
        return estimate("pc1-batch-32gib", "PC1 of 32 GiB sectors together", (labels + trees) / HOUR, "h",
                "a batch of %d, labelled on one core, in the same way; needs scratch files of two layers of all", sectors);
    }

    private Figure phase2() {
        double trees = 2.0 * SECTOR.nodes() / (SectorShape.BASE_ARITY - 1);
        return estimate("pc2-32gib", "PC2 of one 32 GiB sector", (SECTOR.nodes() / rates.columns() + trees / rates.treeNodes()) / HOUR, "h",
                "2^30 columns and two trees of 2^30 / 7 nodes at the rates above on %d cores; without disks", rates.cores());
    }

    private Figure replication() {
        double partition = seconds(REPLICATION, BIT, REPLICATION_A, REPLICATION_B);
        return estimate("c2-32gib", "C2 (PoRep proof) of one 32 GiB sector", SECTOR.porepPartitions() * partition / HOUR, "h",
                "%d partitions of %,d rows: transforms and sums at the rates above, nearly all variables are bits; %s",
                SECTOR.porepPartitions(), REPLICATION.constraints(), without(REPLICATION));
    }

    private Figure window() {
        double minutes = seconds(WINDOW, 1, SPACE_TIME_A, SPACE_TIME_B) / MINUTE;
        return estimate("window-32gib", "Window proof, full 32 GiB partition", minutes, "min",
                "%s a window of %.0f min; %,d sectors, %,d rows: transforms and sums at the rates above; %s", verdict(minutes, WINDOW_MINUTES),
                WINDOW_MINUTES, SECTOR.windowSectors(), WINDOW.constraints(), without(WINDOW));
    }

    private Figure winning() {
        double seconds = seconds(WINNING, 1, SPACE_TIME_A, SPACE_TIME_B);
        return estimate("winning-32gib", "Winning proof, one 32 GiB sector", seconds, "s",
                "%s an epoch of %.0f s; %,d rows, in the same way; %s", verdict(seconds, EPOCH_SECONDS), EPOCH_SECONDS, WINNING.constraints(), without(WINNING));
    }

    private static String verdict(double needed, double limit) {
        return needed > limit ? "TOO SLOW for" : "fits into";
    }

    /**
     * The quotient grows with m log m, sums with their points. Witness, reading of sectors and of parameters are not in it. For 2 KiB sectors this comes
     * within a tenth or two of what proofs take.
     *
     * @param cost what an auxiliary variable costs of an arbitrary scalar
     * @param inA  part of the auxiliary variables that occurs in A
     * @param inB  the same in B, which is summed in both groups
     */
    private double seconds(CircuitSize size, double cost, double inA, double inB) {
        double domain = size.domain();
        double quotient = rates.quotient() * domain / (1L << rates.proofLog2()) * size.domainLog2() / rates.proofLog2();
        double g1 = domain + cost * size.aux() * (1 + inA + inB);
        double g2 = cost * size.aux() * inB;
        return quotient + g1 / rates.pointsG1() + g2 / rates.pointsG2();
    }

    private String without(CircuitSize size) {
        return "without the witness and reading" + (ProofMemory.peak(size) > memory ? "; NOT HERE: it needs more memory than there is, see below" : "");
    }

    private Figure memory(String key, String proof, CircuitSize size) {
        long peak = ProofMemory.peak(size);
        return estimate(key + "-memory-32gib", "Memory of " + proof, peak / GIB, "GiB",
                "%s the %.1f GiB outside the heap that proofs may take together here (cairn.proving.memory); what does not fit is refused",
                peak > memory ? "TOO MUCH for" : "fits into", memory / GIB);
    }

    private static CircuitSize size(ProofCircuit.Kind kind) {
        return new ProofCircuit(kind, SectorSize.GIB_32).blank().size();
    }

    private static Figure estimate(String key, String name, double value, String unit, String how, Object... parts) {
        return new Figure(key, name, Figure.Kind.ESTIMATED, value, unit, String.format(Locale.ROOT, how, parts));
    }
}
