package io.cairn.proofs.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FqTest extends PrimeFieldLaws {

    FqTest() {
        super(Fq.FIELD);
    }

    @Override
    long[] of(BigInteger value) {
        long[] out = new long[Fq.LIMBS];
        Fq.fromBigInteger(out, 0, value);
        return out;
    }

    @Override
    BigInteger integer(long[] element) {
        return Fq.toBigInteger(element, 0);
    }

    @Property(tries = 20)
    void bytesComeBack(@ForAll long seed) {
        long[] back = new long[Fq.LIMBS];
        Fq.fromBytes(back, 0, Fq.toBytes(element(seed), 0));
        assertEquals(integer(element(seed)), integer(back));
    }
}
