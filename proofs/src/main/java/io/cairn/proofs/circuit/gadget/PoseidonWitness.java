package io.cairn.proofs.circuit.gadget;

import io.cairn.proofs.circuit.ConstraintSystem;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.hash.PoseidonTrace;
import io.cairn.proofs.hash.SBox;

/** Variables and rows of Poseidon hashes of one arity by their values alone, in the order of {@link PoseidonTemplate}: the rows are the hash's own S-boxes. */
final class PoseidonWitness {

    private static final int A = 0;
    private static final int B = Fr.LIMBS;
    private static final int C = 2 * Fr.LIMBS;

    private final ConstraintSystem system;
    private final PoseidonTrace trace;
    private final int arity;
    private final long[] preimage;
    private final long[] digest = new long[Fr.LIMBS];
    private final long[] one = new long[Fr.LIMBS];
    private final long[] row = new long[Rows.VALUES];

    PoseidonWitness(ConstraintSystem system, int arity, PoseidonTrace trace) {
        this.system = system;
        this.trace = trace;
        this.arity = arity;
        this.preimage = new long[Fr.LIMBS * arity];
        Fr.setOne(one, 0);
    }

    /** A new number: the hash. */
    int hash(int[] numbers) {
        for (int i = 0; i < arity; i++) {
            system.value(numbers[i], preimage, Fr.LIMBS * i);
        }
        trace.hash(preimage, digest, 0);
        long[] boxes = trace.boxes();
        for (int box = 1; box < trace.count(); box++) { // The domain tag is a constant, which costs no row.
            write(boxes, SBox.LIMBS * box, box > arity);
        }
        return define(digest, 0);
    }

    /** The elements of the preimage are variables already; what else goes into an S-box is a sum of variables and becomes one. */
    private void write(long[] boxes, int x, boolean ofSum) {
        if (ofSum) {
            define(boxes, x);
        }
        product(boxes, x, x, x + SBox.SQUARE);
        system.allocate(boxes, x + SBox.SQUARE);
        product(boxes, x + SBox.SQUARE, x + SBox.SQUARE, x + SBox.FOURTH);
        system.allocate(boxes, x + SBox.FOURTH);
        product(boxes, x, x + SBox.FOURTH, x + SBox.FIFTH);
        system.allocate(boxes, x + SBox.OUT);
    }

    /** A new variable that equals a sum: the row sum * 1 = variable. */
    private int define(long[] values, int at) {
        System.arraycopy(values, at, row, A, Fr.LIMBS);
        System.arraycopy(one, 0, row, B, Fr.LIMBS);
        System.arraycopy(values, at, row, C, Fr.LIMBS);
        system.row(row, 0);
        return system.allocate(values, at);
    }

    private void product(long[] values, int a, int b, int c) {
        System.arraycopy(values, a, row, A, Fr.LIMBS);
        System.arraycopy(values, b, row, B, Fr.LIMBS);
        System.arraycopy(values, c, row, C, Fr.LIMBS);
        system.row(row, 0);
    }
}
