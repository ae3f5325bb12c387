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
