package io.cairn.proofs.circuit;

import java.util.Arrays;

/**
 * A growable sum of coefficient * variable, kept in two primitive arrays so that it can be cleared and filled again for millions of rows. A
 * variable may occur more than once until a {@link RowSink} is served.
 */
public final class LinearCombination {

    private int[] variables = new int[8];
    private long[] coefficients = new long[4 * 8];
    private int size;

    /** Number of terms. */
    public int size() {
        return size;
    }

    /** The variable of a term, as in {@link Variable}. */
    public int variable(int term) {
        return variables[term];
    }

    /** The coefficients as Montgomery limbs: term k occupies 4k to 4k+3. The array may be longer and is replaced when the combination grows. */
    public long[] coefficients() {
        return coefficients;
    }

    /** Removes all terms. */
    public LinearCombination clear() {
        size = 0;
        return this;
    }

    /** Appends a term. */
    public LinearCombination add(int variable, long[] coefficient, int offset) {
        if (size == variables.length) {
            grow(size + 1);
        }
        variables[size] = variable;
        int at = 4 * size;
        coefficients[at] = coefficient[offset];
        coefficients[at + 1] = coefficient[offset + 1];
        coefficients[at + 2] = coefficient[offset + 2];
        coefficients[at + 3] = coefficient[offset + 3];
        size++;
        return this;
    }

    private void grow(int least) {
        int capacity = Math.max(least, 2 * variables.length);
        variables = Arrays.copyOf(variables, capacity);
        coefficients = Arrays.copyOf(coefficients, 4 * capacity);
    }
}
