package io.cairn.proofs.pairing;

/**
 * Raises to 3 (p^12 - 1) / r. The hard part is written in the curve's parameter x: 3 (p^4 - p^2 + 1) / r = (x - 1)^2 (x + p) (x^2 + p^2 - 1) + 3
 * (Hayashida, Hayasaka, Teruya: "Efficient final exponentiation via cyclotomic structure").
 */
final class FinalExponentiation<E> {

    private final TargetField<E> field;
    private final E t;

    private FinalExponentiation(TargetField<E> field) {
        this.field = field;
        this.t = field.one();
    }

    /** f = its power. */
    static <E> void apply(TargetField<E> field, E f) {
        FinalExponentiation<E> exponentiation = new FinalExponentiation<>(field);
        exponentiation.easyPart(f);
        exponentiation.hardPart(f);
    }

    /** f^((p^6 - 1) (p^2 + 1)), after which the inverse is the conjugate. */
    private void easyPart(E f) {
        field.inverse(t, f);
        field.conjugate(f, f);
        field.mul(f, f, t);
        field.frobenius(t, f);
        field.frobenius(t, t);
        field.mul(f, f, t);
    }

    private void hardPart(E f) {
        E a = parameterLessOne(parameterLessOne(f));
        E b = power(a);
        field.frobenius(t, a);
        field.mul(b, b, t);
        E c = power(power(b));
        field.frobenius(t, b);
        field.frobenius(t, t);
        field.mul(c, c, t);
        field.conjugate(t, b);
        field.mul(c, c, t);
        field.square(t, f);
        field.mul(f, f, t);
        field.mul(f, f, c);
    }

    /** a^(x - 1). */
    private E parameterLessOne(E a) {
        E out = power(a);
        field.conjugate(t, a);
        field.mul(out, out, t);
        return out;
    }

    private E power(E a) {
        return power(field, a);
    }

    /** a^x for a in the cyclotomic subgroup, in limbs. */
    static long[] power(long[] a) {
        return powerIn(TargetField.chosen(), a);
    }

    private static <E> long[] powerIn(TargetField<E> field, long[] a) {
        return field.toWords(power(field, field.fromWords(a)));
    }

    /** a^x for a in the cyclotomic subgroup; x is negative. */
    private static <E> E power(TargetField<E> field, E a) {
        E out = field.copy(a);
        for (int bit = 62; bit >= 0; bit--) {
            field.squareCyclotomic(out, out);
            if ((PreparedG2.PARAMETER >>> bit & 1) != 0) {
                field.mul(out, out, a);
            }
        }
        field.conjugate(out, out);
        return out;
    }
}
