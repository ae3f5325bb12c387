package io.cairn.benchmarks;

import io.cairn.proofs.aggregate.AggregateProof;
import io.cairn.proofs.aggregate.AggregateVerifier;
import io.cairn.proofs.aggregate.Aggregator;
import io.cairn.proofs.aggregate.InnerProductSrs;
import io.cairn.proofs.aggregate.SrsFile;
import io.cairn.proofs.aggregate.SrsSecrets;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Scalar;
import io.cairn.protocol.sector.RegisteredAggregationProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Aggregates of simulated proofs, on one thread: making, reading from bytes with all checks, verifying. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class AggregateBenchmark {

    private static final RegisteredAggregationProof VERSION = RegisteredAggregationProof.SNARK_PACK_V2;
    private static final byte[] INCLUDE = new byte[32];

    @Param({"8", "64", "1024"})
    private int proofs;

    private Path folder;
    private SimulatedProofs simulated;
    private Aggregator aggregator;
    private AggregateVerifier verifier;
    private AggregateProof aggregate;
    private byte[] bytes;

    /** Makes an SRS, proofs and an aggregate. */
    @Setup
    public void prepare() throws IOException {
        folder = Files.createTempDirectory("cairn-srs-");
        Path file = folder.resolve(InnerProductSrs.FILE_NAME);
        SrsFile.createInsecure(file, new SrsSecrets(Scalar.of(11), Scalar.of(13)), 2 * proofs + 1, Workers.CALLER, Progress.NONE);
        InnerProductSrs srs = InnerProductSrs.open(file);
        simulated = SimulatedProofs.of(proofs);
        aggregator = Aggregator.of(srs, proofs, Workers.CALLER, Progress.NONE);
        verifier = new AggregateVerifier(srs, simulated.key());
        aggregate = aggregate();
        bytes = aggregate.toBytes();
        if (!verify()) {
            throw new IllegalStateException("the aggregate does not verify");
        }
    }

    /** Removes the SRS. */
    @TearDown
    public void remove() throws IOException {
        Files.delete(folder.resolve(InnerProductSrs.FILE_NAME));
        Files.delete(folder);
    }

    @Benchmark
    public AggregateProof aggregate() {
        return aggregator.aggregate(simulated.proofs(), INCLUDE, VERSION, Progress.NONE);
    }

    @Benchmark
    public AggregateProof read() {
        return AggregateProof.fromBytes(bytes);
    }

    @Benchmark
    public boolean verify() {
        return verifier.verify(aggregate, simulated.inputs(), INCLUDE, VERSION);
    }
}
