package io.cairn.proofs.circuit.gadget;

import io.cairn.proofs.circuit.ConstraintSystem;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.hash.Poseidon;
import io.cairn.proofs.hash.PoseidonTrace;
import io.cairn.proofs.hash.SBoxListener;

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
    /** S-boxes of this hash that have passed. */
    private int passed;

    PoseidonWitness(ConstraintSystem system, Poseidon poseidon) {
        this.system = system;
        this.trace = poseidon.trace(this::write);
        this.arity = poseidon.arity();
        this.preimage = new long[Fr.LIMBS * arity];
        Fr.setOne(one, 0);
    }

    /** A new number: the hash. */
    int hash(int[] numbers) {
        for (int i = 0; i < arity; i++) {
            system.value(numbers[i], preimage, Fr.LIMBS * i);
        }
        passed = 0;
        trace.hash(preimage, digest);
        return define(digest);
    }

    /**
     * The domain tag is a constant, which costs no row. The elements of the preimage, which come next, are variables already; what goes into an S-box later is
     * a sum of variables and becomes one.
     */
    private void write(long[] box) {
        if (passed > arity) {
            define(box);
        }
        if (passed > 0) {
            product(box, SBoxListener.X, SBoxListener.X, SBoxListener.SQUARE);
            system.allocate(box, SBoxListener.SQUARE);
            product(box, SBoxListener.SQUARE, SBoxListener.SQUARE, SBoxListener.FOURTH);
            system.allocate(box, SBoxListener.FOURTH);
            product(box, SBoxListener.X, SBoxListener.FOURTH, SBoxListener.FIFTH);
            system.allocate(box, SBoxListener.OUT);
        }
        passed++;
    }

    /** A new variable that equals a sum, the first element of the array: the row sum * 1 = variable. */
    private int define(long[] values) {
        System.arraycopy(values, 0, row, A, Fr.LIMBS);
        System.arraycopy(one, 0, row, B, Fr.LIMBS);
        System.arraycopy(values, 0, row, C, Fr.LIMBS);
        system.row(row, 0);
        return system.allocate(values, 0);
    }

    private void product(long[] values, int a, int b, int c) {
        System.arraycopy(values, a, row, A, Fr.LIMBS);
        System.arraycopy(values, b, row, B, Fr.LIMBS);
        System.arraycopy(values, c, row, C, Fr.LIMBS);
        system.row(row, 0);
    }
}
