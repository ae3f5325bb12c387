package io.cairn.proofs.hash;

import io.cairn.proofs.field.Fr;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Nodes of 32 bytes as the words of field elements: the lowest byte of the lowest word first. */
final class PoseidonNodes {

    static final int NODE = 32;

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private PoseidonNodes() {}

    /**
     * Reads the four words of the node at a byte offset.
     *
     * @throws IllegalArgumentException if they are no element below the field's order
     */
    static void load(byte[] nodes, int offset, long[] words) {
        for (int word = 0; word < Fr.LIMBS; word++) {
            words[word] = (long) LONG.get(nodes, offset + 8 * word);
        }
        if (!Fr.isCanonical(words, 0)) {
            throw new IllegalArgumentException("node at byte " + offset + ": not a field element");
        }
    }

    /** Writes one word of the node at a byte offset. */
    static void store(long value, byte[] nodes, int offset, int word) {
        LONG.set(nodes, offset + 8 * word, value);
    }
}
