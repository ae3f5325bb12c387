package io.cairn.proofs.hash;

import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.FrLaneSums;
import io.cairn.proofs.field.FrLaneWords;
import io.cairn.proofs.field.FrLanes;
import io.cairn.proofs.field.Scalar;
import java.util.List;

/**
 * Poseidon of eight groups of nodes at a time, in lanes of vectors.
 *
 * <p>The state holds elements as they are, without Montgomery's factor R = 2^255: a sum of products in lanes divides by R, so the numbers of the matrices are kept
 * times R. The fifth power in lanes is x^5 / R^4; the matrix that follows makes up for it, its numbers (of all columns in a full round, of the first in a
 * partial one) being times R^5. Constants that follow the powers of a full round are kept as what the matrix makes of them, and added to its sums.
 *
 * <p>A partial round adds a multiple of its one power to each other element, which would cost a reduction each. So partial rounds go in groups: within a group the
 * other elements stay, the first one's sum takes in what the group's earlier powers would have contributed through them, and all is added at the end of the group.
 */
final class VectorPoseidon implements PoseidonKernel {

    /** Elements of the largest state whose sums the lanes can take. */
    static final int MOST_WIDTH = 12;
    /** Parents computed at once. */
    static final int LANES = 8;

    private static final int LIMBS = FrLanes.LIMBS;
    private static final int BLOCK = FrLanes.BLOCK;
    /** Partial rounds in a group; the sum of the last has width - 1 + GROUP terms. */
    private static final int GROUP = FrLaneSums.MOST_TERMS - MOST_WIDTH + 1;
    private static final int FULL_ROUNDS = PoseidonConstants.FULL_ROUNDS;
    private static final Scalar RADIX = Scalar.of(2).power(255);
    private static final Scalar AFTER_POWER = RADIX.power(5);
    private static final Scalar OF_POWER = RADIX.power(4).inverted();

    private final int arity;
    private final int width;
    private final int partialRounds;
    /** What the first element is before the first S-box, and what is added to the others: a block each. */
    private final double[] initial;
    /** For each full round the matrix, rows first; the last has but the row of the digest. */
    private final double[] matrices;
    /** For each full round what is added to each row's sum: a block each, zero in the last. */
    private final double[] addends;
    /** For each partial round what is added to the fifth power: a block. */
    private final double[] partialConstants;
    /** For each partial round the row of the first element's sum: numbers of the other elements, then of the powers of the group so far. */
    private final double[] rows;
    /** For each group and each element but the first the factors of the group's powers. */
    private final double[] factors;

    VectorPoseidon(PoseidonConstants from, Scalar domainTag) {
        this.arity = from.arity();
        this.width = from.width();
        this.partialRounds = from.partialRounds();
        List<Scalar> constants = from.compressedConstants();
        this.initial = new double[width * BLOCK];
        for (int i = 0; i < width; i++) {
            FrLaneSums.splat(initial, i * BLOCK, i == 0 ? constants.get(0).plus(domainTag) : constants.get(i));
        }
        this.matrices = new double[FULL_ROUNDS * width * width * LIMBS];
        this.addends = new double[FULL_ROUNDS * width * BLOCK];
        for (int round = 0; round < FULL_ROUNDS; round++) {
            fillFullRound(from, round);
        }
        this.partialConstants = new double[partialRounds * BLOCK];
        this.rows = new double[partialRounds * (arity + GROUP) * LIMBS];
        this.factors = new double[(partialRounds + GROUP - 1) / GROUP * arity * GROUP * LIMBS];
        for (int round = 0; round < partialRounds; round++) {
            FrLaneSums.splat(partialConstants, round * BLOCK, constants.get((FULL_ROUNDS / 2 + 1) * width + round).times(OF_POWER));
            fillPartialRound(from.sparseMatrices(), round);
        }
    }

    private void fillPartialRound(List<PoseidonConstants.SparseMatrix> matrices, int round) {
        List<Scalar> column = matrices.get(round).firstColumn();
        int row = round * (arity + GROUP) * LIMBS;
        for (int i = 1; i < width; i++) {
            FrLaneSums.multiplier(rows, row + (i - 1) * LIMBS, column.get(i).times(RADIX));
            Scalar factor = matrices.get(round).restOfFirstRow().get(i - 1);
            FrLaneSums.multiplier(factors, ((round / GROUP * arity + i - 1) * GROUP + round % GROUP) * LIMBS, factor.times(AFTER_POWER));
        }
        for (int earlier = round - round % GROUP; earlier < round; earlier++) {
            Scalar through = Scalar.ZERO;
            for (int i = 1; i < width; i++) {
                through = through.plus(column.get(i).times(matrices.get(earlier).restOfFirstRow().get(i - 1)));
            }
            FrLaneSums.multiplier(rows, row + (arity + earlier % GROUP) * LIMBS, through.times(AFTER_POWER));
        }
        FrLaneSums.multiplier(rows, row + (arity + round % GROUP) * LIMBS, column.get(0).times(AFTER_POWER));
    }

