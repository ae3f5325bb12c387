package io.cairn.proofs.hash;

import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Poseidon over the scalar field, as Filecoin uses it: the digest of {@code arity} elements is one element.
 *
 * <p>Works in the fast form of the constants; digests equal those of the textbook form. Source: neptune,
 * src/poseidon.rs. Safe for use by many threads.
 */
public final class Poseidon implements ParentHasher {

    private static final int LIMBS = Fr.LIMBS;
    private static final int NODE = 32;
    private static final int HALF = PoseidonConstants.FULL_ROUNDS / 2;
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final int arity;
    private final int width;
    private final int partialRounds;
    private final long[] tag = new long[LIMBS];
    private final long[] constants;
    private final long[] matrix;
    private final long[] preSparse;
    private final long[] sparse;

    private Poseidon(PoseidonConstants from, Scalar domainTag) {
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

    /** The hash of tree nodes and columns: arity 2, 4, 8 or 11, or another that {@link PoseidonConstants} has. */
    public static Poseidon ofArity(int arity) {
        PoseidonConstants constants = PoseidonConstants.ofArity(arity);
        return new Poseidon(constants, constants.merkleTag());
    }

    /** A hash of the same arity set apart by its domain tag. */
    public static Poseidon withTag(int arity, Scalar domainTag) {
        return new Poseidon(PoseidonConstants.ofArity(arity), domainTag);
    }

    @Override
    public int arity() {
        return arity;
    }

    @Override
    public void parents(byte[] children, byte[] parents, int count) {
        Workspace space = new Workspace(width);
        for (int i = 0; i < count; i++) {
            for (int child = 0; child < arity; child++) {
                load(children, (i * arity + child) * NODE, space.state, (child + 1) * LIMBS);
            }
            permute(space);
            store(space.state, LIMBS, parents, i * NODE);
        }
    }

    /**
     * Hashes nodes.
     *
     * @param inputs as many nodes of 32 bytes as the arity; each a canonical little-endian field element
     * @return 32 bytes
     */
    public byte[] hash(byte[]... inputs) {
        requireArity(inputs.length);
        byte[] children = new byte[arity * NODE];
        for (int i = 0; i < arity; i++) {
            if (inputs[i].length != NODE) {
                throw new IllegalArgumentException("input " + i + ": " + inputs[i].length + " bytes, expected " + NODE);
            }
            System.arraycopy(inputs[i], 0, children, i * NODE, NODE);
        }
        byte[] digest = new byte[NODE];
        parents(children, digest, 1);
        return digest;
    }

    /** Hashes field elements. */
    public Scalar hash(List<Scalar> inputs) {
        requireArity(inputs.size());
        Workspace space = new Workspace(width);
        for (int i = 0; i < arity; i++) {
            inputs.get(i).copyTo(space.state, (i + 1) * LIMBS);
        }
        permute(space);
        return Scalar.ofLimbs(space.state, LIMBS);
    }

    private void requireArity(int inputs) {
        if (inputs != arity) {
            throw new IllegalArgumentException("inputs: " + inputs + ", expected " + arity);
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
        multiply(space, matrix);
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
        Fr.mul(space.next, target, row, rowAt, space.state, 0);
        for (int k = 1; k < width; k++) {
            Fr.mul(space.term, 0, row, rowAt + k * LIMBS, space.state, k * LIMBS);
            Fr.add(space.next, target, space.next, target, space.term, 0);
        }
    }

    private static void load(byte[] bytes, int offset, long[] out, int at) {
        for (int limb = 0; limb < LIMBS; limb++) {
            out[at + limb] = (long) LONG.get(bytes, offset + 8 * limb);
        }
        if (!Fr.isCanonical(out, at)) {
            throw new IllegalArgumentException("node at byte " + offset + ": not a field element");
        }
        Fr.toMontgomery(out, at, out, at);
    }

    private static void store(long[] element, int at, byte[] out, int offset) {
        long[] canonical = new long[LIMBS];
        Fr.toCanonical(canonical, 0, element, at);
        for (int limb = 0; limb < LIMBS; limb++) {
            LONG.set(out, offset + 8 * limb, canonical[limb]);
        }
    }

    private static long[] limbsOf(List<Scalar> elements) {
        long[] limbs = new long[elements.size() * LIMBS];
        for (int i = 0; i < elements.size(); i++) {
            elements.get(i).copyTo(limbs, i * LIMBS);
        }
        return limbs;
    }
}
