package io.cairn.proofs.seal;

import io.cairn.proofs.field.Fr;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Adds and subtracts runs of nodes as field elements: how a replica is encoded and decoded. */
final class FieldNodes {

    private static final int NODE = 32;
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private FieldNodes() {}

    @FunctionalInterface
    private interface Operation {
        void apply(long[] out, int o, long[] a, int i, long[] b, int j);
    }

    /** Node by node, {@code a += b}. */
    static void add(byte[] a, byte[] b, int count) {
        combine(a, b, count, Fr::add);
    }

    /** Node by node, {@code a -= b}. */
    static void subtract(byte[] a, byte[] b, int count) {
        combine(a, b, count, Fr::sub);
    }

    /** Sums need no Montgomery form: the canonical numbers add just as well. */
    private static void combine(byte[] a, byte[] b, int count, Operation operation) {
        long[] left = new long[Fr.LIMBS];
        long[] right = new long[Fr.LIMBS];
        for (int node = 0; node < count; node++) {
            load(a, node, left);
            load(b, node, right);
            operation.apply(left, 0, left, 0, right, 0);
            for (int limb = 0; limb < Fr.LIMBS; limb++) {
                LONG.set(a, node * NODE + 8 * limb, left[limb]);
            }
        }
    }

    private static void load(byte[] nodes, int node, long[] limbs) {
        for (int limb = 0; limb < Fr.LIMBS; limb++) {
            limbs[limb] = (long) LONG.get(nodes, node * NODE + 8 * limb);
        }
        if (!Fr.isCanonical(limbs, 0)) {
            throw new IllegalArgumentException("node " + node + " of the run: not a field element");
        }
    }
}
