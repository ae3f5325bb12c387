package io.cairn.proofs.pairing;

import io.cairn.proofs.field.Fq12;

/**
 * Raises to 3 (p^12 - 1) / r. The hard part is written in the curve's parameter x: 3 (p^4 - p^2 + 1) / r = (x - 1)^2 (x + p) (x^2 + p^2 - 1) + 3
 * (Hayashida, Hayasaka, Teruya: "Efficient final exponentiation via cyclotomic structure").
 */
final class FinalExponentiation {

    private static final Fq12 FIELD = Fq12.FIELD;

    private FinalExponentiation() {
    }

    static void apply(long[] f) {
        easyPart(f);
        hardPart(f);
    }

    /** f^((p^6 - 1) (p^2 + 1)), after which the inverse is the conjugate. */
    private static void easyPart(long[] f) {
        long[] t = new long[Fq12.LIMBS];
        FIELD.inverse(t, 0, f, 0);
        FIELD.conjugate(f, 0, f, 0);
        FIELD.mul(f, 0, f, 0, t, 0);
        FIELD.frobenius(t, 0, f, 0);
        FIELD.frobenius(t, 0, t, 0);
        FIELD.mul(f, 0, f, 0, t, 0);
    }

    private static void hardPart(long[] f) {
        long[] a = parameterLessOne(parameterLessOne(f));
        long[] b = power(a);
        long[] t = new long[Fq12.LIMBS];
        FIELD.frobenius(t, 0, a, 0);
        FIELD.mul(b, 0, b, 0, t, 0);
        long[] c = power(power(b));
        FIELD.frobenius(t, 0, b, 0);
        FIELD.frobenius(t, 0, t, 0);
        FIELD.mul(c, 0, c, 0, t, 0);
        FIELD.conjugate(t, 0, b, 0);
        FIELD.mul(c, 0, c, 0, t, 0);
        FIELD.square(t, 0, f, 0);
        FIELD.mul(f, 0, f, 0, t, 0);
        FIELD.mul(f, 0, f, 0, c, 0);
    }

    /** a^(x - 1). */
    private static long[] parameterLessOne(long[] a) {
        long[] out = power(a);
        long[] inverse = new long[Fq12.LIMBS];
        FIELD.conjugate(inverse, 0, a, 0);
        FIELD.mul(out, 0, out, 0, inverse, 0);
        return out;
    }

    /** a^x for a in the cyclotomic subgroup; x is negative. */
    static long[] power(long[] a) {
        long[] out = a.clone();
        for (int bit = 62; bit >= 0; bit--) {
            FIELD.squareCyclotomic(out, 0, out, 0);
            if ((PreparedG2.PARAMETER >>> bit & 1) != 0) {
                FIELD.mul(out, 0, out, 0, a, 0);
            }
        }
        FIELD.conjugate(out, 0, out, 0);
        return out;
    }
}
