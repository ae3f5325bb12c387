package io.cairn.proofs.circuit;

/**
 * Size of a circuit. Variables are numbered by ints, see {@link Variable}: the largest circuit of the network has some 2^27 of them.
 *
 * @param inputs      public inputs with the constant one
 * @param aux         auxiliary variables
 * @param constraints rows, without those that setup and prover append for the inputs
 */
public record CircuitSize(int inputs, int aux, int constraints) {

    /** Size of the evaluation domain: the smallest power of two that holds all rows and one more row for each input. */
    public long domain() {
        return 1L << domainLog2();
    }

    /** Binary logarithm of {@link #domain()}. */
    public int domainLog2() {
        long rows = (long) constraints + inputs;
        return rows <= 1 ? 0 : 64 - Long.numberOfLeadingZeros(rows - 1);
    }

    /** The sum of both. */
    public CircuitSize plus(CircuitSize other) {
        return new CircuitSize(Math.addExact(inputs, other.inputs), Math.addExact(aux, other.aux), Math.addExact(constraints, other.constraints));
    }

    /** This size less the other. */
    public CircuitSize minus(CircuitSize other) {
        return new CircuitSize(inputs - other.inputs, aux - other.aux, constraints - other.constraints);
    }

    /** This size, {@code count} times. */
    public CircuitSize times(int count) {
        return new CircuitSize(Math.multiplyExact(inputs, count), Math.multiplyExact(aux, count), Math.multiplyExact(constraints, count));
    }
}
