package io.cairn.proofs.circuit.porep;

import io.cairn.proofs.circuit.gadget.BitOrder;
import io.cairn.proofs.circuit.gadget.Literal;
import io.cairn.proofs.circuit.gadget.Sha256TreeHash;
import java.util.Arrays;

/** A label from its parents: SHA-256 cut to 254 bits; rust-fil-proofs: storage-proofs-porep/src/stacked/circuit/create_label.rs. */
final class LabelGadget {

    private static final int NODE_BITS = 256;
    private static final int HEADER_BITS = 512;

    private final Sha256TreeHash hash;

    LabelGadget(Sha256TreeHash hash) {
        this.hash = hash;
    }

    /**
     * A new number, the label.
     *
     * @param replicaId 256 literals in hash order
     * @param layer     1 to the number of layers
     * @param node      64 literals, least significant first
     * @param parents   256 literals in hash order each, repeated as often as they are hashed
     */
    int label(int[] replicaId, int layer, int[] node, int[][] parents) {
        int[] message = new int[HEADER_BITS + NODE_BITS * parents.length];
        Arrays.fill(message, 0, HEADER_BITS, Literal.FALSE);
        System.arraycopy(replicaId, 0, message, 0, NODE_BITS);
        for (int i = 0; i < Integer.SIZE; i++) {
            message[NODE_BITS + i] = Literal.constant((layer >>> Integer.SIZE - 1 - i & 1) == 1);
        }
        for (int i = 0; i < Long.SIZE; i++) {
            message[NODE_BITS + Integer.SIZE + i] = node[Long.SIZE - 1 - i];
        }
        for (int i = 0; i < parents.length; i++) {
            System.arraycopy(parents[i], 0, message, HEADER_BITS + NODE_BITS * i, NODE_BITS);
        }
        return hash.hashBits(message);
    }

    /** A number's 256 bits in hash order. */
    static int[] hashOrder(int[] bits) {
        return BitOrder.reversedInBytes(bits);
    }
}
