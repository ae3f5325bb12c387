package io.cairn.proofs.field;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;

/** An immutable element of the scalar field, for code where clarity counts more than allocation. */
public final class Scalar {

    /** 0. */
    public static final Scalar ZERO = of(0);
    /** 1. */
    public static final Scalar ONE = of(1);

    private final long[] limbs;

    private Scalar(long[] limbs) {
        this.limbs = limbs;
    }

    /** A non-negative integer. */
    public static Scalar of(long value) {
        long[] limbs = new long[Fr.LIMBS];
        Fr.fromLong(limbs, 0, value);
        return new Scalar(limbs);
    }

    /** An integer modulo the field's order. */
    public static Scalar of(BigInteger value) {
        long[] limbs = new long[Fr.LIMBS];
        Fr.fromBigInteger(limbs, 0, value);
        return new Scalar(limbs);
    }

    /** An element other than 0, each as likely as any other. */
    public static Scalar randomNonZero(SecureRandom random) {
        BigInteger wide = new BigInteger(Fr.MODULUS.bitLength() + 128, random);
        return of(wide.mod(Fr.MODULUS.subtract(BigInteger.ONE)).add(BigInteger.ONE));
    }

    /** The element at an offset of a limb array, as in {@link Fr}. */
    public static Scalar ofLimbs(long[] limbs, int at) {
        return new Scalar(Arrays.copyOfRange(limbs, at, at + Fr.LIMBS));
    }

    /**
     * Reads 32 little-endian canonical bytes.
     *
     * @throws IllegalArgumentException if the length is wrong or the number not below the field's order
     */
    public static Scalar fromBytes(byte[] bytes) {
        long[] limbs = new long[Fr.LIMBS];
        Fr.fromBytes(limbs, 0, bytes);
        return new Scalar(limbs);
    }

    /** 32 little-endian canonical bytes. */
    public byte[] toBytes() {
        return Fr.toBytes(limbs, 0);
    }

    /** The integer from 0 to the order less one. */
    public BigInteger toBigInteger() {
        return Fr.toBigInteger(limbs, 0);
    }

    /** Copies the Montgomery limbs, as in {@link Fr}. */
    public void copyTo(long[] out, int at) {
        System.arraycopy(limbs, 0, out, at, Fr.LIMBS);
    }

    /** this + other. */
    public Scalar plus(Scalar other) {
        long[] out = new long[Fr.LIMBS];
        Fr.add(out, 0, limbs, 0, other.limbs, 0);
        return new Scalar(out);
    }

    /** this - other. */
    public Scalar minus(Scalar other) {
        long[] out = new long[Fr.LIMBS];
        Fr.sub(out, 0, limbs, 0, other.limbs, 0);
        return new Scalar(out);
    }

    /** this * other. */
    public Scalar times(Scalar other) {
        long[] out = new long[Fr.LIMBS];
        Fr.mul(out, 0, limbs, 0, other.limbs, 0);
        return new Scalar(out);
    }

    /** -this. */
    public Scalar negated() {
        return ZERO.minus(this);
    }

    /**
     * 1 / this.
     *
     * @throws ArithmeticException for zero
     */
    public Scalar inverted() {
        if (isZero()) {
            throw new ArithmeticException("zero has no inverse");
        }
        long[] out = new long[Fr.LIMBS];
        Fr.inverse(out, 0, limbs, 0);
        return new Scalar(out);
    }

    /** this^exponent, for an exponent from 0. */
    public Scalar power(long exponent) {
        long[] out = new long[Fr.LIMBS];
        Fr.FIELD.power(out, 0, limbs, 0, BigInteger.valueOf(exponent));
        return new Scalar(out);
    }

    /** Whether it is 0. */
    public boolean isZero() {
        return Fr.isZero(limbs, 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scalar scalar && Arrays.equals(limbs, scalar.limbs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(limbs);
    }

    @Override
    public String toString() {
        return "0x" + toBigInteger().toString(16);
    }
}
