package io.cairn.proofs.pairing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.cairn.proofs.curve.G1;
import io.cairn.proofs.curve.G2;
import io.cairn.proofs.curve.Point;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.field.WithVectorsOnly;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AddLifecycleHook;

@Tag("vector")
class PairingTest {

    private static Scalar scalar(long seed) {
        return Scalar.of(BigInteger.valueOf(seed).multiply(BigInteger.valueOf(seed)).add(BigInteger.TWO).pow(3));
    }

    @Property(tries = 5)
    void thePairingIsBilinear(@ForAll long x, @ForAll long y) {
        Scalar a = scalar(x);
        Scalar b = scalar(y);
        Gt expected = PlainPowers.power(Pairing.of(G1.GENERATOR, G2.GENERATOR), a.times(b));
        assertEquals(expected, Pairing.of(G1.GENERATOR.times(a), G2.GENERATOR.times(b)));
        assertEquals(expected, Pairing.of(G1.GENERATOR.times(a.times(b)), G2.GENERATOR));
        assertEquals(expected, Pairing.of(G1.GENERATOR, G2.GENERATOR.times(a.times(b))));
    }

    @Property(tries = 5)
    void aProductIsThePairingsMultiplied(@ForAll long x, @ForAll long y) {
        Point p = G1.GENERATOR.times(scalar(x));
        Point q = G2.GENERATOR.times(scalar(y));
        Gt product = new Pairing().with(p, PreparedG2.of(G2.GENERATOR)).with(G1.GENERATOR, PreparedG2.of(q)).product();
        assertEquals(Pairing.of(p, G2.GENERATOR).times(Pairing.of(G1.GENERATOR, q)), product);
        assertEquals(Gt.one(), new Pairing().with(p, PreparedG2.of(q)).with(p.negated(), PreparedG2.of(q)).product());
    }

    @AddLifecycleHook(WithVectorsOnly.class)
    @Property(tries = 3)
    void bothFormsOfTheFieldGiveTheSame(@ForAll long x, @ForAll long y) {
        Pairing pairing = new Pairing().with(G1.GENERATOR.times(scalar(x)), PreparedG2.of(G2.GENERATOR))
                .with(G1.GENERATOR, PreparedG2.of(G2.GENERATOR.times(scalar(y))));
        assertArrayEquals(pairing.product(new WordTargetField()), pairing.product(new RowTargetField()));
    }

    @AddLifecycleHook(WithVectorsOnly.class)
    @Property(tries = 3)
    void bothFormsPrepareTheSameLines(@ForAll long x, @ForAll @IntRange(min = 1, max = 6) int count) {
        List<long[]> points = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            points.add(G2.GENERATOR.times(scalar(x + k)).toAffine());
        }
        List<long[]> inRows = new RowTargetField().preparedLines(points);
        List<long[]> inWords = new WordTargetField().preparedLines(points);
        for (int k = 0; k < count; k++) {
            assertArrayEquals(inWords.get(k), inRows.get(k));
        }
    }

    @Example
    void infinityPairsToOneAndTheOrderIsRight() {
        Gt generator = Pairing.of(G1.GENERATOR, G2.GENERATOR);
        assertNotEquals(Gt.one(), generator);
        assertEquals(Gt.one(), Pairing.of(Point.infinity(G1.CURVE), G2.GENERATOR));
        assertEquals(Gt.one(), Pairing.of(G1.GENERATOR, Point.infinity(G2.CURVE)));
        assertEquals(Gt.one(), generator.times(PlainPowers.power(generator, Scalar.of(Fr.MODULUS.subtract(BigInteger.ONE)))));
    }

    @Example
    void thePairingOfTheGeneratorsIsTheKnownOne() throws Exception {
        byte[] compressed = Pairing.of(G1.GENERATOR, G2.GENERATOR).toCompressed();
        assertEquals("2276128cd9326ecb99f8bb25ea892beed11ca9e3323e9d5aca77d51c66f026ae",
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(compressed)));
    }
}
