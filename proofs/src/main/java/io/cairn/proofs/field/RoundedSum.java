package io.cairn.proofs.field;

/**
 * The sum of a column of products in a double. It starts from a power of two so large that every addition rounds it to a multiple of a
 * {@linkplain Math#ulp unit}, 2^52 times smaller than the start.
 */
final class RoundedSum {

    private RoundedSum() {
    }

    /**
     * How many units a sum, which is below twice its start, has above its start. No sum is negative, but the compiler cannot know that: only behind the
     * question it turns to the next column, where it would otherwise begin all products at once and spill them. That is worth a quarter of their time.
     */
    static long units(double sum, double start) {
        long bits = Double.doubleToRawLongBits(sum);
        if (bits < 0) {
            throw new ArithmeticException("sum of products is negative: " + sum);
        }
        return bits - Double.doubleToRawLongBits(start);
    }
}
