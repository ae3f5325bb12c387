package io.cairn.benchmarks;

import io.cairn.proofs.Sealing;
import io.cairn.proofs.SpaceTime;
import io.cairn.proofs.dispatch.Priority;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.porep.CommitOutput;
import io.cairn.protocol.sector.RegisteredPostProof;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Whole proofs of a sector and their verification; needs -Dcairn.benchmarks.parameters, a folder of parameters. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(1)
public class ProofBenchmark {

    private static final byte[] RANDOMNESS = TrialSector.filled(32, 7);

    /** Threads that a proof works on. */
    @Param("2")
    public int threads;

    /** Size of the sector, 2KiB or 8MiB. */
    @Param("2KiB")
    public String size;

    private ProofDispatcher dispatcher;
    private ParameterStore parameters;
    private Sealing sealing;
    private SpaceTime spaceTime;
    private TrialSector sector;
    private RegisteredPostProof windowType;
    private RegisteredPostProof winningType;
    private CommitOutput vanilla;
    private byte[] windowProof;
    private SortedMap<Long, byte[]> commRs;

    /** Seals the sector and makes what is to be verified. */
    @Setup(Level.Trial)
    public void setUp() throws IOException {
        dispatcher = new ProofDispatcher(threads);
        parameters = TrialSector.parameters();
        sealing = new Sealing(parameters, dispatcher.workers());
        spaceTime = new SpaceTime(parameters, dispatcher.workers());
        sector = TrialSector.seal(sealing, TrialSector.size(size));
        windowType = sector.request().type().windowPostProof();
        winningType = sector.request().type().winningPostProof();
        vanilla = sector.vanilla(sealing);
        windowProof = window();
        commRs = new TreeMap<>();
        commRs.put(TrialSector.NUMBER, sector.commitments().commR());
    }

    /** Unmaps the parameters and removes the sector. */
    @TearDown(Level.Trial)
    public void tearDown() throws IOException {
        dispatcher.close();
        parameters.close();
        sector.remove();
    }

    /** A window proof from the sector's files. */
    @Benchmark
    public byte[] window() throws IOException {
        return dispatcher.compute(Priority.WINDOW, Progress.NONE,
                () -> spaceTime.windowPost(windowType, RANDOMNESS, List.of(sector.toProve()), Progress.NONE));
    }

    /** A winning proof from the sector's files. */
    @Benchmark
    public byte[] winning() throws IOException {
        return dispatcher.compute(Priority.WINNING, Progress.NONE,
                () -> spaceTime.winningPost(winningType, RANDOMNESS, sector.toProve(), Progress.NONE));
    }

    /** A replication proof from its vanilla proofs, verified at the end as always. */
    @Benchmark
    public byte[] replication() throws IOException {
        return dispatcher.compute(Priority.REPLICATION, Progress.NONE,
                () -> sealing.sealCommit2(vanilla, TrialSector.MINER, TrialSector.NUMBER, Progress.NONE));
    }

    /** Verification of a window proof, the key already prepared. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Warmup(iterations = 3, time = 1)
    @Measurement(iterations = 3, time = 1)
    public boolean verification() throws IOException {
        return spaceTime.verifyWindowPost(windowType, RANDOMNESS, commRs, windowProof);
    }
}
