package io.cairn.proofs.circuit;

import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.FrVector;

/** Values of linear combinations under an assignment. Most values are bits and most coefficients one, so products are the exception. */
final class Evaluation {

    private final FrVector inputs;
    private final FrVector aux;
    private final long[] one = new long[Fr.LIMBS];
    private final long[] value = new long[Fr.LIMBS];
    private final long[] product = new long[Fr.LIMBS];

    Evaluation(FrVector inputs, FrVector aux) {
        this.inputs = inputs;
        this.aux = aux;
        Fr.setOne(one, 0);
    }

    /** out = the combination's value; {@code out} must be zero there. */
    void of(LinearCombination combination, long[] out, int at) {
        long[] coefficients = combination.coefficients();
        for (int term = 0; term < combination.size(); term++) {
            int variable = combination.variable(term);
            (Variable.isInput(variable) ? inputs : aux).get(Variable.index(variable), value, 0);
            int coefficient = Fr.LIMBS * term;
            if (isOne(value, 0)) {
                Fr.add(out, at, out, at, coefficients, coefficient);
            } else if (isOne(coefficients, coefficient)) {
                Fr.add(out, at, out, at, value, 0);
            } else if (!isZero(value, 0)) {
                Fr.mul(product, 0, coefficients, coefficient, value, 0);
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
