package io.cairn.proofs.circuit.gadget;

import io.cairn.proofs.circuit.ConstraintSystem;
import io.cairn.proofs.circuit.Variable;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;
import java.util.Arrays;

/**
 * Number gadgets; bellpepper-core: src/gadgets/num.rs, bellperson: src/gadgets/multipack.rs, rust-fil-proofs:
 * storage-proofs-core/src/gadgets/constraint.rs, encode.rs.
 */
public final class Numbers {

    /** Bits of a field element. */
    public static final int FIELD_BITS = 255;
    /** Bits that always fit a field element. */
    public static final int CAPACITY = 254;

    private final Rows rows;
    private final ConstraintSystem system;
    private final Bits bits;
    private final long[] x = new long[Fr.LIMBS];
    private final long[] y = new long[Fr.LIMBS];

    /** Gadgets that write to the given rows. */
    public Numbers(Rows rows) {
        this.rows = rows;
        this.system = rows.system();
        this.bits = new Bits(rows);
    }

    /** Allocates a private number; adds no row. */
    public int allocate(Scalar value) {
        value.copyTo(x, 0);
        return system.allocate(x, 0);
    }

    /**
     * Allocates a private number by its 32 canonical little-endian bytes, which are not looked at without a witness.
     *
     * @throws IllegalArgumentException if they are none
     */
    public int allocate(byte[] value) {
        if (system.assigned()) {
            Fr.fromBytes(x, 0, value);
        }
        return system.allocate(x, 0);
    }

    /** Allocates private numbers in order. */
    public int[] allocate(Scalar[] values) {
        int[] variables = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            variables[i] = allocate(values[i]);
        }
        return variables;
    }

    /** Makes the number a public input: a new input and the row input * 1 = number. */
    public void makePublic(int number) {
        system.value(number, x, 0);
        int input = system.allocateInput(x, 0);
        rows.begin();
        Rows.plus(rows.a, input);
        Rows.plus(rows.b, Variable.ONE);
        Rows.plus(rows.c, number);
        rows.end();
    }

    /** The row left * 1 = right. */
    public void equal(int left, int right) {
        rows.begin();
        Rows.plus(rows.a, left);
        Rows.plus(rows.b, Variable.ONE);
        Rows.plus(rows.c, right);
        rows.end();
    }

    /** A new number that is the sum. */
    public int sum(int... terms) {
        Arrays.fill(x, 0);
        for (int term : terms) {
            system.value(term, y, 0);
            Fr.add(x, 0, x, 0, y, 0);
        }
        int sum = system.allocate(x, 0);
        rows.begin();
        for (int term : terms) {
            Rows.plus(rows.a, term);
        }
        Rows.plus(rows.b, Variable.ONE);
        Rows.plus(rows.c, sum);
        rows.end();
        return sum;
    }

    /** A new number that is the product. */
    public int product(int left, int right) {
        system.value(left, x, 0);
        system.value(right, y, 0);
        Fr.mul(x, 0, x, 0, y, 0);
        int product = system.allocate(x, 0);
        rows.begin();
        Rows.plus(rows.a, left);
        Rows.plus(rows.b, right);
        Rows.plus(rows.c, product);
        rows.end();
        return product;
    }

    /** A new number that is {@code factor * number + summand}; both constants are not negative. */
    public int linear(long factor, int number, long summand) {
        Fr.fromLong(y, 0, factor);
        system.value(number, x, 0);
        Fr.mul(x, 0, x, 0, y, 0);
        rows.begin();
        rows.a.add(number, y, 0);
        Fr.fromLong(y, 0, summand);
        Fr.add(x, 0, x, 0, y, 0);
        rows.a.add(Variable.ONE, y, 0);
        int result = system.allocate(x, 0);
        Rows.plus(rows.b, Variable.ONE);
        Rows.plus(rows.c, result);
        rows.end();
        return result;
    }

    /** A new number that is {@code condition ? number : 0}. */
    public int numberIf(int condition, int number) {
        Arrays.fill(x, 0);
        if (bits.value(condition)) {
            system.value(number, x, 0);
        }
        int result = system.allocate(x, 0);
        rows.begin();
        Rows.plus(rows.a, number);
        Rows.plus(rows.b, condition, 0);
        Rows.plus(rows.c, result);
        rows.end();
        return result;
    }

    /** A new number that is {@code condition ? left : right}. */
    public int pick(int condition, int left, int right) {
        system.value(bits.value(condition) ? left : right, x, 0);
        int picked = system.allocate(x, 0);
        rows.begin();
        Rows.plus(rows.a, right);
        Rows.minus(rows.a, left);
        Rows.plus(rows.b, condition, 0);
        Rows.plus(rows.c, right);
        Rows.minus(rows.c, picked);
        rows.end();
        return picked;
    }

    /**
     * The 255 bits of the number, least significant first. Not strict: the rows also accept the bits of number + r where they fit; the
     * witness always has the canonical ones.
     */
    public int[] toBits(int number) {
        int[] result = bitsOf(number);
        rows.begin();
        for (int i = 0; i < FIELD_BITS; i++) {
            Rows.plus(rows.c, result[i], i);
        }
        Rows.minus(rows.c, number);
        rows.end();
        return result;
    }

    /** The same bits, bound to the number by a row of another form; rust-fil-proofs: storage-proofs-update/src/gadgets.rs. */
    public int[] toPackedBits(int number) {
        int[] result = bitsOf(number);
        bindPacked(result, number);
        return result;
    }

    private int[] bitsOf(int number) {
        system.value(number, x, 0);
        Fr.toCanonical(x, 0, x, 0);
        int[] result = new int[FIELD_BITS];
        for (int i = 0; i < FIELD_BITS; i++) {
            result[i] = bits.allocate((x[i >>> 6] >>> i & 1) == 1);
        }
        return result;
    }

    /** A new number made of the first 254 bits, or fewer where there are fewer, least significant first. */
    public int pack(int[] literals) {
        int count = Math.min(literals.length, CAPACITY);
        valueOf(literals, count);
        int packed = system.allocate(x, 0);
        bindPacked(Arrays.copyOf(literals, count), packed);
        return packed;
    }

    /** A public input made of at most 254 bits, least significant first. No bits, no input. */
    public void packPublic(int[] literals) {
        if (literals.length > CAPACITY) {
            throw new IllegalArgumentException(literals.length + " bits do not fit one public input, expected at most " + CAPACITY);
        }
        if (literals.length > 0) {
            valueOf(literals, literals.length);
            int packed = system.allocateInput(x, 0);
            bindPacked(literals, packed);
        }
    }

    private void valueOf(int[] literals, int count) {
        Arrays.fill(x, 0);
        for (int i = 0; i < count; i++) {
            if (bits.value(literals[i])) {
                x[i >>> 6] |= 1L << i;
            }
        }
        Fr.toMontgomery(x, 0, x, 0);
    }

    /** The row that makes the number the one whose bits these are, least significant first; at most 255. */
    public void bindPacked(int[] literals, int packed) {
        rows.begin();
        for (int i = 0; i < literals.length; i++) {
            Rows.plus(rows.a, literals[i], i);
        }
        Rows.plus(rows.b, Variable.ONE);
        Rows.plus(rows.c, packed);
        rows.end();
    }
}
