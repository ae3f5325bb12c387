package io.cairn.proofs.pairing;

import java.util.List;

/**
 * The field of the pairing's values, Fq12, in one of its forms: what the Miller loop and the final exponentiation need. Results may overwrite operands. An
 * instance holds scratch memory and serves one thread.
 *
 * @param <E> elements
 */
interface TargetField<E> {

    /** Whichever is faster on this machine, in this process, by now. */
    static TargetField<?> chosen() {
        return RowRehearsal.rowsAreFaster() ? new RowTargetField() : new WordTargetField();
    }

    /** A new element, 1. */
    E one();

    /** The element whose limbs are as in {@link io.cairn.proofs.field.Fq12}. */
    E fromWords(long[] limbs);

    /** A new element, a. */
    E copy(E a);

    /** out = a * b. */
    void mul(E out, E a, E b);

    /** out = a * a. */
    void square(E out, E a);

    /** out = a * a for a in the cyclotomic subgroup. */
    void squareCyclotomic(E out, E a);

    /** out = a^(p^6), the inverse in the cyclotomic subgroup. */
    void conjugate(E out, E a);

    /** out = 1 / a. */
    void inverse(E out, E a);

    /** out = a^p. */
    void frobenius(E out, E a);

    /** The lines of {@link PreparedG2} for each of some finite affine points. */
    List<long[]> preparedLines(List<long[]> points);

    /** All lines of q at the affine point p, up to factors in Fq. */
    E lines(PreparedG2 q, long[] p);

    /** out = a * the line of one step. */
    void mulByLine(E out, E a, E lines, int step);

    /** The limbs as in {@link io.cairn.proofs.field.Fq12}. */
    long[] toWords(E a);
}
