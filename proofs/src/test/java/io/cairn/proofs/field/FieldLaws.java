package io.cairn.proofs.field;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds in every field, written once. */
abstract class FieldLaws {

    private static final int TRIES = 60;
    private final Field field;

    FieldLaws(Field field) {
        this.field = field;
    }

    /** An element that depends on the seed; small seeds give the extremes 0, 1 and -1. */
    abstract long[] element(long seed);

    private interface Operation {
        void apply(long[] out, int o, long[] a, int i, long[] b, int j);
    }

    private long[] apply(Operation operation, long[] a, long[] b) {
        long[] out = new long[field.limbs()];
        operation.apply(out, 0, a, 0, b, 0);
        return out;
    }

    private long[] add(long[] a, long[] b) {
        return apply(field::add, a, b);
    }

    private long[] mul(long[] a, long[] b) {
        return apply(field::mul, a, b);
    }

    @Property(tries = TRIES)
    void additionIsACommutativeGroup(@ForAll long x, @ForAll long y, @ForAll long z) {
        long[] a = element(x);
        long[] b = element(y);
        long[] c = element(z);
        assertArrayEquals(add(a, b), add(b, a));
        assertArrayEquals(add(add(a, b), c), add(a, add(b, c)));
        assertArrayEquals(a, add(a, new long[field.limbs()]));
        long[] negated = new long[field.limbs()];
        field.negate(negated, 0, a, 0);
        assertTrue(field.isZero(add(a, negated), 0));
        assertArrayEquals(a, apply(field::sub, add(a, b), b));
    }

    @Property(tries = TRIES)
    void multiplicationIsCommutativeAssociativeAndDistributes(@ForAll long x, @ForAll long y, @ForAll long z) {
        long[] a = element(x);
        long[] b = element(y);
        long[] c = element(z);
        assertArrayEquals(mul(a, b), mul(b, a));
        assertArrayEquals(mul(mul(a, b), c), mul(a, mul(b, c)));
        assertArrayEquals(mul(a, add(b, c)), add(mul(a, b), mul(a, c)));
        long[] square = new long[field.limbs()];
        field.square(square, 0, a, 0);
        assertArrayEquals(mul(a, a), square);
    }

    @Property(tries = TRIES)
    void everyElementButZeroHasAnInverse(@ForAll long x) {
        long[] a = element(x);
        long[] inverse = new long[field.limbs()];
        field.inverse(inverse, 0, a, 0);
        long[] one = new long[field.limbs()];
        field.setOne(one, 0);
        assertArrayEquals(field.isZero(a, 0) ? a : one, mul(a, inverse));
        assertArrayEquals(a, mul(a, one));
    }

    @Property(tries = 5)
    void raisingToTheOrderChangesNothing(@ForAll long x) {
        long[] a = element(x);
        long[] out = new long[field.limbs()];
        field.power(out, 0, a, 0, field.order());
        assertArrayEquals(a, out);
        field.power(out, 0, a, 0, BigInteger.valueOf(19));
        long[] product = a;
        for (int k = 1; k < 19; k++) {
            product = mul(product, a);
        }
        assertArrayEquals(product, out);
    }

    @Property(tries = TRIES)
    void resultsMayOverwriteOperands(@ForAll long x, @ForAll long y) {
        for (Operation operation : new Operation[] {field::add, field::sub, field::mul}) {
            long[] a = element(x);
            long[] b = element(y);
            long[] expected = apply(operation, a, b);
            long[] left = a.clone();
            operation.apply(left, 0, left, 0, b, 0);
            assertArrayEquals(expected, left);
            long[] right = b.clone();
            operation.apply(right, 0, a, 0, right, 0);
            assertArrayEquals(expected, right);
        }
        long[] a = element(x);
        field.square(a, 0, a, 0);
        assertArrayEquals(mul(element(x), element(x)), a);
    }

    @Property(tries = TRIES)
    void operationsKeepToTheirOffsets(@ForAll long x, @ForAll long y) {
        int n = field.limbs();
        long[] memory = new long[3 * n + 2];
        Arrays.fill(memory, 77);
        System.arraycopy(element(x), 0, memory, 1, n);
        System.arraycopy(element(y), 0, memory, n + 1, n);
        field.mul(memory, 2 * n + 1, memory, 1, memory, n + 1);
        assertTrue(memory[0] == 77 && memory[3 * n + 1] == 77);
        assertArrayEquals(mul(element(x), element(y)), Arrays.copyOfRange(memory, 2 * n + 1, 3 * n + 1));
    }
}
