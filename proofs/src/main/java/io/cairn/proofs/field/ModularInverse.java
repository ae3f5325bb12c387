package io.cairn.proofs.field;

import java.math.BigInteger;

/**
 * Inverses modulo an odd prime by the binary Euclidean algorithm, 30 steps at a time on approximations of 62 bits (Pornin: "Optimized
 * Binary GCD for Modular Inversion"). Numbers here are limbs of 30 bits, little-endian; between rounds all are non-negative.
 */
final class ModularInverse {

    private static final int BITS = 30;
    private static final long MASK = (1L << BITS) - 1;

    private final int words;
    private final int limbs;
    private final int rounds;
    private final long[] modulus;
    private final long negatedInverse;

    /** For numbers below the modulus in {@code words} 64-bit limbs. */
    ModularInverse(BigInteger modulus, int words) {
        this.words = words;
        this.limbs = (64 * words + BITS - 1) / BITS;
        this.rounds = (2 * modulus.bitLength() - 1 + BITS - 1) / BITS;
        this.modulus = new long[limbs];
        split(this.modulus, Limbs.of(modulus, words), 0);
        BigInteger radix = BigInteger.ONE.shiftLeft(BITS);
        this.negatedInverse = modulus.negate().modInverse(radix).longValue();
    }

    /** out = 1 / a, and 0 for 0, as plain integers of 64-bit limbs. */
    void invert(long[] out, int o, long[] number, int i) {
        long[] a = new long[limbs];
        long[] b = modulus.clone();
        long[] u = new long[limbs];
        long[] v = new long[limbs];
        split(a, number, i);
        u[0] = 1;
        Factors factors = new Factors();
        for (int round = 0; round < rounds; round++) {
            factors.find(a, b);
            reduce(a, b, factors);
            combine(u, v, factors);
        }
        join(out, o, v);
    }

    private void split(long[] out, long[] number, int at) {
        for (int k = 0; k < limbs; k++) {
            int word = BITS * k >>> 6;
            int shift = BITS * k & 63;
            long bits = number[at + word] >>> shift;
            if (shift > 64 - BITS && word + 1 < words) {
                bits |= number[at + word + 1] << 64 - shift;
            }
            out[k] = bits & MASK;
        }
    }

    private void join(long[] out, int o, long[] number) {
        for (int word = 0; word < words; word++) {
            out[o + word] = 0;
        }
        for (int k = 0; k < limbs; k++) {
            int word = BITS * k >>> 6;
            int shift = BITS * k & 63;
            out[o + word] |= number[k] << shift;
            if (shift > 64 - BITS && word + 1 < words) {
                out[o + word + 1] |= number[k] >>> 64 - shift;
            }
        }
    }

    /** What 30 steps make of a and b: 2^30 a' = f0 a + g0 b and 2^30 b' = f1 a + g1 b, with |f| + |g| <= 2^30. */
    private static final class Factors {

        private long f0;
        private long g0;
        private long f1;
        private long g1;

        /** Of the larger number's 62 bits, the upper 32 tell which is larger, the lower 30 are those of the numbers themselves. */
        void find(long[] a, long[] b) {
            int top = a.length - 1;
            while (top > 2 && (a[top] | b[top]) == 0) {
                top--;
            }
            int length = 64 - Long.numberOfLeadingZeros(a[top] | b[top]);
            step(approximation(a, top, length), approximation(b, top, length));
        }

        private static long approximation(long[] x, int top, int length) {
            if (BITS * top + length <= 2 * BITS + 2) {
                return x[0] | x[1] << BITS | x[2] << 2 * BITS;
            }
            long upper = x[top] << BITS | x[top - 1];
            long leading = length >= 2 ? upper >>> length - 2 : upper << 1 | x[top - 2] >>> BITS - 1;
            return leading << BITS | x[0];
        }

        private void step(long low, long high) {
            long a = low;
            long b = high;
            long p = 1;
            long q = 0;
            long r = 0;
            long s = 1;
            for (int k = 0; k < BITS; k++) {
                long odd = -(a & 1);
                long swap = odd & a - b >> 63;
                long t = (a ^ b) & swap;
                a ^= t;
                b ^= t;
                t = (p ^ r) & swap;
                p ^= t;
                r ^= t;
                t = (q ^ s) & swap;
                q ^= t;
                s ^= t;
                a = a - (b & odd) >>> 1;
                p -= r & odd;
                q -= s & odd;
                r <<= 1;
                s <<= 1;
            }
            f0 = p;
            g0 = q;
            f1 = r;
            g1 = s;
        }
    }

    /** Replaces a and b by what the factors make of them, and each factor's sign by the one that makes its result non-negative. */
    private void reduce(long[] a, long[] b, Factors factors) {
        long carryA = 0;
        long carryB = 0;
        for (int k = 0; k < limbs; k++) {
            carryA += factors.f0 * a[k] + factors.g0 * b[k];
            carryB += factors.f1 * a[k] + factors.g1 * b[k];
            if (k > 0) {
                a[k - 1] = carryA & MASK;
                b[k - 1] = carryB & MASK;
            }
            carryA >>= BITS;
            carryB >>= BITS;
        }
        a[limbs - 1] = carryA;
        b[limbs - 1] = carryB;
        if (carryA < 0) {
            negate(a);
            factors.f0 = -factors.f0;
            factors.g0 = -factors.g0;
        }
        if (carryB < 0) {
            negate(b);
            factors.f1 = -factors.f1;
            factors.g1 = -factors.g1;
        }
    }

    private void negate(long[] x) {
        long carry = 0;
        for (int k = 0; k < limbs; k++) {
            carry -= x[k];
            x[k] = carry & MASK;
            carry >>= BITS;
        }
    }

    /** The same for the cofactors, modulo the prime. */
    private void combine(long[] u, long[] v, Factors factors) {
        long quotientU = (factors.f0 * u[0] + factors.g0 * v[0]) * negatedInverse & MASK;
        long quotientV = (factors.f1 * u[0] + factors.g1 * v[0]) * negatedInverse & MASK;
        long carryU = 0;
        long carryV = 0;
        for (int k = 0; k < limbs; k++) {
            carryU += factors.f0 * u[k] + factors.g0 * v[k] + quotientU * modulus[k];
            carryV += factors.f1 * u[k] + factors.g1 * v[k] + quotientV * modulus[k];
            if (k > 0) {
                u[k - 1] = carryU & MASK;
                v[k - 1] = carryV & MASK;
            }
            carryU >>= BITS;
            carryV >>= BITS;
        }
        u[limbs - 1] = carryU;
        v[limbs - 1] = carryV;
        intoRange(u);
        intoRange(v);
    }

    /** From more than minus the modulus and less than twice the modulus to below the modulus. */
    private void intoRange(long[] x) {
        if (x[limbs - 1] < 0) {
            addModulus(x, 1);
        } else {
            addModulus(x, -1);
            if (x[limbs - 1] < 0) {
                addModulus(x, 1);
            }
        }
    }

    private void addModulus(long[] x, int sign) {
        long carry = 0;
        for (int k = 0; k < limbs - 1; k++) {
            carry += x[k] + sign * modulus[k];
            x[k] = carry & MASK;
            carry >>= BITS;
        }
        x[limbs - 1] += carry + sign * modulus[limbs - 1];
    }
}
