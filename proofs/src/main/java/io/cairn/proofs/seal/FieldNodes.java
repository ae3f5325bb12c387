package io.cairn.proofs.seal;

import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.field.VectorWidth;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Adds, subtracts and multiplies runs of nodes as field elements: how a replica is encoded and decoded. In vectors ({@link FieldNodeLanes}) where
 * {@link VectorWidth} has any; what does not fill them, and everything without vectors, one by one.
 */
public final class FieldNodes {

    /** Bytes of a node. */
    static final int NODE = 32;

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final boolean IN_LANES = VectorWidth.chosen().isVector();

    private FieldNodes() {}

    /**
     * Node by node, {@code a += b}.
     *
     * @throws IllegalArgumentException if a node of either is not below the field's order
     */
    public static void add(byte[] a, byte[] b, int count) {
        int done = IN_LANES ? FieldNodeLanes.add(a, b, count) : 0;
        addOneByOne(a, b, done, count);
    }

    /**
     * Node by node, {@code a -= b}.
     *
     * @throws IllegalArgumentException if a node of either is not below the field's order
     */
    public static void subtract(byte[] a, byte[] b, int count) {
        int done = IN_LANES ? FieldNodeLanes.subtract(a, b, count) : 0;
        subtractOneByOne(a, b, done, count);
    }

    /**
     * Multiplies nodes with one factor.
     *
     * @param offset byte of the first node
     * @throws IllegalArgumentException if a node is not below the field's order
     */
    public static void multiply(byte[] nodes, int offset, int count, Scalar factor) {
        int done = IN_LANES ? FieldNodeLanes.multiply(nodes, offset, count, factor) : 0;
        multiplyOneByOne(nodes, offset + done * NODE, count - done, factor);
    }

    /** Sums need no Montgomery form: the canonical numbers add just as well. */
    static void addOneByOne(byte[] a, byte[] b, int from, int to) {
        long[] left = new long[Fr.LIMBS];
        long[] right = new long[Fr.LIMBS];
        for (int at = from * NODE; at < to * NODE; at += NODE) {
            load(a, at, left);
            load(b, at, right);
            Fr.add(left, 0, left, 0, right, 0);
            store(left, a, at);
        }
    }

    static void subtractOneByOne(byte[] a, byte[] b, int from, int to) {
        long[] left = new long[Fr.LIMBS];
        long[] right = new long[Fr.LIMBS];
        for (int at = from * NODE; at < to * NODE; at += NODE) {
            load(a, at, left);
            load(b, at, right);
            Fr.sub(left, 0, left, 0, right, 0);
            store(left, a, at);
        }
    }

    /** A factor in Montgomery form times a canonical number is canonical again. */
    static void multiplyOneByOne(byte[] nodes, int offset, int count, Scalar factor) {
        long[] limbs = new long[Fr.LIMBS];
        long[] multiplier = new long[Fr.LIMBS];
        factor.copyTo(multiplier, 0);
        for (int at = offset; at < offset + count * NODE; at += NODE) {
            load(nodes, at, limbs);
            Fr.mul(limbs, 0, limbs, 0, multiplier, 0);
            store(limbs, nodes, at);
        }
    }

    /** Throws {@link IllegalArgumentException} unless all nodes are below the field's order. */
    static void requireElements(byte[] nodes, int offset, int count) {
        long[] limbs = new long[Fr.LIMBS];
        for (int at = offset; at < offset + count * NODE; at += NODE) {
            load(nodes, at, limbs);
        }
    }

    private static void load(byte[] nodes, int offset, long[] limbs) {
        for (int limb = 0; limb < Fr.LIMBS; limb++) {
            limbs[limb] = (long) LONG.get(nodes, offset + 8 * limb);
        }
        if (!Fr.isCanonical(limbs, 0)) {
            throw new IllegalArgumentException("node " + offset / NODE + " of the run: not a field element");
        }
    }

    private static void store(long[] limbs, byte[] nodes, int offset) {
        for (int limb = 0; limb < Fr.LIMBS; limb++) {
            LONG.set(nodes, offset + 8 * limb, limbs[limb]);
        }
    }
}
