package io.cairn.proofs.circuit;

import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.FrVector;
import java.util.Arrays;
import java.util.OptionalInt;

/** Whether values satisfy a circuit, whoever chose them. */
public final class Satisfaction {

    private Satisfaction() {
    }

    /**
     * The first row that the values leave unsatisfied, or nothing if they satisfy all.
     *
     * @param inputs values of the inputs with the constant one
     * @param aux    values of the auxiliary variables
     */
    public static OptionalInt firstUnsatisfiedRow(Circuit circuit, FrVector inputs, FrVector aux) {
        Checker checker = new Checker(new Evaluation(inputs, aux));
        Structure.rows(circuit, checker);
        return checker.firstUnsatisfied < 0 ? OptionalInt.empty() : OptionalInt.of(checker.firstUnsatisfied);
    }

    private static final class Checker implements RowSink {

        private final Evaluation evaluation;
        private final long[] a = new long[Fr.LIMBS];
        private final long[] b = new long[Fr.LIMBS];
        private final long[] c = new long[Fr.LIMBS];
        private int row;
        private int firstUnsatisfied = -1;

        Checker(Evaluation evaluation) {
            this.evaluation = evaluation;
        }

        @Override
        public void row(LinearCombination sideA, LinearCombination sideB, LinearCombination sideC) {
            if (firstUnsatisfied < 0) {
                evaluate(sideA, a);
                evaluate(sideB, b);
                evaluate(sideC, c);
                Fr.mul(a, 0, a, 0, b, 0);
                if (!Arrays.equals(a, c)) {
                    firstUnsatisfied = row;
                }
            }
            row++;
        }

        private void evaluate(LinearCombination side, long[] out) {
            Arrays.fill(out, 0);
            evaluation.of(side, out, 0);
        }
    }
}
