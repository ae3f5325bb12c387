package io.cairn.proofs.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A prime field agrees with integers modulo its order, at the extremes of its limbs too. */
abstract class PrimeFieldLaws extends FieldLaws {

    private final Field field;

    PrimeFieldLaws(Field field) {
        super(field);
        this.field = field;
    }

    abstract long[] of(BigInteger value);

    abstract BigInteger integer(long[] element);

    @Override
    long[] element(long seed) {
        return of(integerOf(seed));
    }

    private BigInteger integerOf(long seed) {
        if (seed >= -5 && seed <= 5) {
            return BigInteger.valueOf(seed).mod(field.order());
        }
        Random random = new Random(seed);
        BigInteger value = new BigInteger(field.order().bitLength(), random);
        if ((seed & 3) == 0) {
            value = value.or(BigInteger.ONE.shiftLeft(192).subtract(BigInteger.ONE));
        }
        return value.mod(field.order());
    }

    @Property(tries = 500)
    void agreesWithIntegers(@ForAll long x, @ForAll long y) {
        BigInteger a = integerOf(x);
        BigInteger b = integerOf(y);
        long[] out = new long[field.limbs()];
        field.add(out, 0, of(a), 0, of(b), 0);
        assertEquals(a.add(b).mod(field.order()), integer(out));
        field.sub(out, 0, of(a), 0, of(b), 0);
        assertEquals(a.subtract(b).mod(field.order()), integer(out));
        field.mul(out, 0, of(a), 0, of(b), 0);
        assertEquals(a.multiply(b).mod(field.order()), integer(out));
        field.square(out, 0, of(a), 0);
        assertEquals(a.multiply(a).mod(field.order()), integer(out));
    }
}
