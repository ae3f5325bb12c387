package io.cairn.proofs.groth16;

import io.cairn.proofs.MemoryBudget;
import io.cairn.proofs.MemoryReservation;
import io.cairn.proofs.curve.Curve;
import io.cairn.proofs.curve.FixedBase;
import io.cairn.proofs.curve.G1;
import io.cairn.proofs.curve.G2;
import io.cairn.proofs.curve.MultiScalarMultiplication;
import io.cairn.proofs.curve.Point;
import io.cairn.proofs.curve.Points;
import io.cairn.proofs.curve.Scalars;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.FrVector;
import io.cairn.proofs.field.Scalar;
import java.lang.foreign.Arena;
import java.math.BigInteger;
import java.util.Random;

/**
 * The parts of a proof that take its time, on invented numbers: a process runs them small so that their kernels are compiled before the first proof, and
 * a measurement times them. Point k is the generator's multiple by scalar k.
 */
public final class Rehearsal {

    private static final int DRAWN_BITS = Fr.MODULUS.bitLength() + 64;

    private final int log2;
    private final Workers workers;
    private final long[] scalars;
    private final Points ofG1;
    private final Points ofG2;

    /**
     * Draws scalars and points, always the same.
     *
     * @param log2 binary logarithm of the number of rows, scalars and points; 1 to 20
     */
    public Rehearsal(int log2, Workers workers) {
        if (log2 < 1 || log2 > 20) {
            throw new IllegalArgumentException("log2: " + log2 + ", expected 1 to 20");
        }
        this.log2 = log2;
        this.workers = workers;
        this.scalars = drawn(1 << log2);
        this.ofG1 = multiples(G1.GENERATOR);
        this.ofG2 = multiples(G2.GENERATOR);
    }

    private record Multiples(Curve curve, long count, long[] affine) implements Points {

        @Override
        public void get(long k, long[] out, int o) {
            System.arraycopy(affine, (int) k * curve.affineLimbs(), out, o, curve.affineLimbs());
        }
    }

    private static long[] drawn(int count) {
        Random random = new Random(count);
        long[] scalars = new long[Fr.LIMBS * count];
        for (int k = 0; k < count; k++) {
            Fr.fromBigInteger(scalars, Fr.LIMBS * k, new BigInteger(DRAWN_BITS, random));
        }
        return scalars;
    }

    private Points multiples(Point generator) {
        return new Multiples(generator.curve(), count(), FixedBase.of(generator, count()).multiply(scalars, 0, count()));
    }

    /** Rows, scalars and points. */
    public int count() {
        return 1 << log2;
    }

    /** The quotient's polynomial from {@link #count} rows: seven transforms and what lies between them. */
    public void quotient(Progress progress) {
        try (MemoryReservation memory = reserve(3L * count() + Twiddles.count(log2))) {
            Arena arena = memory.arena();
            Domain domain = new Domain(log2, workers, arena);
            Quotient.into(FrVector.of(scalars, arena), FrVector.of(scalars, arena), FrVector.of(scalars, arena), domain, workers, progress);
        }
    }

    /** The sum of {@link #count} products in G1. */
    public Point sumG1(Progress progress) {
        return sum(ofG1, progress);
    }

    /** The sum of {@link #count} products in G2. */
    public Point sumG2(Progress progress) {
        return sum(ofG2, progress);
    }

    /** A budget of its own, since what is rehearsed takes little and is over soon. */
    private static MemoryReservation reserve(long elements) {
        return new MemoryBudget(FrVector.bytes(elements)).reserve(FrVector.bytes(elements), "rehearsal");
    }

    private Point sum(Points points, Progress progress) {
        try (MemoryReservation memory = reserve(count())) {
            return new MultiScalarMultiplication(workers).sum(points, 0, Scalars.of(FrVector.of(scalars, memory.arena()), count()), progress);
        }
    }

    Scalar scalar(int k) {
        return Scalar.ofLimbs(scalars, Fr.LIMBS * k);
    }
}
