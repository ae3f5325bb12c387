package io.cairn.benchmarks;

import io.cairn.proofs.MemoryBudget;
import io.cairn.proofs.MemoryReservation;
import io.cairn.proofs.Sealing;
import io.cairn.proofs.SectorShape;
import io.cairn.proofs.SpaceTime;
import io.cairn.proofs.circuit.Circuit;
import io.cairn.proofs.circuit.CircuitSize;
import io.cairn.proofs.circuit.ProvingAssignment;
import io.cairn.proofs.circuit.porep.PorepCircuit;
import io.cairn.proofs.circuit.porep.PorepWitness;
import io.cairn.proofs.circuit.post.PostCircuit;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.FrVector;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.porep.CommitOutput;
import io.cairn.proofs.post.PostSectorProof;
import io.cairn.proofs.post.PostSectorProofCodec;
import io.cairn.protocol.sector.RegisteredPostProof;
import io.cairn.protocol.sector.SectorSize;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Witness and rows of the 2 KiB circuits on one thread: everything of a proof before its transforms and sums. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(1)
public class WitnessBenchmark {

    private static final SectorShape SHAPE = SectorShape.of(SectorSize.KIB_2);

    /** What is proved. */
    @Param({"window", "winning", "replication"})
    public String proof;

    private final MemoryBudget budget = MemoryBudget.ofMachine();
    private Circuit circuit;

    /** Seals a sector and makes its vanilla proofs. */
    @Setup(Level.Trial)
    public void setUp() throws IOException {
        ParameterStore none = new ParameterStore(Path.of("none"));
        Sealing sealing = new Sealing(none, Workers.CALLER);
        TrialSector sector = TrialSector.seal(sealing);
        SpaceTime spaceTime = new SpaceTime(none, Workers.CALLER);
        circuit = switch (proof) {
            case "window" -> window(spaceTime, sector);
            case "winning" -> winning(spaceTime, sector);
            case "replication" -> replication(sector.vanilla(sealing));
            default -> throw new IllegalArgumentException("proof: " + proof + ", expected window, winning or replication");
        };
        sector.remove();
    }

    private static Circuit window(SpaceTime spaceTime, TrialSector sector) throws IOException {
        PostSectorProof opened = opened(spaceTime, sector, sector.request().type().windowPostProof());
        return PostCircuit.window(List.of(opened), SHAPE.windowSectors());
    }

    private static Circuit winning(SpaceTime spaceTime, TrialSector sector) throws IOException {
        return PostCircuit.winning(opened(spaceTime, sector, sector.request().type().winningPostProof()));
    }

    private static PostSectorProof opened(SpaceTime spaceTime, TrialSector sector, RegisteredPostProof type) throws IOException {
        long[] challenges = spaceTime.postChallenges(type, TrialSector.filled(32, 7), List.of(TrialSector.NUMBER)).get(TrialSector.NUMBER);
        return new PostSectorProofCodec(SHAPE).fromBytes(spaceTime.postVanillaProof(type, sector.toProve(), challenges));
    }

    private static Circuit replication(CommitOutput output) {
        return new PorepCircuit(PorepWitness.of(output.replicaId(), output.commD(), output.commR(), output.partitions().getFirst()));
    }

    /** Values of all variables, and of A, B and C in all rows, in memory of the kind that the prover takes. */
    @Benchmark
    public long assignment() {
        CircuitSize size = circuit.size();
        long bytes = FrVector.bytes(size.inputs() + size.aux() + 3 * size.domain());
        try (MemoryReservation memory = budget.reserve(bytes, "witness"); Arena arena = memory.arena()) {
            return ProvingAssignment.of(circuit, arena).aux().count();
        }
    }
}
