package io.cairn.proofs.seal;

import io.cairn.proofs.graph.ParentSource;
import io.cairn.proofs.hash.Sha256Nodes;
import io.cairn.proofs.tree.MappedFile;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.MessageDigest;

/**
 * Computes single labels of a replica: SHA-256 over the replica's identity, the place of the label and 37 parent labels.
 *
 * <p>Source: rust-fil-proofs, storage-proofs-porep/src/stacked/vanilla/create_label/single.rs. Not safe for use by
 * several threads.
 */
final class LabelHasher {

    private static final int NODE = 32;
    private static final int HEADER = 64;
    private static final int PARENT_LABELS = 37;
    private static final VarHandle BIG_INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle BIG_LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final MessageDigest sha = Sha256Nodes.newDigest();
    private final byte[] message = new byte[HEADER + PARENT_LABELS * NODE];

    LabelHasher(byte[] replicaId) {
        System.arraycopy(replicaId, 0, message, 0, NODE);
    }

    /** The label of node 0, which has no parents. */
    byte[] first(int layer) {
        byte[] label = new byte[NODE];
        place(layer, 0);
        finish(HEADER, label, 0);
        return label;
    }

    /** The label of a later node of layer 1, from its base parents. */
    void onFirstLayer(long node, int[] parents, int parentsAt, MappedFile labels, byte[] out, int outOffset) {
        place(1, node);
        for (int i = 0; i < ParentSource.BASE_DEGREE; i++) {
            labels.get(Integer.toUnsignedLong(parents[parentsAt + i]), 1, message, HEADER + i * NODE);
        }
        repeatParents(ParentSource.BASE_DEGREE);
        finish(message.length, out, outOffset);
    }

    /** The label of a later node of a later layer, from base parents in the layer and expander parents in the one before. */
    void onLaterLayer(int layer, long node, int[] parents, int parentsAt, MappedFile labels, MappedFile previous,
            byte[] out, int outOffset) {
        place(layer, node);
        for (int i = 0; i < ParentSource.DEGREE; i++) {
            MappedFile from = i < ParentSource.BASE_DEGREE ? labels : previous;
            from.get(Integer.toUnsignedLong(parents[parentsAt + i]), 1, message, HEADER + i * NODE);
        }
        repeatParents(ParentSource.DEGREE);
        finish(message.length, out, outOffset);
    }

    private void place(int layer, long node) {
        BIG_INT.set(message, NODE, layer);
        BIG_LONG.set(message, NODE + 4, node);
    }

    private void repeatParents(int degree) {
        for (int i = degree; i < PARENT_LABELS; i += degree) {
            int count = Math.min(degree, PARENT_LABELS - i);
            System.arraycopy(message, HEADER, message, HEADER + i * NODE, count * NODE);
        }
    }

    private void finish(int length, byte[] out, int outOffset) {
        sha.update(message, 0, length);
        Sha256Nodes.digestTo(sha, out, outOffset);
        Sha256Nodes.truncate(out, outOffset);
    }
}
