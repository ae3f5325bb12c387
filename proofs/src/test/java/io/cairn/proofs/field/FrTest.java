package io.cairn.proofs.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FrTest extends PrimeFieldLaws {

    FrTest() {
        super(Fr.FIELD);
    }

    @Override
    long[] of(BigInteger value) {
        long[] out = new long[Fr.LIMBS];
        Fr.fromBigInteger(out, 0, value);
        return out;
    }

    @Override
    BigInteger integer(long[] element) {
        return Fr.toBigInteger(element, 0);
    }

    @Property(tries = 20)
    void bytesComeBack(@ForAll long seed) {
        long[] back = new long[Fr.LIMBS];
        Fr.fromBytes(back, 0, Fr.toBytes(element(seed), 0));
        assertEquals(integer(element(seed)), integer(back));
    }
}
