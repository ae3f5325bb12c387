package io.cairn.proofs.curve;

import io.cairn.proofs.field.Fq;
import io.cairn.proofs.field.Fq2;
import java.math.BigInteger;

/**
 * A square root in Fq2 in two powers in Fq. With the root s of the norm c0^2 + c1^2 and t = (c0 + s) / 2 it is x + c1 / (2 x) u for a root x of t; if t has none,
 * -t has, and of the power's y = t^((p - 3) / 4) is made c1 y / 2 - t y u.
 */
final class Fq2Roots {

    private static final int N = Fq.LIMBS;
    private static final long[] HALF = half();

    private final long[] element;
    private final long[] t = new long[N];

    /** For an element at an offset. */
    Fq2Roots(long[] elements, int at) {
        element = new long[Fq2.LIMBS];
        Fq2.FIELD.copy(element, 0, elements, at);
    }

    private static long[] half() {
        long[] out = new long[N];
        Fq.fromBigInteger(out, 0, BigInteger.TWO.modInverse(Fq.MODULUS));
        return out;
    }

    /** out = the norm, which is to be raised first. */
    void norm(long[] out, int o) {
        long[] square = new long[N];
        Fq.square(square, 0, element, 0);
        Fq.square(t, 0, element, N);
        Fq.add(out, o, square, 0, t, 0);
    }

    /** out = t, which is to be raised second, from the power of the norm. */
    void half(long[] out, int o, long[] normsPower, int i) {
        long[] root = new long[N];
        norm(root, 0);
        Fq.mul(root, 0, root, 0, normsPower, i);
        Fq.add(t, 0, element, 0, root, 0);
        if (Fq.isZero(t, 0)) {
            Fq.sub(t, 0, element, 0, root, 0);
        }
        Fq.mul(t, 0, t, 0, HALF, 0);
        Fq.FIELD.copy(out, o, t, 0);
    }

    /** out = a root from the power of t; answers whether it is one. */
    boolean root(long[] out, int o, long[] power, int i) {
        long[] root = new long[Fq2.LIMBS];
        long[] square = new long[Fq2.LIMBS];
        Fq.mul(root, 0, t, 0, power, i);
        Fq.square(square, 0, root, 0);
        boolean residue = Fq.equal(square, 0, t, 0);
        Fq.mul(square, 0, element, N, power, i);
        Fq.mul(square, 0, square, 0, HALF, 0);
        if (residue) {
            Fq.FIELD.copy(root, N, square, 0);
        } else {
            Fq.negate(root, N, root, 0);
            Fq.FIELD.copy(root, 0, square, 0);
        }
        Fq2.FIELD.square(square, 0, root, 0);
        Fq2.FIELD.copy(out, o, root, 0);
        return Fq2.FIELD.equal(square, 0, element, 0);
    }
}
