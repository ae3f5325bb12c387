package io.cairn.proofs.seal;

import io.cairn.proofs.graph.ParentSource;
import io.cairn.proofs.hash.Sha256Nodes;
import io.cairn.proofs.tree.MappedFile;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.MessageDigest;

/**
 * Labels one replica: SHA-256 over its identity, the place of the label and 37 parent labels, which are those of the parents in turn.
 *
 * <p>Source: rust-fil-proofs, storage-proofs-porep/src/stacked/vanilla/create_label/single.rs.
 */
final class LabelHasher implements NodeLabeler {

    /** Bytes of a label. */
    static final int NODE = 32;
    /** Labels in a message. */
    static final int PARENT_LABELS = 37;
    /** Where the layer and the node stand behind the replica's identity. */
    static final int LAYER_AT = 32;
    static final int NODE_AT = 36;
    /** Bytes before the parents' labels. */
    static final int HEADER = 64;

    private static final VarHandle BIG_INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle BIG_LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final MessageDigest sha = Sha256Nodes.newDigest();
    private final byte[] header = new byte[HEADER];
    private final byte[] label = new byte[NODE];
    private MappedFile labels;
    private int parentBytes;

    LabelHasher(byte[] replicaId) {
        System.arraycopy(replicaId, 0, header, 0, NODE);
    }

    /** The file of the layer that is begun next. */
    void into(MappedFile file) {
        labels = file;
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public void begin(int layer) {
        BIG_INT.set(header, LAYER_AT, layer);
        BIG_LONG.set(header, NODE_AT, 0L);
        parentBytes = NODE * (layer == 1 ? ParentSource.BASE_DEGREE : ParentSource.DEGREE);
        sha.update(header, 0, HEADER);
        finish();
    }

    /** The label of node 0 of a layer. */
    byte[] first(int layer) {
        begin(layer);
        return label.clone();
    }

    /** The parents' labels are whole blocks, so that the digest reads them where they are. */
    @Override
    public void label(long node, byte[] parents, int offset) {
        BIG_LONG.set(header, NODE_AT, node);
        sha.update(header, 0, HEADER);
        int rest = PARENT_LABELS * NODE;
        for (; rest > parentBytes; rest -= parentBytes) {
            sha.update(parents, offset, parentBytes);
        }
        sha.update(parents, offset, rest);
        finish();
    }

    private void finish() {
        Sha256Nodes.digestTo(sha, label, 0);
        Sha256Nodes.truncate(label, 0);
    }

    @Override
    public void store(long node) {
        labels.put(node, 1, label, 0);
    }
}
