package io.cairn.proofs.pairing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cairn.proofs.curve.G1;
import io.cairn.proofs.curve.G2;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GtTest {

    private static final Gt GENERATOR = Pairing.of(G1.GENERATOR, G2.GENERATOR);

    @Test
    void productsOfPowersAreThoseOfSinglePowers() {
        Random random = new Random(7);
        List<Scalar> exponents = List.of(Scalar.ZERO, Scalar.ONE, Scalar.ONE.negated(), Scalar.of(new BigInteger("d201000000010000", 16)),
                Scalar.of(0xd201000000010000L >>> 1), Scalar.of(BigInteger.ONE.shiftLeft(64)), Scalar.of(new BigInteger(250, random)),
                Scalar.of(Fr.MODULUS.shiftRight(1)), Scalar.of(new BigInteger(254, random)));
        GtPowers powers = new GtPowers();
        Gt expected = Gt.one();
        Gt element = GENERATOR;
        for (Scalar exponent : exponents) {
            assertEquals(PlainPowers.power(element, exponent), new GtPowers().with(element, exponent).product(), exponent.toString());
            powers.with(element, exponent);
            expected = expected.times(PlainPowers.power(element, exponent));
            element = PlainPowers.power(element, Scalar.of(12345));
        }
        assertEquals(expected, powers.product());
        assertEquals(Gt.one(), new GtPowers().product());
    }

    @Test
    void isReadAsItWasWritten() {
        for (int k = 1; k < 5; k++) {
            Gt element = PlainPowers.power(GENERATOR, Scalar.of(7L * k));
            assertEquals(element, GtEncoding.fromCompressed(element.toCompressed()));
            byte[] bytes = GtEncoding.toUncompressed(element);
            assertEquals(576, bytes.length);
        }
    }

    @Test
    void refusesWhatIsNotInTheGroup() {
        byte[] bytes = GENERATOR.toCompressed();
        bytes[0] ^= 1;
        assertThrows(IllegalArgumentException.class, () -> GtEncoding.fromCompressed(bytes));
        assertThrows(IllegalArgumentException.class, () -> GtEncoding.fromCompressed(new byte[288]));
        assertThrows(IllegalArgumentException.class, () -> GtEncoding.fromCompressed(new byte[287]));
        byte[] tooLarge = GENERATOR.toCompressed();
        tooLarge[47] = (byte) 0xff;
        assertThrows(IllegalArgumentException.class, () -> GtEncoding.fromCompressed(tooLarge));
        assertArrayEquals(GENERATOR.toCompressed(), GtEncoding.fromCompressed(GENERATOR.toCompressed()).toCompressed());
    }
}
