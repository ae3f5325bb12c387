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
        return peak(size, 1);
    }

    /** The same of so many proofs of one circuit in a batch: the quotients are computed one after the other. */
    static long peak(CircuitSize size, int count) {
        return Math.max((count - 1) * FrVector.bytes(size.domain()) + quotient(size) + count * witness(size), afterQuotients(size, count));
    }

    /** What a batch takes when its quotients are summed: the witnesses, and which auxiliary variables occur in A and variables in B. */
    static long afterQuotients(CircuitSize size, int count) {
        return count * witness(size) + Selection.bytes(2L * size.aux() + size.inputs());
    }

    /** How many proofs go into a batch for which so many bytes are free: at least one. */
    static int atOnce(CircuitSize size, long free, int most) {
        int count = most;
        while (count > 1 && peak(size, count) > free) {
            count--;
        }
        return count;
    }

    /** Values of the variables, which are needed to the end. */
    static long witness(CircuitSize size) {
        return FrVector.bytes((long) size.inputs() + size.aux());
    }

    /** Rows of A, B and C and the twiddle factors. */
    static long quotient(CircuitSize size) {
        return FrVector.bytes(3 * size.domain() + Twiddles.count(size.domainLog2()));
    }
}
