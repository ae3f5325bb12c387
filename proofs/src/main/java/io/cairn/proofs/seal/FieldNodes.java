package io.cairn.proofs.seal;

import io.cairn.proofs.field.Fr;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Adds, subtracts and multiplies runs of nodes as field elements: how a replica is encoded and decoded. */
public final class FieldNodes {

    private static final int NODE = 32;
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private FieldNodes() {}

    @FunctionalInterface
    private interface Operation {
        void apply(long[] out, int o, long[] a, int i, long[] b, int j);
    }

    /** Node by node, {@code a += b}. */
    public static void add(byte[] a, byte[] b, int count) {
        combine(a, b, count, Fr::add);
    }

    /** Node by node, {@code a -= b}. */
    public static void subtract(byte[] a, byte[] b, int count) {
        combine(a, b, count, Fr::sub);
    }

    /**
     * Multiplies nodes with one factor. A factor in Montgomery form times a canonical number is canonical again.
     *
     * @param offset byte of the first node
     * @param factor holds the factor's Montgomery limbs from {@code at} on
     */
    public static void multiply(byte[] nodes, int offset, int count, long[] factor, int at) {
        long[] limbs = new long[Fr.LIMBS];
        for (int byteAt = offset; byteAt < offset + count * NODE; byteAt += NODE) {
            load(nodes, byteAt, limbs);
            Fr.mul(limbs, 0, limbs, 0, factor, at);
            store(limbs, nodes, byteAt);
        }
    }

    /** Sums need no Montgomery form: the canonical numbers add just as well. */
    private static void combine(byte[] a, byte[] b, int count, Operation operation) {
        long[] left = new long[Fr.LIMBS];
        long[] right = new long[Fr.LIMBS];
        for (int node = 0; node < count; node++) {
            load(a, node * NODE, left);
            load(b, node * NODE, right);
            operation.apply(left, 0, left, 0, right, 0);
            store(left, a, node * NODE);
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
