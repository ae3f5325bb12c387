package io.cairn.proofs.hash;

import io.cairn.proofs.field.Scalar;

/** Square matrices over the scalar field, for deriving Poseidon's constants. Immutable. */
final class ScalarMatrix {

    private final Scalar[][] cells;

    ScalarMatrix(Scalar[][] cells) {
        this.cells = cells;
    }

    int size() {
        return cells.length;
    }

    Scalar at(int row, int column) {
        return cells[row][column];
    }

    ScalarMatrix times(ScalarMatrix other) {
        int n = size();
        Scalar[][] product = new Scalar[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                Scalar sum = Scalar.ZERO;
                for (int k = 0; k < n; k++) {
                    sum = sum.plus(cells[i][k].times(other.cells[k][j]));
                }
                product[i][j] = sum;
            }
        }
        return new ScalarMatrix(product);
    }

    /** The matrix without its first row and column. */
    ScalarMatrix minor() {
        int n = size() - 1;
        Scalar[][] minor = new Scalar[n][n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(cells[i + 1], 1, minor[i], 0, n);
        }
        return new ScalarMatrix(minor);
    }

    /** The matrix with its first row and column replaced by those of the identity. */
    ScalarMatrix withUnitBorder() {
        int n = size();
        Scalar[][] bordered = new Scalar[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                bordered[i][j] = i > 0 && j > 0 ? cells[i][j] : i == j ? Scalar.ONE : Scalar.ZERO;
            }
        }
        return new ScalarMatrix(bordered);
    }

    /** The vector x for which this matrix times x is the given vector. The matrix must be invertible. */
    Scalar[] solve(Scalar[] vector) {
        int n = size();
        Scalar[][] rows = new Scalar[n][n + 1];
        for (int i = 0; i < n; i++) {
            System.arraycopy(cells[i], 0, rows[i], 0, n);
            rows[i][n] = vector[i];
        }
        for (int pivot = 0; pivot < n; pivot++) {
            eliminate(rows, pivot);
        }
        Scalar[] solution = new Scalar[n];
        for (int i = 0; i < n; i++) {
            solution[i] = rows[i][n];
        }
        return solution;
    }

    private static void eliminate(Scalar[][] rows, int pivot) {
        int found = pivot;
        while (rows[found][pivot].isZero()) {
            found++;
        }
        Scalar[] row = rows[found];
        rows[found] = rows[pivot];
        rows[pivot] = row;
        Scalar inverse = row[pivot].inverted();
        for (int k = pivot; k < row.length; k++) {
            row[k] = row[k].times(inverse);
        }
        for (int i = 0; i < rows.length; i++) {
            if (i != pivot) {
                Scalar factor = rows[i][pivot];
                for (int k = pivot; k < row.length; k++) {
                    rows[i][k] = rows[i][k].minus(factor.times(row[k]));
                }
            }
        }
    }
}
