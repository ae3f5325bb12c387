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

    /** Elements whose words are runs of zeros and ones as wide as limbs are, so that columns of products are as small and as large as they get. */
    @Property(tries = 1000)
    void productsOfExtremeLimbsAgreeWithIntegers(@ForAll long seed) {
        Random random = new Random(seed);
        long[] a = extremeLimbs(random);
        long[] b = extremeLimbs(random);
        long[] out = new long[field.limbs()];
        field.mul(out, 0, a, 0, b, 0);
        assertEquals(montgomeryProduct(a, b), Limbs.toBigInteger(out, 0, field.limbs()));
        field.square(out, 0, a, 0);
        assertEquals(montgomeryProduct(a, a), Limbs.toBigInteger(out, 0, field.limbs()));
    }

    private long[] extremeLimbs(Random random) {
        int width = new int[] {48, 52, 64}[random.nextInt(3)];
        BigInteger ones = BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE);
        BigInteger[] limbs = {BigInteger.ZERO, BigInteger.ONE, ones.subtract(BigInteger.ONE), ones, ones, ones};
        BigInteger value = BigInteger.ZERO;
        for (int bits = 0; bits < 64 * field.limbs(); bits += width) {
            value = value.shiftLeft(width).add(limbs[random.nextInt(limbs.length)]);
        }
        BigInteger below = BigInteger.ONE.shiftLeft(field.order().bitLength() - 1);
        return Limbs.of(random.nextInt(8) == 0 ? field.order().subtract(value.mod(below)) : value.mod(below), field.limbs());
    }

    private BigInteger montgomeryProduct(long[] a, long[] b) {
        BigInteger factor = BigInteger.ONE.shiftLeft(64 * field.limbs()).modInverse(field.order());
        return Limbs.toBigInteger(a, 0, field.limbs()).multiply(Limbs.toBigInteger(b, 0, field.limbs())).multiply(factor).mod(field.order());
    }
}
