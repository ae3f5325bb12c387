package io.cairn.proofs.porep;

import io.cairn.proofs.hash.Sha256Nodes;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * What a label was hashed from (rust-fil-proofs: storage-proofs-porep/src/stacked/vanilla/labeling_proof.rs).
 *
 * @param parents the 37 labels, 32 bytes each, repetitions among them
 * @param layer   1 to the number of layers
 * @param node    the labelled node
 */
public record LabelingProof(List<byte[]> parents, int layer, long node) {

    /** Labels in a hash, counted with their repetitions. */
    public static final int PARENTS = 37;

    private static final int HEADER_BYTES = 64;

    /** Copies the parents. */
    public LabelingProof {
        parents = List.copyOf(parents);
    }

    /** Repeats the parents in their order up to 37. */
    static LabelingProof repeating(List<byte[]> distinct, int layer, long node) {
        byte[][] parents = new byte[PARENTS][];
        for (int i = 0; i < PARENTS; i++) {
            parents[i] = distinct.get(i % distinct.size());
        }
        return new LabelingProof(List.of(parents), layer, node);
    }

    /** The label: SHA-256 without its two top bits. */
    public byte[] label(byte[] replicaId) {
        ByteBuffer preimage = ByteBuffer.allocate(HEADER_BYTES + 32 * parents.size());
        preimage.put(replicaId).putInt(layer).putLong(node).position(HEADER_BYTES);
        parents.forEach(preimage::put);
        byte[] label = Sha256Nodes.newDigest().digest(preimage.array());
        Sha256Nodes.truncate(label, 0);
        return label;
    }
}
