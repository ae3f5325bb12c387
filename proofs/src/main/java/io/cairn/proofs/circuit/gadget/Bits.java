package io.cairn.proofs.circuit.gadget;

import static io.cairn.proofs.circuit.gadget.Literal.FALSE;
import static io.cairn.proofs.circuit.gadget.Literal.TRUE;
import static io.cairn.proofs.circuit.gadget.Literal.isConstant;
import static io.cairn.proofs.circuit.gadget.Literal.isNegated;
import static io.cairn.proofs.circuit.gadget.Literal.not;
import static io.cairn.proofs.circuit.gadget.Literal.variable;

import io.cairn.proofs.circuit.ConstraintSystem;
import io.cairn.proofs.circuit.Variable;

/** Boolean gadgets over {@link Literal}s; bellpepper-core: src/gadgets/boolean.rs. Constants are folded exactly as there. */
public final class Bits {

    private final Rows rows;
    private final ConstraintSystem system;

    /** Gadgets that write to the given rows. */
    public Bits(Rows rows) {
        this.rows = rows;
        this.system = rows.system();
    }

    /** Allocates a bit and the row that makes it one: (1 - x) * x = 0. */
    public int allocate(boolean value) {
        int x = system.allocateBit(value);
        rows.begin();
        Rows.plus(rows.a, Variable.ONE);
        Rows.minus(rows.a, x);
        Rows.plus(rows.b, x);
        rows.end();
        return Literal.of(x);
    }

    /** Allocates the lowest {@code count} bits of the number, least significant first. */
    public int[] allocate(long number, int count) {
        int[] bits = new int[count];
        for (int i = 0; i < count; i++) {
            bits[i] = allocate((number >>> i & 1) == 1);
        }
        return bits;
    }

    /** The literal's value; false for a variable when the system keeps no values. */
    public boolean value(int literal) {
        return isConstant(literal) ? literal == TRUE : system.bit(variable(literal)) ^ isNegated(literal);
    }

    /** Exclusive or. */
    public int xor(int x, int y) {
        if (isConstant(x)) {
            return x == FALSE ? y : not(y);
        }
        if (isConstant(y)) {
            return y == FALSE ? x : not(x);
        }
        if (isNegated(x) == isNegated(y)) {
            return xorVariables(variable(x), variable(y));
        }
        return isNegated(x) ? not(xorVariables(variable(y), variable(x))) : not(xorVariables(variable(x), variable(y)));
    }

    private int xorVariables(int x, int y) {
        int result = system.allocateBit(system.bit(x) ^ system.bit(y));
        rows.begin();
        Rows.plus(rows.a, Literal.of(x), 1);
        Rows.plus(rows.b, y);
        Rows.plus(rows.c, x);
        Rows.plus(rows.c, y);
        Rows.minus(rows.c, result);
        rows.end();
        return Literal.of(result);
    }

    /** Conjunction. */
    public int and(int x, int y) {
        if (x == FALSE || y == FALSE) {
            return FALSE;
        }
        if (x == TRUE) {
            return y;
        }
        if (y == TRUE) {
            return x;
        }
        return isNegated(x) && !isNegated(y) ? product(y, x) : product(x, y);
    }

    private int product(int x, int y) {
        int result = system.allocateBit(value(x) & value(y));
        rows.begin();
        Rows.plus(rows.a, x, 0);
        Rows.plus(rows.b, y, 0);
        Rows.plus(rows.c, result);
        rows.end();
        return Literal.of(result);
    }

    /** SHA-256's choice: {@code x ? y : z}. */
    public int choose(int x, int y, int z) {
        if (isConstant(x) && isConstant(y) && isConstant(z)) {
            return x == TRUE ? y : z;
        }
        if (x == FALSE) {
            return z;
        }
        if (y == FALSE) {
            return and(not(x), z);
        }
        if (z == FALSE) {
            return and(x, y);
        }
        if (z == TRUE) {
            return not(and(x, not(y)));
        }
        if (y == TRUE) {
            return not(and(not(x), not(z)));
        }
        return chooseVariables(x, y, z);
    }

    private int chooseVariables(int x, int y, int z) {
        int result = system.allocateBit(value(x) ? value(y) : value(z));
        rows.begin();
        Rows.plus(rows.a, y, 0);
        Rows.minus(rows.a, z, 0);
        Rows.plus(rows.b, x, 0);
        Rows.plus(rows.c, result);
        Rows.minus(rows.c, z, 0);
        rows.end();
        return Literal.of(result);
    }

    /** SHA-256's majority of three. */
    public int majority(int x, int y, int z) {
        if (isConstant(x) && isConstant(y) && isConstant(z)) {
            return x == y ? x : z;
        }
        if (x == FALSE) {
            return and(y, z);
        }
        if (y == FALSE) {
            return and(x, z);
        }
        if (z == FALSE) {
            return and(x, y);
        }
        if (z == TRUE) {
            return not(and(not(x), not(y)));
        }
        if (y == TRUE) {
            return not(and(not(x), not(z)));
        }
        if (x == TRUE) {
            return not(and(not(y), not(z)));
        }
        return majorityVariables(x, y, z);
    }

    private int majorityVariables(int x, int y, int z) {
        boolean both = value(y) & value(z);
        int result = system.allocateBit(both | value(x) & (value(y) | value(z)));
        int product = and(y, z);
        rows.begin();
        Rows.plus(rows.a, product, 1);
        Rows.minus(rows.a, y, 0);
        Rows.minus(rows.a, z, 0);
        Rows.plus(rows.b, x, 0);
        Rows.plus(rows.c, product, 0);
        Rows.minus(rows.c, result);
        rows.end();
        return Literal.of(result);
    }
}
