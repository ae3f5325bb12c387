package io.cairn.proofs.field;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** The tower on rows agrees with the one on words; where there are no vectors there is nothing to check. */
@Tag("vector")
class Fq12RowsTest {

    private static final Fq12 FIELD = Fq12.FIELD;
    private static final BigInteger LEAST = BigInteger.ONE.shiftLeft(349);

    private interface Operation {
        void on(double[] out, double[] a, double[] b);
    }

    private interface InWords {
        void on(long[] out, long[] a, long[] b);
    }

    /** Words whose values, once in rows, have limbs of all kinds: small, large and those of p itself. */
    private static long[] element(Random random) {
        long[] out = new long[Fq12.LIMBS];
        for (int at = 0; at < out.length; at += Fq.LIMBS) {
            BigInteger value = switch (random.nextInt(5)) {
                case 0 -> BigInteger.valueOf(random.nextInt(3));
                case 1 -> Fq.MODULUS.subtract(BigInteger.valueOf(1 + random.nextInt(3)));
                case 2 -> Fq.MODULUS.shiftRight(1).add(BigInteger.valueOf(random.nextInt(3)));
                case 3 -> LEAST.multiply(BigInteger.valueOf(random.nextLong() >>> 33));
                default -> new BigInteger(400, random);
            };
            Fq.fromBigInteger(out, at, value);
        }
        return out;
    }

    private static void agree(long[] a, long[] b, InWords inWords, Operation operation) {
        Fq12Rows rows = new Fq12Rows();
        long[] expected = new long[Fq12.LIMBS];
        inWords.on(expected, a, b);
        double[] x = rows.fromWords(a);
        double[] y = rows.fromWords(b);
        double[] out = new double[Fq12Rows.ELEMENT];
        operation.on(out, x, y);
        assertArrayEquals(expected, rows.toWords(out));
        double[] left = x.clone();
        operation.on(left, left, y);
        assertArrayEquals(expected, rows.toWords(left));
        double[] right = y.clone();
        operation.on(right, x, right);
        assertArrayEquals(expected, rows.toWords(right));
    }

    @AddLifecycleHook(WithVectorsOnly.class)
    @Property(tries = 60)
    void operationsAgreeWithThoseOnWords(@ForAll long seed) {
        Random random = new Random(seed);
        long[] a = element(random);
        long[] b = element(random);
        Fq12Rows rows = new Fq12Rows();
        agree(a, b, (out, x, y) -> FIELD.mul(out, 0, x, 0, y, 0), rows::mul);
        agree(a, b, (out, x, y) -> FIELD.square(out, 0, x, 0), (out, x, y) -> rows.square(out, x));
        agree(a, b, (out, x, y) -> FIELD.conjugate(out, 0, x, 0), (out, x, y) -> rows.conjugate(out, x));
        agree(a, b, (out, x, y) -> FIELD.frobenius(out, 0, x, 0), (out, x, y) -> rows.frobenius(out, x));
        agree(a, b, (out, x, y) -> FIELD.inverse(out, 0, x, 0), (out, x, y) -> rows.inverse(out, x));
    }

    /** Of whatever element: both tell the same of elements outside of the subgroup too. */
    @AddLifecycleHook(WithVectorsOnly.class)
    @Property(tries = 30)
    void cyclotomicSquaresAgree(@ForAll long seed) {
        Random random = new Random(seed);
        Fq12Rows rows = new Fq12Rows();
        agree(element(random), element(random), (out, x, y) -> FIELD.squareCyclotomic(out, 0, x, 0), (out, x, y) -> rows.squareCyclotomic(out, x));
    }

    /** Results are operands again: bounds hold in long chains. */
    @AddLifecycleHook(WithVectorsOnly.class)
    @Property(tries = 5)
    void chainsAgree(@ForAll long seed) {
        Random random = new Random(seed);
        Fq12Rows rows = new Fq12Rows();
        long[] a = element(random);
        long[] b = element(random);
        double[] x = rows.fromWords(a);
        double[] y = rows.fromWords(b);
        double[] line = rows.scaledLines(Arrays.copyOf(b, 4 * Fq2.LIMBS), new long[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
        long[] full = line(b, 0);
        for (int k = 0; k < 40; k++) {
            FIELD.square(a, 0, a, 0);
            rows.square(x, x);
            for (int l = 0; l < k % 14; l++) {
                FIELD.mul(a, 0, a, 0, full, 0);
                rows.mulByLine(x, x, line, 0);
            }
            FIELD.mul(a, 0, a, 0, b, 0);
            rows.mul(x, x, y);
            FIELD.squareCyclotomic(a, 0, a, 0);
            rows.squareCyclotomic(x, x);
        }
        assertArrayEquals(a, rows.toWords(x));
    }

    /** The line l0 / y + l1 x / y v + v w at x = (1, ..., 6), y = (7, ..., 12). */
    private static long[] line(long[] coefficients, int i) {
        long[] p = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        long[] perY = new long[Fq.LIMBS];
        Fq.inverse(perY, 0, p, Fq.LIMBS);
        long[] out = new long[Fq12.LIMBS];
        Fq2.FIELD.scale(out, 0, coefficients, i, perY, 0);
        Fq2.FIELD.scale(out, Fq2.LIMBS, coefficients, i + Fq2.LIMBS, perY, 0);
        Fq2.FIELD.scale(out, Fq2.LIMBS, out, Fq2.LIMBS, p, 0);
        Fq.setOne(out, Fq6.LIMBS + Fq2.LIMBS);
        return out;
    }
}
