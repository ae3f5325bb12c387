package io.cairn.proofs.groth16;

import io.cairn.proofs.circuit.CircuitSize;
import io.cairn.proofs.field.FrVector;

/**
 * Memory outside the heap that a proof takes, which the size of its circuit alone decides. It is at its most while the quotient is computed; afterwards the rows
 * and the domain's tables give way to what the sums need. The heap holds the circuit itself, two bits a variable and the sums' buckets.
 */
public final class ProofMemory {

    private ProofMemory() {
    }

    /** The most bytes at a time. */
    public static long peak(CircuitSize size) {
        return witness(size) + Math.max(quotient(size), sums(size));
    }

    /** Values of the variables, which are needed to the end. */
    static long witness(CircuitSize size) {
        return FrVector.bytes((long) size.inputs() + size.aux());
    }

    /** Rows of A, B and C and the twiddle factors. */
    static long quotient(CircuitSize size) {
        return FrVector.bytes(3 * size.domain() + Twiddles.count(size.domainLog2()));
    }

    /** At most: the auxiliary variables that occur in A, the inputs and auxiliary variables that occur in B. */
    static long sums(CircuitSize size) {
        return Selection.bytes(2L * size.aux() + size.inputs());
    }
}
