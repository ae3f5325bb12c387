package io.cairn.proofs.circuit.gadget;

import io.cairn.proofs.field.Scalar;

/** Small matrices over the scalar field, as rows. */
final class Matrices {

    private Matrices() {
    }

    static Scalar[] times(Scalar[][] matrix, Scalar[] vector) {
        Scalar[] result = new Scalar[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            Scalar sum = Scalar.ZERO;
            for (int j = 0; j < vector.length; j++) {
                sum = sum.plus(matrix[i][j].times(vector[j]));
            }
            result[i] = sum;
        }
        return result;
    }

    static Scalar[][] product(Scalar[][] left, Scalar[][] right) {
        int size = left.length;
        Scalar[][] result = new Scalar[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                Scalar sum = Scalar.ZERO;
                for (int k = 0; k < size; k++) {
                    sum = sum.plus(left[i][k].times(right[k][j]));
                }
                result[i][j] = sum;
            }
        }
        return result;
    }

    /** Gauss-Jordan elimination; throws {@link ArithmeticException} for a singular matrix. */
    static Scalar[][] inverse(Scalar[][] matrix) {
        int size = matrix.length;
        Scalar[][] left = new Scalar[size][];
        Scalar[][] right = new Scalar[size][size];
        for (int i = 0; i < size; i++) {
            left[i] = matrix[i].clone();
            for (int j = 0; j < size; j++) {
                right[i][j] = i == j ? Scalar.ONE : Scalar.ZERO;
            }
        }
        for (int pivot = 0; pivot < size; pivot++) {
            bringUpPivot(left, right, pivot);
            Scalar factor = left[pivot][pivot].inverted();
            scale(left[pivot], factor);
            scale(right[pivot], factor);
            for (int row = 0; row < size; row++) {
                if (row != pivot && !left[row][pivot].isZero()) {
                    Scalar multiple = left[row][pivot];
                    subtract(left[row], left[pivot], multiple);
                    subtract(right[row], right[pivot], multiple);
                }
            }
        }
        return right;
    }

    private static void bringUpPivot(Scalar[][] left, Scalar[][] right, int pivot) {
        int row = pivot;
        while (row < left.length && left[row][pivot].isZero()) {
            row++;
        }
        if (row == left.length) {
            throw new ArithmeticException("singular matrix");
        }
        swap(left, row, pivot);
        swap(right, row, pivot);
    }

    private static void swap(Scalar[][] rows, int i, int j) {
        Scalar[] row = rows[i];
        rows[i] = rows[j];
        rows[j] = row;
    }

    private static void scale(Scalar[] row, Scalar factor) {
        for (int i = 0; i < row.length; i++) {
            row[i] = row[i].times(factor);
        }
    }

    private static void subtract(Scalar[] row, Scalar[] other, Scalar multiple) {
        for (int i = 0; i < row.length; i++) {
            row[i] = row[i].minus(other[i].times(multiple));
        }
    }
}
