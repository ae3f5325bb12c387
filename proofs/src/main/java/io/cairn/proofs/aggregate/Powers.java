package io.cairn.proofs.aggregate;

import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;

/** Powers of a scalar. */
final class Powers {

    private Powers() {
    }

    /** The powers from 0 to {@code count} - 1, as limbs one after the other. */
    static long[] of(Scalar base, int count) {
        long[] powers = new long[count * Fr.LIMBS];
        long[] factor = new long[Fr.LIMBS];
        base.copyTo(factor, 0);
        Fr.setOne(powers, 0);
        for (int k = 1; k < count; k++) {
            Fr.mul(powers, k * Fr.LIMBS, powers, (k - 1) * Fr.LIMBS, factor, 0);
        }
        return powers;
    }

    /** The sum of the powers from 0 to {@code count} - 1 of a scalar other than 1. */
    static Scalar sum(Scalar base, int count) {
        return base.power(count).minus(Scalar.ONE).times(base.minus(Scalar.ONE).inverted());
    }
}
