package io.cairn.proofs.tree;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorSpecies;

/** Nodes that are moved as one vector of 256 bits each: one check of bounds, one load and one store, so that many loads are in flight at once. */
final class NodeVector {

    private static final VectorSpecies<Byte> NODE = ByteVector.SPECIES_256;

    private NodeVector() {
    }

    /** See {@link MappedFile#gather}. */
    static void gather(MemorySegment memory, int[] indexes, int at, int count, byte[] out, int offset) {
        int bytes = NODE.length();
        for (int i = 0; i < count; i++) {
            ByteVector.fromMemorySegment(NODE, memory, Integer.toUnsignedLong(indexes[at + i]) * bytes, ByteOrder.LITTLE_ENDIAN)
                    .intoArray(out, offset + i * bytes);
        }
    }
}
