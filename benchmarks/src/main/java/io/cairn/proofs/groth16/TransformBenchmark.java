package io.cairn.proofs.groth16;

import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.FrVector;
import java.lang.foreign.Arena;
import java.util.Random;
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
import org.openjdk.jmh.annotations.Warmup;

/** A number-theoretic transform in the calling thread; stands in the prover's package, because nobody else sees its domain. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class TransformBenchmark {

    /** Binary logarithm of the domain's size. */
    @Param({"12", "15", "18", "20"})
    public int log2;

    private Domain domain;
    private FrVector values;

    /** Fills the domain from a fixed seed. */
    @Setup
    public void setUp() {
        domain = new Domain(log2, Workers.CALLER, Arena.ofAuto());
        Random random = new Random(log2);
        long[] limbs = new long[Fr.LIMBS << log2];
        for (int k = 0; k < limbs.length; k++) {
            limbs[k] = k % Fr.LIMBS == Fr.LIMBS - 1 ? random.nextLong() >>> 2 : random.nextLong();
        }
        values = FrVector.of(limbs, Arena.ofAuto());
    }

    /** From values to coefficients. */
    @Benchmark
    public FrVector interpolate() {
        domain.interpolate(values, Progress.NONE);
        return values;
    }
}