    private void fillFullRound(PoseidonConstants from, int round) {
        boolean last = round == FULL_ROUNDS - 1;
        int constantsAt = (round + 1) * width + (round < FULL_ROUNDS / 2 ? 0 : partialRounds);
        for (int i = 0; i < width; i++) {
            Scalar addend = Scalar.ZERO;
            for (int j = 0; j < width; j++) {
                Scalar entry = round == FULL_ROUNDS / 2 - 1 ? from.preSparseEntry(j, i) : from.matrixEntry(i, j);
                FrLaneSums.multiplier(matrices, ((round * width + i) * width + j) * LIMBS, entry.times(AFTER_POWER));
                addend = last ? addend : addend.plus(entry.times(from.compressedConstants().get(constantsAt + j)));
            }
            FrLaneSums.splat(addends, (round * width + i) * BLOCK, addend);
        }
    }

    /** The memory of one call. */
    private final class Workspace {
        /** The elements, then the powers of a group of partial rounds. */
        private final double[] state = new double[(width + GROUP) * BLOCK];
        private final double[] powers = new double[width * BLOCK];
        private final double[] first = new double[BLOCK];
        private final long[] words = new long[arity * FrLaneWords.BLOCK];
        private final long[] node = new long[Fr.LIMBS];
    }

    @Override
    public void parents(byte[] children, byte[] parents, int first, int count) {
        Workspace space = new Workspace();
        for (int done = 0; done < count; done += LANES) {
            int lanes = Math.min(LANES, count - done);
            load(space, children, first + done, lanes);
            permute(space);
            FrLaneWords.pack(space.words, 0, space.first, 0, 1);
            for (int lane = 0; lane < lanes; lane++) {
                for (int word = 0; word < Fr.LIMBS; word++) {
                    PoseidonNodes.store(space.words[LANES * word + lane], parents, (first + done + lane) * PoseidonNodes.NODE, word);
                }
            }
        }
    }

    /** Lanes without a parent keep what they had. */
    private void load(Workspace space, byte[] children, int first, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            for (int child = 0; child < arity; child++) {
                PoseidonNodes.load(children, ((first + lane) * arity + child) * PoseidonNodes.NODE, space.node);
                for (int word = 0; word < Fr.LIMBS; word++) {
                    space.words[child * FrLaneWords.BLOCK + LANES * word + lane] = space.node[word];
                }
            }
        }
        FrLaneWords.unpack(space.state, BLOCK, space.words, 0, arity);
    }

    /** From children in blocks 1 and up of the state to the digest in {@code first}. */
    private void permute(Workspace space) {
        System.arraycopy(initial, 0, space.state, 0, BLOCK);
        for (int i = 1; i < width; i++) {
            FrLaneSums.add(space.state, i * BLOCK, space.state, i * BLOCK, initial, i * BLOCK);
        }
        FrLanes.reduce(space.state, BLOCK, arity);
        for (int round = 0; round < FULL_ROUNDS / 2; round++) {
            fullRound(space, round);
        }
        for (int round = 0; round < partialRounds; round += GROUP) {
            partialRounds(space, round, Math.min(GROUP, partialRounds - round));
        }
        for (int round = FULL_ROUNDS / 2; round < FULL_ROUNDS - 1; round++) {
            fullRound(space, round);
        }
        fifthPowers(space, 0, width);
        sum(space.first, 0, space, (FULL_ROUNDS - 1) * width + 1);
    }

    private void fullRound(Workspace space, int round) {
        fifthPowers(space, 0, width);
        for (int i = 0; i < width; i++) {
            sum(space.powers, i * BLOCK, space, round * width + i);
        }
        System.arraycopy(space.powers, 0, space.state, 0, width * BLOCK);
    }

    private void sum(double[] out, int o, Workspace space, int row) {
        FrLaneSums.sum(out, o, addends, row * BLOCK, space.state, 0, matrices, row * width * LIMBS, width);
    }

    /** Partial rounds of one group: each power gets a block of its own behind the elements. */
    private void partialRounds(Workspace space, int first, int count) {
        int zero = (FULL_ROUNDS - 1) * width * BLOCK;
        System.arraycopy(space.state, 0, space.first, 0, BLOCK);
        for (int n = 0; n < count; n++) {
            int at = (width + n) * BLOCK;
            System.arraycopy(space.first, 0, space.state, at, BLOCK);
            fifthPowers(space, at, 1);
            FrLaneSums.add(space.state, at, space.state, at, partialConstants, (first + n) * BLOCK);
            FrLanes.reduce(space.state, at, 1);
            FrLaneSums.sum(space.first, 0, addends, zero, space.state, BLOCK, rows, (first + n) * (arity + GROUP) * LIMBS, arity + n + 1);
        }
        for (int i = 0; i < arity; i++) {
            int at = (i + 1) * BLOCK;
            int row = (first / GROUP * arity + i) * GROUP * LIMBS;
            FrLaneSums.sum(space.state, at, space.state, at, space.state, width * BLOCK, factors, row, count);
        }
        System.arraycopy(space.first, 0, space.state, 0, BLOCK);
    }

    /** So many elements x become x^5 / R^4. */
    private static void fifthPowers(Workspace space, int at, int count) {
        System.arraycopy(space.state, at, space.powers, 0, count * BLOCK);
        FrLanes.mul(space.powers, 0, space.state, at, count);
        FrLanes.mul(space.powers, 0, space.powers, 0, count);
        FrLanes.mul(space.state, at, space.powers, 0, count);
    }
}
