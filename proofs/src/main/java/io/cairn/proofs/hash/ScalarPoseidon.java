package io.cairn.proofs.hash;

import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.FrSums;
import io.cairn.proofs.field.Scalar;
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
    private final long[] constants;
    private final long[] matrix;
    private final long[] preSparse;
    private final long[] sparse;

    ScalarPoseidon(PoseidonConstants from, Scalar domainTag) {
        this.arity = from.arity();
        this.width = from.width();
        this.partialRounds = from.partialRounds();
        domainTag.copyTo(tag, 0);
        this.constants = limbsOf(from.compressedConstants());
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
        Workspace space = new Workspace(width);
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

    private static final class Workspace {
        private long[] state;
        private long[] next;
        private final long[] term = new long[LIMBS];

        Workspace(int width) {
            state = new long[width * LIMBS];
            next = new long[width * LIMBS];
        }

        void swap() {
            long[] old = state;
            state = next;
            next = old;
        }
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
            substitute(space, 0);
            Fr.add(space.state, 0, space.state, 0, constants, at);
            multiplySparse(space, round * (2 * width - 1) * LIMBS);
        }
        for (int round = 0; round < HALF - 1; round++) {
            at = fullSubstitution(space, at);
            multiply(space, matrix);
        }
        for (int i = 0; i < width; i++) {
            substitute(space, i * LIMBS);
        }
        dotProduct(space, matrix, width * LIMBS, LIMBS);
    }

    private int fullSubstitution(Workspace space, int constantsAt) {
        int at = constantsAt;
        for (int i = 0; i < width; i++, at += LIMBS) {
            substitute(space, i * LIMBS);
            Fr.add(space.state, i * LIMBS, space.state, i * LIMBS, constants, at);
        }
        return at;
    }

    /** x becomes x^5. */
    private static void substitute(Workspace space, int at) {
        Fr.square(space.term, 0, space.state, at);
        Fr.square(space.term, 0, space.term, 0);
        Fr.mul(space.state, at, space.state, at, space.term, 0);
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
