package io.cairn.proofs.groth16;

import io.cairn.proofs.MemoryBudget;
import io.cairn.proofs.MemoryBudgetException;
import io.cairn.proofs.MemoryReservation;
import io.cairn.proofs.Progress;
import io.cairn.proofs.Shares;
import io.cairn.proofs.Workers;
import io.cairn.proofs.circuit.Circuit;
import io.cairn.proofs.circuit.CircuitSize;
import io.cairn.proofs.circuit.ProvingAssignment;
import io.cairn.proofs.curve.MultiScalarMultiplication;
import io.cairn.proofs.curve.Point;
import io.cairn.proofs.curve.Points;
import io.cairn.proofs.curve.Scalars;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.FrVector;
import io.cairn.proofs.field.Scalar;
import java.lang.foreign.Arena;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.BitSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes proofs (bellperson: src/groth16/prover/native.rs). A circuit, parameters and the same two random numbers always give the same proof. Safe for many
 * threads as long as the parameters are open. The memory of a proof is given back when it is made, failed or cancelled.
 */
public final class Prover {

    private static final Logger LOG = LoggerFactory.getLogger(Prover.class);
    /** How long a proof waits for others to give back memory: as long as a deadline lasts. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    /** What a row, a point of the domain and the scalars of each sum cost, about, for {@link Progress}. */
    private static final long ROW = 1;
    private static final long DOMAIN_POINT = 3;
    private static final long QUOTIENT_SCALAR = 6;
    private static final long WITNESS_SCALAR = 2;
    private static final long WITNESS_SCALAR_G2 = 5;

    private final Parameters parameters;
    private final Workers workers;
    private final MemoryBudget budget;
    private final String purpose;
    private final MultiScalarMultiplication sums;

    /**
     * Proves with open parameters.
     *
     * @param budget  what a proof reserves its memory from
     * @param purpose what is proved, for messages
     */
    public Prover(Parameters parameters, Workers workers, MemoryBudget budget, String purpose) {
        this.parameters = parameters;
        this.workers = workers;
        this.budget = budget;
        this.purpose = purpose;
        this.sums = new MultiScalarMultiplication(workers);
    }

    /** Proves with fresh random numbers; otherwise as {@link #prove(Circuit, Scalar, Scalar, Progress)}. */
    public Proof prove(Circuit circuit, SecureRandom random, Progress progress) {
        int bits = Fr.MODULUS.bitLength() + 128;
        return prove(circuit, Scalar.of(new BigInteger(bits, random)), Scalar.of(new BigInteger(bits, random)), progress);
    }

    /**
     * Proves that the circuit's witness satisfies it; a witness that does not gives a proof that does not verify.
     *
     * @param progress hears of all work, several times a second, in units of about equal cost
     * @throws ParametersFormatException if the parameters do not belong to the circuit
     * @throws MemoryBudgetException     if the proof's memory is not free within half an hour
     */
    public Proof prove(Circuit circuit, Scalar r, Scalar s, Progress progress) {
        CircuitSize size = circuit.size();
        Shares shares = new Shares(progress, cost(size));
        try (MemoryReservation memory = budget.reserve(ProofMemory.peak(size), purpose, PATIENCE, progress);
                PointUse points = parameters.use()) {
            LOG.info("{} begins: takes {} MiB outside the heap at most; {} of {} MiB are reserved by all", purpose, memory.bytes() >> 20,
                    budget.inUse() >> 20, budget.limit() >> 20);
            ProvingAssignment assignment;
            Point h;
            Arena witness = memory.arena();
            try (Arena rows = memory.arena()) {
                assignment = ProvingAssignment.of(circuit, witness, rows, workers, shares.next(ROW * size.constraints()));
                requireFit(assignment);
                h = quotientSum(points.lists().h(), assignment, rows, shares);
            }
            memory.shrink(ProofMemory.witness(size) + ProofMemory.sums(size));
            return prove(points.lists(), assignment, h, memory.arena(), r, s, shares);
        }
    }

