package io.cairn.proofs.field;

import java.math.BigInteger;

/**
 * A field whose elements are runs of limbs in a {@code long[]}: prime fields and their extensions alike. Results may overwrite operands.
 */
public interface Field {

    /** Limbs of an element. */
    int limbs();

    /** Number of elements. */
    BigInteger order();

    /** out = a + b. */
    void add(long[] out, int o, long[] a, int i, long[] b, int j);

    /** out = a - b. */
    void sub(long[] out, int o, long[] a, int i, long[] b, int j);

    /** out = a * b. */
    void mul(long[] out, int o, long[] a, int i, long[] b, int j);

    /** out = a * a. */
    void square(long[] out, int o, long[] a, int i);

    /** out = -a. */
    void negate(long[] out, int o, long[] a, int i);

    /** out = 1 / a, and 0 for 0. */
    void inverse(long[] out, int o, long[] a, int i);

    /** out = 1. */
    void setOne(long[] out, int o);

    /** out = 0. */
    default void setZero(long[] out, int o) {
        for (int k = 0; k < limbs(); k++) {
            out[o + k] = 0;
        }
    }

    /** out = a. */
    default void copy(long[] out, int o, long[] a, int i) {
        System.arraycopy(a, i, out, o, limbs());
    }

    /** out = 2a. */
    default void twice(long[] out, int o, long[] a, int i) {
        add(out, o, a, i, a, i);
    }

    /** Whether the element is zero. */
    default boolean isZero(long[] a, int i) {
        long any = 0;
        for (int k = 0; k < limbs(); k++) {
            any |= a[i + k];
        }
        return any == 0;
    }

    /** Whether both elements are the same. */
    default boolean equal(long[] a, int i, long[] b, int j) {
        long any = 0;
        for (int k = 0; k < limbs(); k++) {
            any |= a[i + k] ^ b[j + k];
        }
        return any == 0;
    }

    /** out = a^exponent for a non-negative exponent; 0^0 is 1. */
    default void power(long[] out, int o, long[] a, int i, BigInteger exponent) {
        int n = limbs();
        long[] table = new long[16 * n];
        setOne(table, 0);
        for (int k = 1; k < 16; k++) {
            mul(table, k * n, table, (k - 1) * n, a, i);
        }
        long[] result = new long[n];
        setOne(result, 0);
        for (int digit = (exponent.bitLength() + 3) / 4 - 1; digit >= 0; digit--) {
            for (int k = 0; k < 4; k++) {
                square(result, 0, result, 0);
            }
            int value = exponent.shiftRight(4 * digit).intValue() & 15;
            if (value != 0) {
                mul(result, 0, result, 0, table, value * n);
            }
        }
        copy(out, o, result, 0);
    }
}
