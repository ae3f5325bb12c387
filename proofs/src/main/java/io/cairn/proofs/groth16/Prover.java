package io.cairn.proofs.groth16;

import io.cairn.proofs.Progress;
import io.cairn.proofs.Workers;
import io.cairn.proofs.circuit.Circuit;
import io.cairn.proofs.circuit.CircuitSize;
import io.cairn.proofs.circuit.ProvingAssignment;
import io.cairn.proofs.curve.MultiScalarMultiplication;
import io.cairn.proofs.curve.Point;
import io.cairn.proofs.curve.Points;
import io.cairn.proofs.curve.Scalars;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.BitSet;

/**
 * Makes proofs (bellperson: src/groth16/prover/native.rs). A circuit, parameters and the same two random numbers always give the same proof. Safe for many
 * threads as long as the parameters are open.
 */
public final class Prover {

    /** Steps of {@link Progress}: the rows and the quotient, then five sums. */
    private static final int STEPS = 7;

    private final Parameters parameters;
    private final Workers workers;

    public Prover(Parameters parameters, Workers workers) {
        this.parameters = parameters;
        this.workers = workers;
    }

    /** Proves with fresh random numbers; otherwise as {@link #prove(Circuit, Scalar, Scalar, Progress)}. */
    public Proof prove(Circuit circuit, SecureRandom random, Progress progress) {
        int bits = Fr.MODULUS.bitLength() + 128;
        return prove(circuit, Scalar.of(new BigInteger(bits, random)), Scalar.of(new BigInteger(bits, random)), progress);
    }

    /**
     * Proves that the circuit's witness satisfies it; a witness that does not gives a proof that does not verify.
     *
     * @throws ParametersFormatException if the parameters do not belong to the circuit
     */
    public Proof prove(Circuit circuit, Scalar r, Scalar s, Progress progress) {
        ProvingAssignment assignment = ProvingAssignment.of(circuit, progress.part(0, 0, STEPS));
        requireFit(assignment);
        progress.advanced(1, STEPS);
        MultiScalarMultiplication sums = new MultiScalarMultiplication(workers, progress);
        Point h = quotientSum(assignment, sums, progress);
        Scalars aux = Scalars.of(assignment.aux(), assignment.size().aux());
        Point l = sums.sum(parameters.l(), 0, aux);
        progress.advanced(3, STEPS);
        Point a = sumOfA(assignment, sums);
        progress.advanced(4, STEPS);
        Point b1 = sumOfB(parameters.bG1(), assignment, sums);
        progress.advanced(5, STEPS);
        Point b2 = sumOfB(parameters.bG2(), assignment, sums);
        progress.advanced(STEPS, STEPS);
        return blinded(a, b1, b2, h.plus(l), r, s);
    }

    private Point quotientSum(ProvingAssignment assignment, MultiScalarMultiplication sums, Progress progress) {
        Domain domain = new Domain(assignment.size().domainLog2(), workers);
        progress.checkCancelled();
        Quotient.into(assignment.a(), assignment.b(), assignment.c(), domain, workers);
        progress.advanced(2, STEPS);
        return sums.sum(parameters.h(), 0, new Scalars(assignment.a(), domain.size() - 1, domain::reversed));
    }

    private Point sumOfA(ProvingAssignment assignment, MultiScalarMultiplication sums) {
        int inputs = assignment.size().inputs();
        Point ofInputs = sums.sum(parameters.a(), 0, Scalars.of(assignment.inputs(), inputs));
        return ofInputs.plus(sums.sum(parameters.a(), inputs, chosen(assignment.aux(), assignment.density().aAux())));
    }

    private Point sumOfB(Points bases, ProvingAssignment assignment, MultiScalarMultiplication sums) {
        BitSet inputs = assignment.density().bInput();
        Point ofInputs = sums.sum(bases, 0, chosen(assignment.inputs(), inputs));
        return ofInputs.plus(sums.sum(bases, inputs.cardinality(), chosen(assignment.aux(), assignment.density().bAux())));
    }

    private static Scalars chosen(long[] values, BitSet which) {
        int[] positions = which.stream().toArray();
        return new Scalars(values, positions.length, k -> positions[k]);
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
        require("h", parameters.h().count(), size.domain() - 1);
        require("l", parameters.l().count(), size.aux());
        require("a", parameters.a().count(), size.inputs() + assignment.density().aAux().cardinality());
        require("b_g1", parameters.bG1().count(), assignment.density().bInput().cardinality() + assignment.density().bAux().cardinality());
        if (parameters.key().deltaG1().isInfinity() || parameters.key().deltaG2().isInfinity()) {
            throw new ParametersFormatException("delta of the verifying key is the point at infinity");
        }
    }

    private static void require(String name, int points, int expected) {
        if (points != expected) {
            throw new ParametersFormatException("parameters have " + points + " points of " + name + ", the circuit needs " + expected);
        }
    }
}
