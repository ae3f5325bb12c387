package io.cairn.proofs.groth16;

import io.cairn.proofs.Progress;
import io.cairn.proofs.Workers;
import io.cairn.proofs.circuit.Circuit;
import io.cairn.proofs.circuit.CircuitSize;
import io.cairn.proofs.circuit.LinearCombination;
import io.cairn.proofs.circuit.Structure;
import io.cairn.proofs.circuit.Variable;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;

/**
 * The values u_i, v_i, w_i at tau of the polynomials that a circuit's matrices A, B, C give each variable, inputs first. They are summed up row by row as the
 * circuit writes its rows; no matrix is kept.
 */
final class VariablePolynomials {

    private static final int PROGRESS_ROWS = 1 << 12;

    private final CircuitSize size;
    private final long[] u;
    private final long[] v;
    private final long[] w;
    private final long[] lagrange;
    private final long[] product = new long[Fr.LIMBS];
    private final Progress progress;
    private int row;

    private VariablePolynomials(CircuitSize size, long[] lagrange, Progress progress) {
        this.size = size;
        this.lagrange = lagrange;
        this.progress = progress;
        int limbs = Math.multiplyExact(Fr.LIMBS, size.inputs() + size.aux());
        this.u = new long[limbs];
        this.v = new long[limbs];
        this.w = new long[limbs];
    }

    static VariablePolynomials of(Circuit circuit, CircuitSize size, Scalar tau, Workers workers, Progress progress) {
        long[] lagrange = lagrange(size.domainLog2(), tau, workers);
        VariablePolynomials polynomials = new VariablePolynomials(size, lagrange, progress);
        CircuitSize written = Structure.rows(circuit, polynomials::addRow);
        if (!written.equals(size)) {
            throw new IllegalStateException("circuit wrote " + written + ", announced " + size);
        }
        polynomials.addInputRows();
        return polynomials;
    }

    /** The values at tau of the Lagrange polynomials of the domain: (tau^m - 1) / m * root^k / (tau - root^k). */
    private static long[] lagrange(int log2, Scalar tau, Workers workers) {
        int size = 1 << log2;
        Scalar root = Domain.root(log2);
        Scalar numerator = tau.power(size).minus(Scalar.ONE).times(Scalar.of(size).inverted());
        if (numerator.isZero()) {
            throw new IllegalArgumentException("tau is a root of unity of the domain of " + size + " points");
        }
        long[] values = new long[Fr.LIMBS * size];
        int part = Math.min(size, 1 << 12);
        workers.forEach(size / part, number -> lagrangePart(values, number * part, part, root, numerator, tau));
        return values;
    }

    private static void lagrangePart(long[] values, int first, int count, Scalar root, Scalar numerator, Scalar tau) {
        long[] point = new long[Fr.LIMBS];
        long[] step = new long[Fr.LIMBS];
        long[] at = new long[Fr.LIMBS];
        long[] scaled = new long[Fr.LIMBS];
        long[] prefixes = new long[Fr.LIMBS * count];
        long[] differences = new long[Fr.LIMBS * count];
        root.power(first).copyTo(point, 0);
        root.copyTo(step, 0);
        tau.copyTo(at, 0);
        numerator.copyTo(scaled, 0);
        long[] product = new long[Fr.LIMBS];
        Fr.setOne(product, 0);
        for (int k = 0; k < Fr.LIMBS * count; k += Fr.LIMBS) {
            Fr.mul(values, Fr.LIMBS * first + k, point, 0, scaled, 0);
            Fr.sub(differences, k, at, 0, point, 0);
            Fr.FIELD.copy(prefixes, k, product, 0);
            Fr.mul(product, 0, product, 0, differences, k);
            Fr.mul(point, 0, point, 0, step, 0);
        }
        Fr.inverse(product, 0, product, 0);
        for (int k = Fr.LIMBS * (count - 1); k >= 0; k -= Fr.LIMBS) {
            Fr.mul(prefixes, k, prefixes, k, product, 0);
            Fr.mul(values, Fr.LIMBS * first + k, values, Fr.LIMBS * first + k, prefixes, k);
            Fr.mul(product, 0, product, 0, differences, k);
        }
    }

    private void addRow(LinearCombination a, LinearCombination b, LinearCombination c) {
        if (row % PROGRESS_ROWS == 0) {
            progress.checkCancelled();
            progress.advanced(row, size.constraints());
        }
        addTo(u, a);
        addTo(v, b);
        addTo(w, c);
        row++;
    }

    private void addTo(long[] values, LinearCombination combination) {
        for (int term = 0; term < combination.size(); term++) {
            int variable = combination.variable(term);
            int place = Variable.isInput(variable) ? Variable.index(variable) : size.inputs() + variable;
            Fr.mul(product, 0, combination.coefficients(), Fr.LIMBS * term, lagrange, Fr.LIMBS * row);
            Fr.add(values, Fr.LIMBS * place, values, Fr.LIMBS * place, product, 0);
        }
    }

    /** Behind the circuit's rows stands one for each input, with the input alone in A. */
    private void addInputRows() {
        for (int input = 0; input < size.inputs(); input++, row++) {
            Fr.add(u, Fr.LIMBS * input, u, Fr.LIMBS * input, lagrange, Fr.LIMBS * row);
        }
    }

    CircuitSize size() {
        return size;
    }

    /** Values of A's polynomials, four limbs each. */
    long[] u() {
        return u;
    }

    /** Values of B's polynomials. */
    long[] v() {
        return v;
    }

    /** Values of C's polynomials. */
    long[] w() {
        return w;
    }
}
