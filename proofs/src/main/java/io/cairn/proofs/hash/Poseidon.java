package io.cairn.proofs.hash;

import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.field.VectorWidth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Poseidon over the scalar field, as Filecoin uses it: the digest of {@code arity} elements is one element.
 *
 * <p>Works in the fast form of the constants; digests equal those of the textbook form. Batches are hashed in lanes of
 * vectors where {@link VectorWidth} has any. Source: neptune, src/poseidon.rs. Safe for use by many threads.
 */
public final class Poseidon implements ParentHasher {

    private static final int NODE = PoseidonNodes.NODE;
    private static final Map<Integer, Poseidon> KNOWN = new ConcurrentHashMap<>();

    private final int arity;
    private final ScalarPoseidon single;
    private final PoseidonKernel lanes;

    private Poseidon(PoseidonConstants from, Scalar domainTag) {
        this.arity = from.arity();
        this.single = new ScalarPoseidon(from, domainTag);
        boolean inLanes = VectorWidth.chosen().isVector() && from.width() <= VectorPoseidon.MOST_WIDTH;
        this.lanes = inLanes ? new VectorPoseidon(from, domainTag) : single;
    }

    /** The hash of tree nodes and columns: arity 2, 4, 8 or 11, or another that {@link PoseidonConstants} has. Made once. */
    public static Poseidon ofArity(int arity) {
        PoseidonConstants constants = PoseidonConstants.ofArity(arity);
        return KNOWN.computeIfAbsent(arity, key -> new Poseidon(constants, constants.merkleTag()));
    }

    /** A hash of the same arity set apart by its domain tag. */
    public static Poseidon withTag(int arity, Scalar domainTag) {
        return new Poseidon(PoseidonConstants.ofArity(arity), domainTag);
    }

    @Override
    public int arity() {
        return arity;
    }

    /** A parent left over by the lanes is hashed alone: a full set of lanes takes longer than it. */
    @Override
    public void parents(byte[] children, byte[] parents, int count) {
        int together = count % VectorPoseidon.LANES == 1 ? count - 1 : count;
        lanes.parents(children, parents, 0, together);
        single.parents(children, parents, together, count - together);
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
        return Scalar.fromBytes(hash(inputs.stream().map(Scalar::toBytes).toArray(byte[][]::new)));
    }

    /** Hashes whose S-boxes the listener hears of. */
    public PoseidonTrace trace(SBoxListener listener) {
        return new PoseidonTrace(single, listener);
    }

    private void requireArity(int inputs) {
        if (inputs != arity) {
            throw new IllegalArgumentException("inputs: " + inputs + ", expected " + arity);
        }
    }
}
