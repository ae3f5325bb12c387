package io.cairn.proofs.circuit.gadget;

import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Constants of one Poseidon instance in the optimised form that the circuit's rows are made of; neptune: src/poseidon.rs,
 * preprocessing.rs, mds.rs.
 *
 * @param width         state elements, one more than the arity
 * @param partialRounds rounds with one s-box
 * @param compressed    round constants moved past the linear layers, in the order of use
 * @param dense         the matrix of the full rounds
 * @param preSparse     the matrix before the partial rounds
 * @param sparse        the factors of the partial rounds in order
 */
record PoseidonConstants(int width, int partialRounds, List<Scalar> compressed, Scalar[][] dense, Scalar[][] preSparse, List<Sparse> sparse) {

    static final int FULL_ROUNDS = 8;
    static final int HALF = FULL_ROUNDS / 2;

    /**
     * A matrix that is the identity but for its first row and column.
     *
     * @param column the first column
     * @param row    the first row without its first element
     */
    record Sparse(Scalar[] column, Scalar[] row) {
    }

    static PoseidonConstants ofArity(int arity) {
        int width = arity + 1;
        int partial = partialRounds(arity);
        Scalar[][] dense = new Scalar[width][width];
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < width; j++) {
                dense[i][j] = Scalar.of(i + width + j).inverted();
            }
        }
        List<Scalar> compressed = compressed(GrainConstants.of(width, FULL_ROUNDS, partial), Matrices.inverse(dense), width, partial);
        List<Sparse> sparse = new ArrayList<>();
        Scalar[][] current = dense;
        for (int round = 0; round < partial; round++) {
            sparse.add(factor(current));
            current = Matrices.product(dense, withoutBorder(current));
        }
        Collections.reverse(sparse);
        return new PoseidonConstants(width, partial, compressed, dense, current, List.copyOf(sparse));
    }

    private static int partialRounds(int arity) {
        return switch (arity) {
            case 2 -> 55;
            case 4 -> 56;
            case 8, 11 -> 57;
            case 36 -> 60;
            default -> throw new IllegalArgumentException("Poseidon arity " + arity + ", expected 2, 4, 8, 11 or 36");
        };
    }

    private static Sparse factor(Scalar[][] matrix) {
        int rest = matrix.length - 1;
        Scalar[][] inner = new Scalar[rest][];
        Scalar[] below = new Scalar[rest];
        for (int i = 0; i < rest; i++) {
            inner[i] = Arrays.copyOfRange(matrix[i + 1], 1, rest + 1);
            below[i] = matrix[i + 1][0];
        }
        Scalar[] solved = Matrices.times(Matrices.inverse(inner), below);
        Scalar[] column = new Scalar[rest + 1];
        column[0] = matrix[0][0];
        System.arraycopy(solved, 0, column, 1, rest);
        return new Sparse(column, Arrays.copyOfRange(matrix[0], 1, rest + 1));
    }

    /** The matrix with its first row and column replaced by those of the identity. */
    private static Scalar[][] withoutBorder(Scalar[][] matrix) {
        Scalar[][] result = new Scalar[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            result[i] = matrix[i].clone();
            result[i][0] = i == 0 ? Scalar.ONE : Scalar.ZERO;
        }
        Arrays.fill(result[0], 1, matrix.length, Scalar.ZERO);
        return result;
    }

    private static List<Scalar> compressed(Scalar[] round, Scalar[][] inverse, int width, int partial) {
        List<Scalar> result = new ArrayList<>(List.of(Arrays.copyOf(round, width)));
        for (int i = 1; i < HALF; i++) {
            result.addAll(List.of(Matrices.times(inverse, ofRound(round, width, i))));
        }
        Deque<Scalar> firsts = new ArrayDeque<>();
        Scalar[] accumulated = ofRound(round, width, HALF + partial);
        for (int i = 0; i < partial; i++) {
            Scalar[] moved = Matrices.times(inverse, accumulated);
            firsts.push(moved[0]);
            moved[0] = Scalar.ZERO;
            accumulated = ofRound(round, width, HALF + partial - i - 1);
            for (int j = 0; j < width; j++) {
                accumulated[j] = accumulated[j].plus(moved[j]);
            }
        }
        result.addAll(List.of(Matrices.times(inverse, accumulated)));
        result.addAll(firsts);
        for (int i = 1; i < HALF; i++) {
            result.addAll(List.of(Matrices.times(inverse, ofRound(round, width, HALF + partial + i))));
        }
        return List.copyOf(result);
    }

    private static Scalar[] ofRound(Scalar[] constants, int width, int round) {
        return Arrays.copyOfRange(constants, round * width, (round + 1) * width);
    }

    /** Round constants from the Grain LFSR in its self-shrinking mode; neptune: src/round_constants.rs. */
    private static final class GrainConstants {

        private static final int STATE = 80;
        private static final int WARM_UP = 160;
        private static final int FIELD_BITS = 255;

        private final boolean[] state = new boolean[STATE];
        private int oldest;

        static Scalar[] of(int width, int full, int partial) {
            GrainConstants grain = new GrainConstants(width, full, partial);
            Scalar[] constants = new Scalar[(full + partial) * width];
            Arrays.setAll(constants, i -> grain.element());
            return constants;
        }

        private GrainConstants(int width, int full, int partial) {
            int at = 0;
            int[][] fields = {{1, 2}, {1, 4}, {FIELD_BITS, 12}, {width, 12}, {full, 10}, {partial, 10}, {(1 << 30) - 1, 30}};
            for (int[] field : fields) {
                for (int bit = field[1] - 1; bit >= 0; bit--) {
                    state[at++] = (field[0] >>> bit & 1) == 1;
                }
            }
            for (int i = 0; i < WARM_UP; i++) {
                step();
            }
        }

        private boolean step() {
            boolean bit = at(62) ^ at(51) ^ at(38) ^ at(23) ^ at(13) ^ at(0);
            state[oldest] = bit;
            oldest = (oldest + 1) % STATE;
            return bit;
        }

        private boolean at(int position) {
            return state[(oldest + position) % STATE];
        }

        /** Of each pair of bits that begins with one, the second. */
        private boolean bit() {
            while (!step()) {
                step();
            }
            return step();
        }

        private Scalar element() {
            while (true) {
                BigInteger sample = BigInteger.ZERO;
                for (int i = FIELD_BITS - 1; i >= 0; i--) {
                    sample = bit() ? sample.setBit(i) : sample;
                }
                if (sample.compareTo(Fr.MODULUS) < 0) {
                    return Scalar.of(sample);
                }
            }
        }
    }
}
