package io.cairn.proofs.field;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class Fq12Test extends ExtensionFieldLaws {

    private static final Fq12 FIELD = Fq12.FIELD;

    Fq12Test() {
        super(FIELD);
    }

    @Property(tries = 5)
    void frobeniusRaisesToTheBaseFieldsOrder(@ForAll long seed) {
        long[] expected = new long[Fq12.LIMBS];
        FIELD.power(expected, 0, element(seed), 0, Fq.MODULUS);
        long[] out = new long[Fq12.LIMBS];
        FIELD.frobenius(out, 0, element(seed), 0);
        assertArrayEquals(expected, out);
    }

    @Property(tries = 10)
    void squaresInTheCyclotomicSubgroupAreSquares(@ForAll long seed) {
        long[] a = cyclotomic(element(seed));
        long[] expected = new long[Fq12.LIMBS];
        FIELD.square(expected, 0, a, 0);
        long[] out = new long[Fq12.LIMBS];
        FIELD.squareCyclotomic(out, 0, a, 0);
        assertArrayEquals(expected, out);
        FIELD.squareCyclotomic(a, 0, a, 0);
        assertArrayEquals(expected, a);
    }

    /** a^((p^6 - 1) (p^2 + 1)). */
    private static long[] cyclotomic(long[] a) {
        long[] t = new long[Fq12.LIMBS];
        FIELD.inverse(t, 0, a, 0);
        FIELD.conjugate(a, 0, a, 0);
        FIELD.mul(a, 0, a, 0, t, 0);
        FIELD.frobenius(t, 0, a, 0);
        FIELD.frobenius(t, 0, t, 0);
        FIELD.mul(a, 0, a, 0, t, 0);
        return a;
    }

    @Property(tries = 20)
    void aLineIsMultipliedLikeAnyElement(@ForAll long x, @ForAll long y) {
        long[] line = element(y);
        long[] full = new long[Fq12.LIMBS];
        System.arraycopy(line, 0, full, 0, 2 * Fq2.LIMBS);
        System.arraycopy(line, 2 * Fq2.LIMBS, full, Fq6.LIMBS + Fq2.LIMBS, Fq.LIMBS);
        long[] expected = new long[Fq12.LIMBS];
        FIELD.mul(expected, 0, element(x), 0, full, 0);
        long[] out = new long[Fq12.LIMBS];
        FIELD.mulByLine(out, 0, element(x), 0, line, 0, Fq2.LIMBS, 2 * Fq2.LIMBS);
        assertArrayEquals(expected, out);
    }
}
