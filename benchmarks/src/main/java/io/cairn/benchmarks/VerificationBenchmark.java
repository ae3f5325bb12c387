package io.cairn.benchmarks;

import io.cairn.proofs.curve.G1;
import io.cairn.proofs.curve.G2;
import io.cairn.proofs.curve.Point;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.groth16.Proof;
import io.cairn.proofs.groth16.Verifier;
import io.cairn.proofs.groth16.VerifyingKey;
import io.cairn.proofs.pairing.Gt;
import io.cairn.proofs.pairing.Pairing;
import io.cairn.proofs.pairing.PreparedG2;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

/**
 * Pairings, and the verification of proofs from their bytes, all with points of the right groups but no circuit behind them: a false proof takes as long as a
 * right one. Inputs are as in proofs of space-time: a commitment for each sector, and positions of some 30 bits.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class VerificationBenchmark {

    private static final int BATCH = 10;

    /** Inputs as in a proof of 2 KiB sectors: 22 of a window proof, two of them commitments, or 132 of a winning one, half of them commitments. */
    @Param({"window", "winning"})
    public String kind;

    private Point p;
    private Point q;
    private PreparedG2 prepared;
    private Verifier verifier;
    private byte[] one;
    private byte[] many;
    private List<Scalar> values;

    /** Draws points and inputs from a fixed seed and has vectors compiled. */
    @Setup
    public void setUp() {
        Random random = new Random(1);
        int inputs = kind.equals("window") ? 22 : 132;
        int toNextCommitment = kind.equals("window") ? 11 : 2;
        p = G1.GENERATOR.times(Scalar.of(new BigInteger(200, random)));
        q = G2.GENERATOR.times(Scalar.of(new BigInteger(200, random)));
        prepared = PreparedG2.of(q);
        List<Point> ic = new ArrayList<>();
        for (int k = 0; k <= inputs; k++) {
            ic.add(G1.GENERATOR.times(Scalar.of(BigInteger.valueOf(k + 2))));
        }
        verifier = new Verifier(new VerifyingKey(p, p, q, q, p, q, ic));
        one = new Proof(p, q, p).toBytes();
        many = new byte[BATCH * one.length];
        for (int k = 0; k < BATCH; k++) {
            System.arraycopy(one, 0, many, k * one.length, one.length);
        }
        values = new ArrayList<>();
        for (int k = 0; k < inputs; k++) {
            values.add(Scalar.of(new BigInteger(k % toNextCommitment == 0 ? 254 : 30, random)));
        }
        Pairing.rehearse(Progress.NONE);
    }

    /** One pairing, of a point that was not prepared. */
    @Benchmark
    public Gt pairing() {
        return Pairing.of(p, q);
    }

    /** The product of three pairings of prepared points. */
    @Benchmark
    public Gt productOfThree() {
        return new Pairing().with(p, prepared).with(p, prepared).with(p, prepared).product();
    }

    /** The lines of a point of G2. */
    @Benchmark
    public PreparedG2 preparation() {
        return PreparedG2.of(q);
    }

    /** A proof's points, their roots and their groups. */
    @Benchmark
    public Proof decoding() {
        return Proof.fromBytes(one);
    }

    /** One proof from its bytes. */
    @Benchmark
    public boolean one() {
        return verifier.verify(Proof.fromBytes(one), values);
    }

    /** Ten proofs from their bytes in one batch. */
    @Benchmark
    public boolean ten() {
        return verifier.verifyBatch(Proof.listFromBytes(many, BATCH), Collections.nCopies(BATCH, values));
    }
}
