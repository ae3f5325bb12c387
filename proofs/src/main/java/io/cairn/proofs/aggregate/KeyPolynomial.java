package io.cairn.proofs.aggregate;

import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;
import java.util.List;

/**
 * The polynomial whose coefficients a commitment key was folded with: the product over j of 1 + c_j (s X)^(2^j), times X^shift, where c_0 is the challenge of
 * the last round.
 *
 * @param challenges one for each round, the first round's first
 * @param scale      s
 * @param shift      power of X, zero or as large as the product has coefficients
 */
record KeyPolynomial(List<Scalar> challenges, Scalar scale, int shift) {

    /** Number of coefficients. */
    int count() {
        return shift + (1 << challenges.size());
    }

    Scalar at(Scalar x) {
        Scalar value = x.power(shift);
        Scalar power = x.times(scale);
        for (Scalar challenge : challenges.reversed()) {
            value = value.times(Scalar.ONE.plus(challenge.times(power)));
            power = power.times(power);
        }
        return value;
    }

    /** All coefficients from that of X^0 on, as limbs. */
    long[] coefficients() {
        long[] coefficients = new long[count() * Fr.LIMBS];
        Fr.setOne(coefficients, shift * Fr.LIMBS);
        long[] factor = new long[Fr.LIMBS];
        Scalar power = scale;
        int known = 1;
        for (Scalar challenge : challenges.reversed()) {
            challenge.times(power).copyTo(factor, 0);
            for (int k = 0; k < known; k++) {
                Fr.mul(coefficients, (shift + known + k) * Fr.LIMBS, coefficients, (shift + k) * Fr.LIMBS, factor, 0);
            }
            known *= 2;
            power = power.times(power);
        }
        return coefficients;
    }

    /** The coefficients of (f(X) - f(z)) / (X - z), one fewer than {@link #count()}. */
    long[] quotient(Scalar z) {
        long[] f = coefficients();
        long[] point = new long[Fr.LIMBS];
        z.copyTo(point, 0);
        long[] quotient = new long[f.length - Fr.LIMBS];
        long[] carried = new long[Fr.LIMBS];
        for (int k = quotient.length - Fr.LIMBS; k >= 0; k -= Fr.LIMBS) {
            Fr.mul(carried, 0, carried, 0, point, 0);
            Fr.add(carried, 0, carried, 0, f, k + Fr.LIMBS);
            System.arraycopy(carried, 0, quotient, k, Fr.LIMBS);
        }
        return quotient;
    }
}
