package io.cairn.proofs.seal;

import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.graph.ParentSource;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The key of a replica: its last layer of labels, which is added to the data. It is made again from the replica's
 * identity when data is read back, and it is the replica of a sector of zeros.
 */
public final class ReplicaKey {

    private final Labels labels;

    /**
     * The key of the replica with this identity in the graph with these parents.
     *
     * @param replicaId 32 bytes
     * @param workers threads that get parents; labels take one
     */
    public ReplicaKey(byte[] replicaId, ParentSource parents, Workers workers) {
        this.labels = new Labels(replicaId, parents, workers);
    }

    /**
     * Makes the key; at most two layers are in the directory at a time.
     *
     * @param directory holds the layers and in the end the key
     * @param layers layers of the replica
     * @param progress counts labels
     * @return the file of the key
     */
    public Path make(Path directory, int layers, Progress progress) throws IOException {
        return labels.makeLast(directory, layers, progress);
    }

    /**
     * Decodes a run of replica nodes with the same run of the key.
     *
     * @param replica nodes of the replica
     * @param key the same nodes of the key
     * @param nodes how many
     * @return the padded data, 32 bytes a node
     */
    public static byte[] decode(byte[] replica, byte[] key, int nodes) {
        byte[] data = replica.clone();
        FieldNodes.subtract(data, key, nodes);
        return data;
    }
}
