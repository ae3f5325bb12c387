package io.cairn.proofs.circuit.gadget;

import io.cairn.proofs.circuit.LinearCombination;
import io.cairn.proofs.circuit.Structure;
import io.cairn.proofs.field.Fr;

/**
 * A row that binds one bit to up to three others. It is written once, with literals; a witness takes the row's values out of a table, which is that same row
 * written with constants for literals.
 */
enum Gate {

    /** (1 - result) * result = 0; result is x. */
    BIT {
        @Override
        boolean of(boolean x, boolean y, boolean z) {
            return x;
        }

        @Override
        void write(Rows rows, int x, int y, int z, int product, int result) {
            Rows.plus(rows.a, Literal.not(result), 0);
            Rows.plus(rows.b, result, 0);
        }
    },

    /** 2x * y = x + y - result. */
    XOR {
        @Override
        boolean of(boolean x, boolean y, boolean z) {
            return x ^ y;
        }

        @Override
        void write(Rows rows, int x, int y, int z, int product, int result) {
            Rows.plus(rows.a, x, 1);
            Rows.plus(rows.b, y, 0);
            Rows.plus(rows.c, x, 0);
            Rows.plus(rows.c, y, 0);
            Rows.minus(rows.c, result, 0);
        }
    },

    /** x * y = result. */
    AND {
        @Override
        boolean of(boolean x, boolean y, boolean z) {
            return x & y;
        }

        @Override
        void write(Rows rows, int x, int y, int z, int product, int result) {
            Rows.plus(rows.a, x, 0);
            Rows.plus(rows.b, y, 0);
            Rows.plus(rows.c, result, 0);
        }
    },

    /** (y - z) * x = result - z. */
    CHOOSE {
        @Override
        boolean of(boolean x, boolean y, boolean z) {
            return x ? y : z;
        }

        @Override
        void write(Rows rows, int x, int y, int z, int product, int result) {
            Rows.plus(rows.a, y, 0);
            Rows.minus(rows.a, z, 0);
            Rows.plus(rows.b, x, 0);
            Rows.plus(rows.c, result, 0);
            Rows.minus(rows.c, z, 0);
        }
    },

    /** (2 product - y - z) * x = product - result, where product is y * z. */
    MAJORITY {
        @Override
        boolean of(boolean x, boolean y, boolean z) {
            return x & y | x & z | y & z;
        }

        @Override
        void write(Rows rows, int x, int y, int z, int product, int result) {
            Rows.plus(rows.a, product, 1);
            Rows.minus(rows.a, y, 0);
            Rows.minus(rows.a, z, 0);
            Rows.plus(rows.b, x, 0);
            Rows.plus(rows.c, product, 0);
            Rows.minus(rows.c, result, 0);
        }
    };

    private static final int X = 1;
    private static final int Y = 2;
    private static final int Z = 4;
    private static final int CASES = 8;

    private final boolean[] results = new boolean[CASES];
    private final long[] rowValues = new long[CASES * Rows.VALUES];

    Gate() {
        for (int operands = 0; operands < CASES; operands++) {
            boolean x = (operands & X) != 0;
            boolean y = (operands & Y) != 0;
            boolean z = (operands & Z) != 0;
            results[operands] = of(x, y, z);
            evaluate(operands, Literal.constant(x), Literal.constant(y), Literal.constant(z), Literal.constant(y & z));
        }
    }

    /** With constants alone, each side of the row is a multiple of one, or nothing. */
    private void evaluate(int operands, int x, int y, int z, int product) {
        Structure.rows(system -> {
            Rows rows = new Rows(system).begin();
            write(rows, x, y, z, product, Literal.constant(results[operands]));
            rows.end();
        }, (a, b, c) -> {
            int at = at(operands);
            constant(a, at);
            constant(b, at + Fr.LIMBS);
            constant(c, at + 2 * Fr.LIMBS);
        });
    }

    private void constant(LinearCombination side, int at) {
        if (side.size() > 0) {
            System.arraycopy(side.coefficients(), 0, rowValues, at, Fr.LIMBS);
        }
    }

    /** The bit that the row asks for. */
    abstract boolean of(boolean x, boolean y, boolean z);

    /** Writes the row. */
    abstract void write(Rows rows, int x, int y, int z, int product, int result);

    /** Three operands as one number. */
    static int operands(boolean x, boolean y, boolean z) {
        return (x ? X : 0) | (y ? Y : 0) | (z ? Z : 0);
    }

    /** The bit that the row asks for. */
    boolean result(int operands) {
        return results[operands];
    }

    /** Values of A, B and C for all operands, those of some at {@link #at}. */
    long[] rowValues() {
        return rowValues;
    }

    static int at(int operands) {
        return operands * Rows.VALUES;
    }
}
