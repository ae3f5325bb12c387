package io.cairn.proofs.circuit;

import io.cairn.proofs.field.Fr;
import java.util.Arrays;

/** Brings combinations into the form that a {@link RowSink} is promised. */
final class RowNormaliser {

    private static final int TERM_BITS = 24;

    private final RowSink sink;
    private final LinearCombination[] normal = {new LinearCombination(), new LinearCombination(), new LinearCombination()};
    private final long[] sum = new long[Fr.LIMBS];
    private long[] keys = new long[64];

    RowNormaliser(RowSink sink) {
        this.sink = sink;
    }

    void row(LinearCombination a, LinearCombination b, LinearCombination c) {
        sink.row(normalised(a, 0), normalised(b, 1), normalised(c, 2));
    }

    private LinearCombination normalised(LinearCombination from, int side) {
        return isNormal(from) ? from : merge(from, normal[side].clear());
    }

    private static boolean isNormal(LinearCombination from) {
        for (int term = 0; term < from.size(); term++) {
            if (Fr.isZero(from.coefficients(), Fr.LIMBS * term)
                    || term > 0 && rank(from.variable(term - 1)) >= rank(from.variable(term))) {
                return false;
            }
        }
        return true;
    }

    /** Inputs before auxiliary variables, each by index. */
    private static long rank(int variable) {
        return Variable.isInput(variable) ? Variable.index(variable) : (1L << 32) + variable;
    }

    private LinearCombination merge(LinearCombination from, LinearCombination to) {
        int size = from.size();
        if (keys.length < size) {
            keys = new long[2 * size];
        }
        for (int term = 0; term < size; term++) {
            keys[term] = rank(from.variable(term)) << TERM_BITS | term;
        }
        Arrays.sort(keys, 0, size);
        for (int first = 0; first < size; ) {
            int next = sumFrom(first, from);
            if (!Fr.isZero(sum, 0)) {
                to.add(from.variable(term(first)), sum, 0);
            }
            first = next;
        }
        return to;
    }

    /** Adds up the coefficients of the variable at a sorted position; answers the position of the next variable. */
    private int sumFrom(int first, LinearCombination from) {
        Arrays.fill(sum, 0);
        int at = first;
        while (at < from.size() && keys[at] >>> TERM_BITS == keys[first] >>> TERM_BITS) {
            Fr.add(sum, 0, sum, 0, from.coefficients(), Fr.LIMBS * term(at));
            at++;
        }
        return at;
    }

    private int term(int position) {
        return (int) keys[position] & (1 << TERM_BITS) - 1;
    }
}
