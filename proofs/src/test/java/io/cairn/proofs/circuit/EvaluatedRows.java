package io.cairn.proofs.circuit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.FrVector;
import java.util.Arrays;

/** Compares a circuit's assignment, many of whose rows are written by their values alone, with its rows as they are written without a witness. */
public final class EvaluatedRows {

    private EvaluatedRows() {
    }

    /** Values of every row, sizes and variables that occur must be those of the structure. */
    public static void assertAreThoseOfTheStructure(Circuit circuit, ProvingAssignment assignment) {
        Comparison comparison = new Comparison(assignment);
        assertEquals(assignment.size(), Structure.rows(circuit, comparison));
        assertEquals(comparison.density, assignment.density());
    }

    private static final class Comparison implements RowSink {

        private final ProvingAssignment assignment;
        private final Evaluation evaluation;
        private final Density density = new Density();
        private final long[] expected = new long[Fr.LIMBS];
        private final long[] actual = new long[Fr.LIMBS];
        private int row;

        Comparison(ProvingAssignment assignment) {
            this.assignment = assignment;
            this.evaluation = new Evaluation(assignment.inputs(), assignment.aux());
        }

        @Override
        public void row(LinearCombination a, LinearCombination b, LinearCombination c) {
            compare(a, assignment.a(), "A");
            compare(b, assignment.b(), "B");
            compare(c, assignment.c(), "C");
            density.add(a, b);
            row++;
        }

        private void compare(LinearCombination side, FrVector values, String name) {
            Arrays.fill(expected, 0);
            evaluation.of(side, expected, 0);
            values.get(row, actual, 0);
            if (!Arrays.equals(expected, actual)) {
                assertArrayEquals(expected, actual, "row " + row + ", " + name);
            }
        }
    }
}
