package io.cairn.proofs.groth16;

import io.cairn.proofs.DiskSpace;
import io.cairn.proofs.MemoryBudget;
import io.cairn.proofs.MemoryBudgetException;
import io.cairn.proofs.MemoryReservation;
import io.cairn.proofs.circuit.Circuit;
import io.cairn.proofs.circuit.CircuitSize;
import io.cairn.proofs.curve.Curve;
import io.cairn.proofs.curve.FixedBase;
import io.cairn.proofs.curve.G1;
import io.cairn.proofs.curve.G2;
import io.cairn.proofs.curve.Point;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.dispatch.Shares;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.FrVector;
import io.cairn.proofs.field.Scalar;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Makes the parameters of a circuit from secrets (bellperson: src/groth16/generator.rs): the same secrets give the same file, byte for byte. */
public final class Setup {

    private static final int VARIABLES_OF_A_PART = 1 << 16;

    /** Shares of the time that the two phases take, about, in thousandths. */
    private static final long POLYNOMIALS = 50;
    private static final long POINTS = 950;

    private final CircuitSize size;
    private final VariablePolynomials polynomials;
    private final ToxicWaste waste;
    private final Workers workers;
    private final Arena arena;
    private final Progress progress;

    private Setup(VariablePolynomials polynomials, ToxicWaste waste, Workers workers, Arena arena, Progress progress) {
        this.size = polynomials.size();
        this.polynomials = polynomials;
        this.waste = waste;
        this.workers = workers;
        this.arena = arena;
        this.progress = progress;
    }

    /**
     * Writes the parameter file, under a temporary name until it is whole.
     *
     * @param budget   what the creation reserves its memory from
     * @param progress hears of all work, several times a second
     * @return the verifying key, which the file begins with
     * @throws IOException                    if the file cannot be written
     * @throws UnconstrainedVariableException if a variable occurs in no row
     * @throws MemoryBudgetException          if it has not enough memory
     */
    public static VerifyingKey create(Circuit circuit, ToxicWaste waste, Path file, Workers workers, MemoryBudget budget, Progress progress)
            throws IOException {
        CircuitSize size = circuit.size();
        Shares shares = new Shares(progress, POLYNOMIALS + POINTS);
        try (MemoryReservation memory = budget.reserve(peak(size), "creation of " + file.getFileName())) {
            Arena arena = memory.arena();
            VariablePolynomials polynomials = VariablePolynomials.of(circuit, size, waste.tau(), workers, memory, shares.next(POLYNOMIALS));
            return new Setup(polynomials, waste, workers, arena, shares.next(POINTS)).write(file);
        }
    }

    /** Bytes outside the heap at most: three polynomials a variable, and first the domain's, then the variables that occur in A and in B. */
    static long peak(CircuitSize size) {
        long variables = (long) size.inputs() + size.aux();
        return FrVector.bytes(3 * variables) + Math.max(FrVector.bytes(size.domain()), Selection.bytes(2 * variables));
    }

    private VerifyingKey write(Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try (FileChannel channel = FileChannel.open(unfinished,
                StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            VerifyingKey key = writeTo(channel);
            DiskSpace.force(channel);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return key;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private VerifyingKey writeTo(FileChannel channel) throws IOException {
        Selection inA = occurring(polynomials.u());
        Selection inB = occurring(polynomials.v());
        long quotients = size.domain() - 1;
        long total = quotients + size.aux() + inA.count() + 2L * inB.count();
        FixedBase g1 = FixedBase.of(G1.GENERATOR, total);
        VerifyingKey key = key(g1);
        channel.write(ByteBuffer.wrap(key.toBytes()));
        PointListWriter lists = new PointListWriter(channel, workers, progress, total);
        lists.write("h", G1.CURVE, g1, quotients, this::quotientScalars);
        lists.write("l", G1.CURVE, g1, size.aux(), combined(size.inputs(), waste.delta()));
        lists.write("a", G1.CURVE, g1, inA.count(), chosen(polynomials.u(), inA));
        lists.write("b_g1", G1.CURVE, g1, inB.count(), chosen(polynomials.v(), inB));
        lists.write("b_g2", G2.CURVE, FixedBase.of(G2.GENERATOR, inB.count()), inB.count(), chosen(polynomials.v(), inB));
        return key;
    }

    private VerifyingKey key(FixedBase g1) {
        long[] scalars = new long[Fr.LIMBS * size.inputs()];
        combined(0, waste.gamma()).fill(0, size.inputs(), scalars);
        long[] points = g1.multiply(scalars, 0, size.inputs());
        List<Point> ic = new ArrayList<>(size.inputs());
        Curve curve = G1.CURVE;
        for (int input = 0; input < size.inputs(); input++) {
            ic.add(Point.ofAffine(curve, points, input * curve.affineLimbs()));
        }
        return new VerifyingKey(G1.GENERATOR.times(waste.alpha()), G1.GENERATOR.times(waste.beta()), G2.GENERATOR.times(waste.beta()),
                G2.GENERATOR.times(waste.gamma()), G1.GENERATOR.times(waste.delta()), G2.GENERATOR.times(waste.delta()), ic);
    }

    /** tau^i (tau^m - 1) / delta. */
    private void quotientScalars(long first, int count, long[] out) {
        Scalar vanishing = waste.tau().power(size.domain()).minus(Scalar.ONE).times(waste.delta().inverted());
        long[] power = new long[Fr.LIMBS];
        long[] step = new long[Fr.LIMBS];
        vanishing.times(waste.tau().power(first)).copyTo(power, 0);
        waste.tau().copyTo(step, 0);
        for (int k = 0; k < count; k++) {
            Fr.FIELD.copy(out, Fr.LIMBS * k, power, 0);
            Fr.mul(power, 0, power, 0, step, 0);
        }
    }

    /** (beta u + alpha v + w) / divisor of the variables from {@code begin} on. */
    private ScalarSource combined(int begin, Scalar divisor) {
        long[] inverse = limbs(divisor.inverted());
        long[] beta = limbs(waste.beta());
        long[] alpha = limbs(waste.alpha());
        return (first, count, out) -> {
            long[] u = new long[Fr.LIMBS * count];
            long[] v = new long[Fr.LIMBS * count];
            polynomials.u().get(begin + first, count, u, 0);
            polynomials.v().get(begin + first, count, v, 0);
            polynomials.w().get(begin + first, count, out, 0);
            for (int at = 0; at < Fr.LIMBS * count; at += Fr.LIMBS) {
                Fr.mul(u, at, u, at, beta, 0);
                Fr.mul(v, at, v, at, alpha, 0);
                Fr.add(u, at, u, at, v, at);
                Fr.add(out, at, out, at, u, at);
                Fr.mul(out, at, out, at, inverse, 0);
            }
        };
    }

    private static ScalarSource chosen(FrVector values, Selection variables) {
        return (first, count, out) -> {
            for (int k = 0; k < count; k++) {
                values.get(variables.member(first + k), out, Fr.LIMBS * k);
            }
        };
    }

    /** The variables whose polynomial is not zero at tau. */
    private Selection occurring(FrVector values) {
        BitSet variables = new BitSet();
        for (int variable = 0; variable < values.count(); variable++) {
            if (variable % VARIABLES_OF_A_PART == 0) {
                ProofDispatcher.giveWay();
            }
            if (!values.isZero(variable)) {
                variables.set(variable);
            }
        }
        return Selection.of(variables, arena);
    }

    private static long[] limbs(Scalar scalar) {
        long[] out = new long[Fr.LIMBS];
        scalar.copyTo(out, 0);
        return out;
    }
}
