package io.cairn.proofs.circuit.gadget;

import io.cairn.proofs.field.Fr;

/** Coefficients that nearly all rows are made of, as Montgomery limbs. */
final class Coefficients {

    static final long[] ONE = one();
    /** 2^i at 4i, i from 0 to 254. */
    static final long[] POWERS = powers();
    /** -2^i at 4i. */
    static final long[] MINUS_POWERS = negated(POWERS);
    static final long[] MINUS_ONE = negated(ONE);

    private static final int COUNT = 255;

    private Coefficients() {
    }

    private static long[] one() {
        long[] one = new long[Fr.LIMBS];
        Fr.setOne(one, 0);
        return one;
    }

    private static long[] powers() {
        long[] powers = new long[Fr.LIMBS * COUNT];
        Fr.setOne(powers, 0);
        for (int at = Fr.LIMBS; at < powers.length; at += Fr.LIMBS) {
            Fr.add(powers, at, powers, at - Fr.LIMBS, powers, at - Fr.LIMBS);
        }
        return powers;
    }

    private static long[] negated(long[] values) {
        long[] negated = new long[values.length];
        for (int at = 0; at < values.length; at += Fr.LIMBS) {
            Fr.negate(negated, at, values, at);
        }
        return negated;
    }
}
