package io.cairn.proofs.circuit;

import io.cairn.proofs.field.Fr;

/** Values of linear combinations under an assignment. Most values are bits and most coefficients one, so products are the exception. */
final class Evaluation {

    private final long[] inputs;
    private final long[] aux;
    private final long[] one = new long[Fr.LIMBS];
    private final long[] product = new long[Fr.LIMBS];

    Evaluation(long[] inputs, long[] aux) {
        this.inputs = inputs;
        this.aux = aux;
        Fr.setOne(one, 0);
    }

    /** out = the combination's value; {@code out} must be zero there. */
    void of(LinearCombination combination, long[] out, int at) {
        long[] coefficients = combination.coefficients();
        for (int term = 0; term < combination.size(); term++) {
            int variable = combination.variable(term);
            long[] values = Variable.isInput(variable) ? inputs : aux;
            int value = Fr.LIMBS * Variable.index(variable);
            int coefficient = Fr.LIMBS * term;
            if (isOne(values, value)) {
                Fr.add(out, at, out, at, coefficients, coefficient);
            } else if (isOne(coefficients, coefficient)) {
                Fr.add(out, at, out, at, values, value);
            } else if (!isZero(values, value)) {
                Fr.mul(product, 0, coefficients, coefficient, values, value);
                Fr.add(out, at, out, at, product, 0);
            }
        }
    }

    private boolean isOne(long[] values, int at) {
        return values[at] == one[0] && values[at + 1] == one[1] && values[at + 2] == one[2] && values[at + 3] == one[3];
    }

    private static boolean isZero(long[] values, int at) {
        return (values[at] | values[at + 1] | values[at + 2] | values[at + 3]) == 0;
    }
}