    private Proof prove(PointLists bases, ProvingAssignment assignment, Point h, Arena arena, Scalar r, Scalar s, Shares shares) {
        CircuitSize size = assignment.size();
        Point l = sums.sum(bases.l(), 0, Scalars.of(assignment.aux(), size.aux()), shares.next(WITNESS_SCALAR * size.aux()));
        Point a = sumOfA(bases.a(), assignment, arena, shares.next(WITNESS_SCALAR * size.aux()));
        Scalars inputs = chosen(assignment.inputs(), assignment.density().bInput(), arena);
        Scalars aux = chosen(assignment.aux(), assignment.density().bAux(), arena);
        Point b1 = sumOfB(bases.bG1(), inputs, aux, shares.next(WITNESS_SCALAR * size.aux()));
        Point b2 = sumOfB(bases.bG2(), inputs, aux, shares.next(WITNESS_SCALAR_G2 * size.aux()));
        return blinded(a, b1, b2, h.plus(l), r, s);
    }

    private static long cost(CircuitSize size) {
        return ROW * size.constraints() + (DOMAIN_POINT + QUOTIENT_SCALAR) * size.domain() + (3 * WITNESS_SCALAR + WITNESS_SCALAR_G2) * size.aux();
    }

    private Point quotientSum(Points bases, ProvingAssignment assignment, Arena arena, Shares shares) {
        long size = assignment.size().domain();
        Domain domain = new Domain(assignment.size().domainLog2(), workers, arena);
        Quotient.into(assignment.a(), assignment.b(), assignment.c(), domain, workers, shares.next(DOMAIN_POINT * size));
        return sums.sum(bases, 0, new Scalars(assignment.a(), domain.size() - 1, domain::reversed), shares.next(QUOTIENT_SCALAR * size));
    }

    private Point sumOfA(Points bases, ProvingAssignment assignment, Arena arena, Progress progress) {
        int inputs = assignment.size().inputs();
        Point ofInputs = sums.sum(bases, 0, Scalars.of(assignment.inputs(), inputs), progress.part(0, 0, 0));
        return ofInputs.plus(sums.sum(bases, inputs, chosen(assignment.aux(), assignment.density().aAux(), arena), progress));
    }

    private Point sumOfB(Points bases, Scalars inputs, Scalars aux, Progress progress) {
        Point ofInputs = sums.sum(bases, 0, inputs, progress.part(0, 0, 0));
        return ofInputs.plus(sums.sum(bases, inputs.count(), aux, progress));
    }

    private static Scalars chosen(FrVector values, BitSet which, Arena arena) {
        Selection selection = Selection.of(which, arena);
        return new Scalars(values, selection.count(), selection::member);
    }

    /** A = alpha + a + r delta, B = beta + b + s delta, C = s a + r b + rs delta + s alpha + r beta + h + l. */
    private Proof blinded(Point a, Point b1, Point b2, Point rest, Scalar r, Scalar s) {
        VerifyingKey key = parameters.key();
        Point proofA = key.alphaG1().plus(a).plus(key.deltaG1().times(r));
        Point proofB = key.betaG2().plus(b2).plus(key.deltaG2().times(s));
        Point proofC = a.plus(key.alphaG1()).times(s)
                .plus(b1.plus(key.betaG1()).times(r))
                .plus(key.deltaG1().times(r.times(s)))
                .plus(rest);
        return new Proof(proofA, proofB, proofC);
    }

    private void requireFit(ProvingAssignment assignment) {
        CircuitSize size = assignment.size();
        require("ic", parameters.key().ic().size(), size.inputs());
        require("h", parameters.lists().h().count(), size.domain() - 1);
        require("l", parameters.lists().l().count(), size.aux());
        require("a", parameters.lists().a().count(), size.inputs() + assignment.density().aAux().cardinality());
        require("b_g1", parameters.lists().bG1().count(), assignment.density().bInput().cardinality() + assignment.density().bAux().cardinality());
        if (parameters.key().deltaG1().isInfinity() || parameters.key().deltaG2().isInfinity()) {
            throw new ParametersFormatException("delta of the verifying key is the point at infinity");
        }
    }

    private static void require(String name, long points, long expected) {
        if (points != expected) {
            throw new ParametersFormatException("parameters have " + points + " points of " + name + ", the circuit needs " + expected);
        }
    }
}
