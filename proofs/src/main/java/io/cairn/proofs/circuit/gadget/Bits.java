package io.cairn.proofs.circuit.gadget;

import static io.cairn.proofs.circuit.gadget.Literal.FALSE;
import static io.cairn.proofs.circuit.gadget.Literal.TRUE;
import static io.cairn.proofs.circuit.gadget.Literal.isConstant;
import static io.cairn.proofs.circuit.gadget.Literal.isNegated;
import static io.cairn.proofs.circuit.gadget.Literal.not;
import static io.cairn.proofs.circuit.gadget.Literal.positive;
import static io.cairn.proofs.circuit.gadget.Literal.variable;

import io.cairn.proofs.circuit.ConstraintSystem;

/** Boolean gadgets over {@link Literal}s; bellpepper-core: src/gadgets/boolean.rs. Constants are folded exactly as there. */
public final class Bits {

    private final Rows rows;
    private final ConstraintSystem system;
    private final boolean assigned;

    /** Gadgets that write to the given rows. */
    public Bits(Rows rows) {
        this.rows = rows;
        this.system = rows.system();
        this.assigned = system.assigned();
    }

    /** Allocates a bit and the row that makes it one: (1 - x) * x = 0. */
    public int allocate(boolean value) {
        int operands = Gate.operands(value, false, false);
        return write(Gate.BIT, operands, FALSE, FALSE, FALSE, FALSE, allocate(Gate.BIT, operands));
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
            return gate(Gate.XOR, positive(x), positive(y), FALSE);
        }
        return not(isNegated(x) ? gate(Gate.XOR, y, positive(x), FALSE) : gate(Gate.XOR, x, positive(y), FALSE));
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
        return isNegated(x) && !isNegated(y) ? gate(Gate.AND, y, x, FALSE) : gate(Gate.AND, x, y, FALSE);
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
        return gate(Gate.CHOOSE, x, y, z);
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
        int operands = operands(x, y, z);
        int result = allocate(Gate.MAJORITY, operands);
        return write(Gate.MAJORITY, operands, x, y, z, and(y, z), result);
    }

    private int gate(Gate gate, int x, int y, int z) {
        int operands = operands(x, y, z);
        return write(gate, operands, x, y, z, FALSE, allocate(gate, operands));
    }

    private int operands(int x, int y, int z) {
        return Gate.operands(value(x), value(y), value(z));
    }

    private int allocate(Gate gate, int operands) {
        return Literal.of(system.allocateBit(gate.result(operands)));
    }

    /** Appends the gate's row, of which a witness needs the values alone; answers the result. */
    private int write(Gate gate, int operands, int x, int y, int z, int product, int result) {
        if (assigned) {
            system.row(gate.rowValues(), Gate.at(operands));
        } else {
            rows.begin();
            gate.write(rows, x, y, z, product, result);
            rows.end();
        }
        return result;
    }
}
