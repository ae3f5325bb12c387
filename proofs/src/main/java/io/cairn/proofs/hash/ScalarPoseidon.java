package io.cairn.proofs.hash;

import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.FrSums;
import io.cairn.proofs.field.Scalar;
import java.util.Arrays;
import java.util.List;

/**
 * Poseidon one group of nodes after the other, in plain Java, in the form of the constants that needs few multiplications.
 *
 * <p>Source: neptune, src/poseidon.rs.
 */
final class ScalarPoseidon implements PoseidonKernel {

    private static final int LIMBS = Fr.LIMBS;
    private static final int HALF = PoseidonConstants.FULL_ROUNDS / 2;

    private final int arity;
    private final int width;
    private final int partialRounds;
    private final long[] tag = new long[LIMBS];
    /** What is added behind the S-boxes in order; zeros for the last round, which adds nothing. */
    private final long[] constants;
    private final long[] matrix;
    private final long[] preSparse;
    private final long[] sparse;

    ScalarPoseidon(PoseidonConstants from, Scalar domainTag) {
        this.arity = from.arity();
        this.width = from.width();
        this.partialRounds = from.partialRounds();
        domainTag.copyTo(tag, 0);
        this.constants = Arrays.copyOf(limbsOf(from.compressedConstants()), (from.compressedConstants().size() + width) * LIMBS);
        this.matrix = new long[width * width * LIMBS];
        this.preSparse = new long[width * width * LIMBS];
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < width; j++) {
                from.matrixEntry(i, j).copyTo(matrix, (i * width + j) * LIMBS);
                from.preSparseEntry(j, i).copyTo(preSparse, (i * width + j) * LIMBS);
            }
        }
        this.sparse = new long[partialRounds * (2 * width - 1) * LIMBS];
        int at = 0;
        for (PoseidonConstants.SparseMatrix round : from.sparseMatrices()) {
            for (List<Scalar> part : List.of(round.firstColumn(), round.restOfFirstRow())) {
                for (Scalar entry : part) {
                    entry.copyTo(sparse, at);
                    at += LIMBS;
                }
            }
        }
    }

    @Override
    public void parents(byte[] children, byte[] parents, int first, int count) {
        Workspace space = workspace(box -> { });
        for (int i = first; i < first + count; i++) {
            for (int child = 0; child < arity; child++) {
                PoseidonNodes.load(children, (i * arity + child) * PoseidonNodes.NODE, space.term);
                Fr.toMontgomery(space.state, (child + 1) * LIMBS, space.term, 0);
            }
            permute(space);
            Fr.toCanonical(space.term, 0, space.next, LIMBS);
            for (int word = 0; word < LIMBS; word++) {
                PoseidonNodes.store(space.term[word], parents, i * PoseidonNodes.NODE, word);
            }
        }
    }

    /** Memory of a thread's hashes, whose S-boxes the listener hears of. */
    Workspace workspace(SBoxListener listener) {
        return new Workspace(width, listener);
    }

    static final class Workspace {
        private long[] state;
        private long[] next;
        private final long[] term = new long[LIMBS];
        private final long[] box = new long[SBoxListener.LENGTH];
        private final SBoxListener listener;

        private Workspace(int width, SBoxListener listener) {
            this.state = new long[width * LIMBS];
            this.next = new long[width * LIMBS];
            this.listener = listener;
        }

        private void swap() {
            long[] old = state;
            state = next;
            next = old;
        }
    }

    /** Hashes as many elements as the arity, Montgomery limbs in both arrays. */
    void hash(long[] preimage, Workspace space, long[] digest) {
        System.arraycopy(preimage, 0, space.state, LIMBS, arity * LIMBS);
        permute(space);
        System.arraycopy(space.next, LIMBS, digest, 0, LIMBS);
    }

    /** From children in elements 1 and up of the state to the digest in element 1 of {@code next}. */
    private void permute(Workspace space) {
        System.arraycopy(tag, 0, space.state, 0, LIMBS);
        int at = 0;
        for (int i = 0; i < width; i++, at += LIMBS) {
            Fr.add(space.state, i * LIMBS, space.state, i * LIMBS, constants, at);
        }
        for (int round = 0; round < HALF; round++) {
            at = fullSubstitution(space, at);
            multiply(space, round == HALF - 1 ? preSparse : matrix);
        }
        for (int round = 0; round < partialRounds; round++, at += LIMBS) {
            substitute(space, 0, at);
            multiplySparse(space, round * (2 * width - 1) * LIMBS);
        }
        for (int round = 0; round < HALF - 1; round++) {
            at = fullSubstitution(space, at);
            multiply(space, matrix);
        }
        fullSubstitution(space, at);
        dotProduct(space, matrix, width * LIMBS, LIMBS);
    }

    private int fullSubstitution(Workspace space, int constantsAt) {
        int at = constantsAt;
        for (int i = 0; i < width; i++, at += LIMBS) {
            substitute(space, i * LIMBS, at);
        }
        return at;
    }

    /** x becomes x^5 and a constant. */
    private void substitute(Workspace space, int at, int constant) {
        long[] box = space.box;
        System.arraycopy(space.state, at, box, SBoxListener.X, LIMBS);
        Fr.square(box, SBoxListener.SQUARE, box, SBoxListener.X);
        Fr.square(box, SBoxListener.FOURTH, box, SBoxListener.SQUARE);
        Fr.mul(box, SBoxListener.FIFTH, box, SBoxListener.X, box, SBoxListener.FOURTH);
        Fr.add(box, SBoxListener.OUT, box, SBoxListener.FIFTH, constants, constant);
        System.arraycopy(box, SBoxListener.OUT, space.state, at, LIMBS);
        space.listener.passed(box);
    }

    private void multiply(Workspace space, long[] rows) {
        for (int i = 0; i < width; i++) {
            dotProduct(space, rows, i * width * LIMBS, i * LIMBS);
        }
        space.swap();
    }

    private void multiplySparse(Workspace space, int at) {
        dotProduct(space, sparse, at, 0);
        int row = at + width * LIMBS;
        for (int j = 1; j < width; j++, row += LIMBS) {
            Fr.mul(space.term, 0, sparse, row, space.state, 0);
            Fr.add(space.next, j * LIMBS, space.state, j * LIMBS, space.term, 0);
        }
        space.swap();
    }

    private void dotProduct(Workspace space, long[] row, int rowAt, int target) {
        FrSums.sum(space.next, target, space.state, 0, row, rowAt, width);
    }

    private static long[] limbsOf(List<Scalar> elements) {
        long[] limbs = new long[elements.size() * LIMBS];
        for (int i = 0; i < elements.size(); i++) {
            elements.get(i).copyTo(limbs, i * LIMBS);
        }
        return limbs;
    }
}
