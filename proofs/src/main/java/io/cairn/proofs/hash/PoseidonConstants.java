package io.cairn.proofs.hash;

import io.cairn.proofs.field.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The constants of Poseidon at one arity, in the textbook form and in the form that needs fewer multiplications.
 *
 * <p>Standard strength: 8 full rounds, S-box x^5. Source: neptune, src/round_numbers.rs, round_constants.rs, mds.rs and
 * preprocessing.rs. Immutable.
 */
public final class PoseidonConstants {

    /** Rounds in which every element passes the S-box, half of them before and half after the partial ones. */
    public static final int FULL_ROUNDS = 8;

    private static final int HALF = FULL_ROUNDS / 2;
    private static final Map<Integer, Integer> PARTIAL_ROUNDS =
            Map.of(2, 55, 4, 56, 8, 57, 11, 57, 16, 59, 24, 59, 36, 60);
    private static final Map<Integer, PoseidonConstants> KNOWN = new ConcurrentHashMap<>();

    /** A partial round's matrix: all but its first row and column are those of the identity. */
    public record SparseMatrix(List<Scalar> firstColumn, List<Scalar> restOfFirstRow) {}

    private final int arity;
    private final int width;
    private final int partialRounds;
    private final Scalar[][] roundConstants;
    private final ScalarMatrix matrix;
    private final List<Scalar> compressedConstants;
    private final ScalarMatrix preSparseMatrix;
    private final List<SparseMatrix> sparseMatrices;

    private PoseidonConstants(int arity) {
        this.arity = arity;
        this.width = arity + 1;
        this.partialRounds = PARTIAL_ROUNDS.get(arity);
        this.roundConstants = drawConstants();
        this.matrix = cauchyMatrix(width);
        this.compressedConstants = compress();
        List<SparseMatrix> sparse = new ArrayList<>();
        this.preSparseMatrix = factor(sparse);
        Collections.reverse(sparse);
        this.sparseMatrices = List.copyOf(sparse);
    }

    /**
     * The constants of an arity; computed once.
     *
     * @throws IllegalArgumentException if the arity is none of 2, 4, 8, 11, 16, 24, 36
     */
    public static PoseidonConstants ofArity(int arity) {
        if (!PARTIAL_ROUNDS.containsKey(arity)) {
            throw new IllegalArgumentException(
                    "Poseidon arity: " + arity + ", expected one of " + PARTIAL_ROUNDS.keySet().stream().sorted().toList());
        }
        return KNOWN.computeIfAbsent(arity, PoseidonConstants::new);
    }

    /** Elements hashed. */
    public int arity() {
        return arity;
    }

    /** Elements of the state: the arity and one for the domain tag. */
    public int width() {
        return width;
    }

    /** Rounds in which only the first element passes the S-box. */
    public int partialRounds() {
        return partialRounds;
    }

    /** The tag of Merkle trees: 2^arity - 1. */
    public Scalar merkleTag() {
        return Scalar.of((1L << arity) - 1);
    }

    /** The textbook round constant added to an element before the S-boxes of a round. */
    public Scalar roundConstant(int round, int element) {
        return roundConstants[round][element];
    }

    /** An entry of the symmetric matrix that ends each round. */
    public Scalar matrixEntry(int row, int column) {
        return matrix.at(row, column);
    }

    /**
     * Constants of the fast form: one row added first, then a row after the S-boxes of each full round but the last, and
     * between them one number for each partial round.
     */
    public List<Scalar> compressedConstants() {
        return compressedConstants;
    }

    /** An entry of the matrix that the state, as a row, is multiplied with after the last full round of the first half. */
    public Scalar preSparseEntry(int row, int column) {
        return preSparseMatrix.at(row, column);
    }

    /** The matrix of each partial round of the fast form. */
    public List<SparseMatrix> sparseMatrices() {
        return sparseMatrices;
    }

    private Scalar[][] drawConstants() {
        GrainLfsr grain = new GrainLfsr(width, FULL_ROUNDS, partialRounds);
        Scalar[][] constants = new Scalar[FULL_ROUNDS + partialRounds][width];
        for (Scalar[] row : constants) {
            for (int i = 0; i < width; i++) {
                row[i] = grain.nextElement();
            }
        }
        return constants;
    }

    private static ScalarMatrix cauchyMatrix(int width) {
        Scalar[][] cells = new Scalar[width][width];
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < width; j++) {
                cells[i][j] = Scalar.of(i + width + j).inverted();
            }
        }
        return new ScalarMatrix(cells);
    }

    /** Moves each round's constants back through the matrix before them, and those of partial rounds to one element. */
    private List<Scalar> compress() {
        List<Scalar> compressed = new ArrayList<>(List.of(roundConstants[0]));
        for (int round = 1; round < HALF; round++) {
            compressed.addAll(List.of(matrix.solve(roundConstants[round])));
        }
        Scalar[] carried = roundConstants[HALF + partialRounds];
        List<Scalar> partial = new ArrayList<>();
        for (int i = 0; i < partialRounds; i++) {
            Scalar[] moved = matrix.solve(carried);
            partial.add(moved[0]);
            moved[0] = Scalar.ZERO;
            carried = sum(roundConstants[HALF + partialRounds - 1 - i], moved);
        }
        compressed.addAll(List.of(matrix.solve(carried)));
        compressed.addAll(partial.reversed());
        for (int round = HALF + partialRounds + 1; round < FULL_ROUNDS + partialRounds; round++) {
            compressed.addAll(List.of(matrix.solve(roundConstants[round])));
        }
        return List.copyOf(compressed);
    }

    private static Scalar[] sum(Scalar[] a, Scalar[] b) {
        Scalar[] sum = new Scalar[a.length];
        for (int i = 0; i < a.length; i++) {
            sum[i] = a[i].plus(b[i]);
        }
        return sum;
    }

    /** Splits the matrix of each partial round into a sparse one and one that moves into the round before. */
    private ScalarMatrix factor(List<SparseMatrix> lastRoundFirst) {
        ScalarMatrix current = matrix;
        for (int round = 0; round < partialRounds; round++) {
            Scalar[] column = new Scalar[width - 1];
            List<Scalar> row = new ArrayList<>();
            for (int i = 1; i < width; i++) {
                column[i - 1] = current.at(i, 0);
                row.add(current.at(0, i));
            }
            List<Scalar> firstColumn = new ArrayList<>(List.of(current.at(0, 0)));
            firstColumn.addAll(List.of(current.minor().solve(column)));
            lastRoundFirst.add(new SparseMatrix(List.copyOf(firstColumn), List.copyOf(row)));
            current = matrix.times(current.withUnitBorder());
        }
        return current;
    }
}
