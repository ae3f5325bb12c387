package io.cairn.proofs.groth16;

import io.cairn.proofs.MemoryReservation;
import io.cairn.proofs.circuit.Circuit;
import io.cairn.proofs.circuit.CircuitSize;
import io.cairn.proofs.circuit.LinearCombination;
import io.cairn.proofs.circuit.Structure;
import io.cairn.proofs.circuit.Variable;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.FrVector;
import io.cairn.proofs.field.Scalar;
import java.lang.foreign.Arena;

/**
 * The values u_i, v_i, w_i at tau of the polynomials that a circuit's matrices A, B, C give each variable, inputs first. They are summed up row by row as the
 * circuit writes its rows; no matrix is kept.
 */
final class VariablePolynomials {

    private static final int PROGRESS_ROWS = 1 << 12;

    private final CircuitSize size;
    private final FrVector u;
    private final FrVector v;
    private final FrVector w;
    private final FrVector lagrange;
    private final long[] ofRow = new long[Fr.LIMBS];
    private final long[] sum = new long[Fr.LIMBS];
    private final long[] product = new long[Fr.LIMBS];
    private final Progress progress;
    private int row;

    private VariablePolynomials(CircuitSize size, FrVector lagrange, Arena arena, Progress progress) {
        this.size = size;
        this.lagrange = lagrange;
        this.progress = progress;
        long variables = (long) size.inputs() + size.aux();
        this.u = FrVector.allocate(variables, arena);
        this.v = FrVector.allocate(variables, arena);
        this.w = FrVector.allocate(variables, arena);
    }

    static VariablePolynomials of(Circuit circuit, CircuitSize size, Scalar tau, Workers workers, MemoryReservation memory, Progress progress) {
        Arena arena = memory.arena();
        try (Arena rows = memory.arena()) {
            FrVector lagrange = lagrange(size.domainLog2(), tau, workers, rows);
            VariablePolynomials polynomials = new VariablePolynomials(size, lagrange, arena, progress);
            CircuitSize written = Structure.rows(circuit, polynomials::addRow);
            if (!written.equals(size)) {
                throw new IllegalStateException("circuit wrote " + written + ", announced " + size);
            }
            polynomials.addInputRows();
            return polynomials;
        }
    }

    /** The values at tau of the Lagrange polynomials of the domain: (tau^m - 1) / m * root^k / (tau - root^k). */
    private static FrVector lagrange(int log2, Scalar tau, Workers workers, Arena arena) {
        long size = 1L << log2;
        Scalar root = Domain.root(log2);
        Scalar numerator = tau.power(size).minus(Scalar.ONE).times(Scalar.of(size).inverted());
        if (numerator.isZero()) {
            throw new IllegalArgumentException("tau is a root of unity of the domain of " + size + " points");
        }
        FrVector values = FrVector.allocate(size, arena);
        workers.forEachRange(size, 1 << 12, Progress.NONE, (from, to) -> lagrangePart(values, from, (int) (to - from), root, numerator, tau));
        return values;
    }

    private static void lagrangePart(FrVector vector, long first, int count, Scalar root, Scalar numerator, Scalar tau) {
        long[] point = new long[Fr.LIMBS];
        long[] step = new long[Fr.LIMBS];
        long[] at = new long[Fr.LIMBS];
        long[] scaled = new long[Fr.LIMBS];
        long[] values = new long[Fr.LIMBS * count];
        long[] prefixes = new long[Fr.LIMBS * count];
        long[] differences = new long[Fr.LIMBS * count];
        root.power(first).copyTo(point, 0);
        root.copyTo(step, 0);
        tau.copyTo(at, 0);
        numerator.copyTo(scaled, 0);
        long[] product = new long[Fr.LIMBS];
        Fr.setOne(product, 0);
        for (int k = 0; k < Fr.LIMBS * count; k += Fr.LIMBS) {
            Fr.mul(values, k, point, 0, scaled, 0);
            Fr.sub(differences, k, at, 0, point, 0);
            Fr.FIELD.copy(prefixes, k, product, 0);
            Fr.mul(product, 0, product, 0, differences, k);
            Fr.mul(point, 0, point, 0, step, 0);
        }
        Fr.inverse(product, 0, product, 0);
        for (int k = Fr.LIMBS * (count - 1); k >= 0; k -= Fr.LIMBS) {
            Fr.mul(prefixes, k, prefixes, k, product, 0);
            Fr.mul(values, k, values, k, prefixes, k);
            Fr.mul(product, 0, product, 0, differences, k);
        }
        vector.put(first, count, values, 0);
    }

    private void addRow(LinearCombination a, LinearCombination b, LinearCombination c) {
        if (row % PROGRESS_ROWS == 0) {
            progress.checkCancelled();
            progress.advanced(row, size.constraints());
        }
        lagrange.get(row, ofRow, 0);
        addTo(u, a);
        addTo(v, b);
        addTo(w, c);
        row++;
    }

    private void addTo(FrVector values, LinearCombination combination) {
        for (int term = 0; term < combination.size(); term++) {
            int variable = combination.variable(term);
            long place = Variable.isInput(variable) ? Variable.index(variable) : (long) size.inputs() + variable;
            Fr.mul(product, 0, combination.coefficients(), Fr.LIMBS * term, ofRow, 0);
            add(values, place, product);
        }
    }

    private void add(FrVector values, long place, long[] summand) {
        values.get(place, sum, 0);
        Fr.add(sum, 0, sum, 0, summand, 0);
        values.put(place, sum, 0);
    }

    /** Behind the circuit's rows stands one for each input, with the input alone in A. */
    private void addInputRows() {
        for (int input = 0; input < size.inputs(); input++, row++) {
            lagrange.get(row, ofRow, 0);
            add(u, input, ofRow);
        }
    }

    CircuitSize size() {
        return size;
    }

    /** Values of A's polynomials. */
    FrVector u() {
        return u;
    }

    /** Values of B's polynomials. */
    FrVector v() {
        return v;
    }

    /** Values of C's polynomials. */
    FrVector w() {
        return w;
    }
}
