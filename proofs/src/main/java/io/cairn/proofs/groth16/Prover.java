package io.cairn.proofs.groth16;

import io.cairn.proofs.MemoryBudget;
import io.cairn.proofs.MemoryBudgetException;
import io.cairn.proofs.MemoryReservation;
import io.cairn.proofs.circuit.Circuit;
import io.cairn.proofs.circuit.CircuitSize;
import io.cairn.proofs.circuit.Density;
import io.cairn.proofs.circuit.ProvingAssignment;
import io.cairn.proofs.curve.MultiScalarMultiplication;
import io.cairn.proofs.curve.Point;
import io.cairn.proofs.curve.Points;
import io.cairn.proofs.curve.Scalars;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Shares;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;
import java.lang.foreign.Arena;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    /** Each proof of a batch fills buckets of its own, in the heap: at most 160 MB of them. */
    private static final int MOST_AT_ONCE = 4;
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

    /** The two random numbers of a proof. */
    private record Blinding(Scalar r, Scalar s) {

        static Blinding fresh(SecureRandom random) {
            int bits = Fr.MODULUS.bitLength() + 128;
            return new Blinding(Scalar.of(new BigInteger(bits, random)), Scalar.of(new BigInteger(bits, random)));
        }
    }

    /**
     * Proves that the circuit's witness satisfies it; a witness that does not gives a proof that does not verify.
     *
     * @param progress hears of all work, several times a second, in units of about equal cost
     * @throws ParametersFormatException if the parameters do not belong to the circuit
     * @throws MemoryBudgetException     if the proof's memory is not free within half an hour
     */
    public Proof prove(Circuit circuit, Scalar r, Scalar s, Progress progress) {
        return batch(List.of(circuit), List.of(new Blinding(r, s)), progress).getFirst();
    }

    /**
     * Proves several circuits of the same shape with fresh random numbers, each otherwise as {@link #prove(Circuit, Scalar, Scalar, Progress)} does; as many at
     * a time as there is memory for, up to {@value #MOST_AT_ONCE}, share their passes over the bases.
     */
    public List<Proof> prove(List<? extends Circuit> circuits, SecureRandom random, Progress progress) {
        List<Proof> proofs = new ArrayList<>();
        Shares shares = new Shares(progress, circuits.size() * Shares.FINE);
        while (proofs.size() < circuits.size()) {
            List<? extends Circuit> left = circuits.subList(proofs.size(), circuits.size());
            int count = ProofMemory.atOnce(left.getFirst().size(), budget.free(), Math.min(left.size(), MOST_AT_ONCE));
            List<Blinding> blindings = Stream.generate(() -> Blinding.fresh(random)).limit(count).toList();
            proofs.addAll(batch(left.subList(0, count), blindings, shares.next(count * Shares.FINE)));
        }
        return proofs;
    }

    private List<Proof> batch(List<? extends Circuit> circuits, List<Blinding> blindings, Progress progress) {
        CircuitSize size = circuits.getFirst().size();
        int count = circuits.size();
        Shares shares = new Shares(progress, count * cost(size));
        try (MemoryReservation memory = budget.reserve(ProofMemory.peak(size, count), purpose, PATIENCE, progress);
                PointUse points = parameters.use()) {
            LOG.info("{}, {} at once: at most {} MiB outside the heap; {} of {} MiB are reserved by all", purpose, count, memory.bytes() >> 20,
                    budget.inUse() >> 20, budget.limit() >> 20);
            List<ProvingAssignment> assignments = new ArrayList<>();
            List<Point> h;
            Arena witnesses = memory.arena();
            try (Arena quotients = memory.arena()) {
                for (Circuit circuit : circuits) {
                    assignments.add(withQuotient(circuit, memory, witnesses, quotients, shares));
                }
                requireAlike(assignments);
                h = sums.sums(points.lists().h(), 0, each(assignments, Prover::quotient), shares.next(count * QUOTIENT_SCALAR * size.domain()));
            }
            memory.shrink(ProofMemory.afterQuotients(size, count));
            return proofs(points.lists(), assignments, h, memory.arena(), blindings, shares);
        }
    }

    private static long cost(CircuitSize size) {
        return ROW * size.constraints() + (DOMAIN_POINT + QUOTIENT_SCALAR) * size.domain() + (3 * WITNESS_SCALAR + WITNESS_SCALAR_G2) * size.aux();
    }

    /** An assignment whose rows of A are replaced by the quotient; those of B and C are gone. */
    private ProvingAssignment withQuotient(Circuit circuit, MemoryReservation memory, Arena witnesses, Arena quotients, Shares shares) {
        CircuitSize size = circuit.size();
        try (Arena rows = memory.arena()) {
            ProvingAssignment.Place place = new ProvingAssignment.Place(witnesses, quotients, rows);
            ProvingAssignment assignment = ProvingAssignment.of(circuit, place, workers, shares.next(ROW * size.constraints()));
            requireFit(assignment);
            Domain domain = new Domain(size.domainLog2(), workers, rows);
            Quotient.into(assignment.a(), assignment.b(), assignment.c(), domain, workers, shares.next(DOMAIN_POINT * size.domain()));
            return assignment;
        }
    }

    private static Scalars quotient(ProvingAssignment assignment) {
        int log2 = assignment.size().domainLog2();
        return new Scalars(assignment.a(), assignment.size().domain() - 1, k -> Domain.reversed(k, log2));
    }

    private static List<Scalars> each(List<ProvingAssignment> assignments, Function<ProvingAssignment, Scalars> scalars) {
        return assignments.stream().map(scalars).toList();
    }

    private List<Proof> proofs(PointLists bases, List<ProvingAssignment> assignments, List<Point> h, Arena arena, List<Blinding> blindings, Shares shares) {
        CircuitSize size = assignments.getFirst().size();
        long work = assignments.size() * WITNESS_SCALAR * size.aux();
        Density density = assignments.getFirst().density();
        Selection inA = Selection.of(density.aAux(), arena);
        Selection inputsInB = Selection.of(density.bInput(), arena);
        Selection inB = Selection.of(density.bAux(), arena);
        List<Point> l = sums.sums(bases.l(), 0, each(assignments, one -> Scalars.of(one.aux(), size.aux())), shares.next(work));
        List<Point> a = variables(bases.a(), each(assignments, one -> Scalars.of(one.inputs(), size.inputs())),
                each(assignments, one -> inA.of(one.aux())), shares.next(work));
        List<Scalars> inputs = each(assignments, one -> inputsInB.of(one.inputs()));
        List<Scalars> aux = each(assignments, one -> inB.of(one.aux()));
        List<Point> b1 = variables(bases.bG1(), inputs, aux, shares.next(work));
        List<Point> b2 = variables(bases.bG2(), inputs, aux, shares.next(assignments.size() * WITNESS_SCALAR_G2 * size.aux()));
        List<Proof> proofs = new ArrayList<>();
        for (int k = 0; k < assignments.size(); k++) {
            proofs.add(blinded(a.get(k), b1.get(k), b2.get(k), h.get(k).plus(l.get(k)), blindings.get(k)));
        }
        return proofs;
    }

    /** Sums over bases of which those of the inputs stand first. */
    private List<Point> variables(Points bases, List<Scalars> inputs, List<Scalars> aux, Progress progress) {
        List<Point> ofInputs = sums.sums(bases, 0, inputs, progress.part(0, 0, 0));
        List<Point> ofAux = sums.sums(bases, inputs.getFirst().count(), aux, progress);
        return IntStream.range(0, inputs.size()).mapToObj(k -> ofInputs.get(k).plus(ofAux.get(k))).toList();
    }

    /** A = alpha + a + r delta, B = beta + b + s delta, C = s a + r b + rs delta + s alpha + r beta + h + l. */
    private Proof blinded(Point a, Point b1, Point b2, Point rest, Blinding blinding) {
        Scalar r = blinding.r();
        Scalar s = blinding.s();
        VerifyingKey key = parameters.key();
        Point proofA = key.alphaG1().plus(a).plus(key.deltaG1().times(r));
        Point proofB = key.betaG2().plus(b2).plus(key.deltaG2().times(s));
        Point proofC = a.plus(key.alphaG1()).times(s)
                .plus(b1.plus(key.betaG1()).times(r))
                .plus(key.deltaG1().times(r.times(s)))
                .plus(rest);
        return new Proof(proofA, proofB, proofC);
    }

    private static void requireAlike(List<ProvingAssignment> assignments) {
        ProvingAssignment first = assignments.getFirst();
        for (ProvingAssignment other : assignments) {
            if (!other.size().equals(first.size()) || !other.density().equals(first.density())) {
                throw new IllegalArgumentException("circuits of a batch: " + other.size() + " and " + first.size() + ", expected all of one shape");
            }
        }
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
