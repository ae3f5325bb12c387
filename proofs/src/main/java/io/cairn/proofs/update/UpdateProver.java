package io.cairn.proofs.update;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.opening.DataTree;
import io.cairn.proofs.opening.ReplicaTree;
import io.cairn.proofs.seal.CacheFolder;
import io.cairn.proofs.seal.PersistentAux;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes vanilla proofs of an update from the files of both replicas (rust-fil-proofs: storage-proofs-update/src/vanilla.rs). Close it to
 * release the files.
 */
public final class UpdateProver implements AutoCloseable {

    private final UpdateShape shape;
    private PersistentAux aux;
    private ReplicaTree oldReplica;
    private DataTree newData;
    private ReplicaTree newReplica;

    private UpdateProver(SectorShape sector) {
        this.shape = UpdateShape.of(sector);
    }

    /**
     * Opens both replicas with their trees.
     *
     * @param key      the old replica
     * @param keyCache folder of its tree
     * @param updated  the updated replica
     * @param cache    folder of its trees and {@code p_aux}
     * @throws IOException if a file is missing or has another length than the shape asks for
     */
    public static UpdateProver open(Path key, CacheFolder keyCache, Path updated, CacheFolder cache) throws IOException {
        UpdateProver prover = new UpdateProver(cache.shape());
        try {
            prover.aux = PersistentAux.read(cache.persistentAux());
            prover.oldReplica = ReplicaTree.open(keyCache, key);
            prover.newData = DataTree.open(cache.shape(), cache.treeD());
            prover.newReplica = ReplicaTree.open(cache, updated);
            return prover;
        } catch (IOException | RuntimeException e) {
            prover.close();
            throw e;
        }
    }

    /** The proof of a partition. */
    public UpdatePartitionProof prove(int partition) {
        List<UpdateChallengeProof> proofs = new ArrayList<>(shape.challenges());
        for (long challenge : UpdateChallenges.of(shape, aux.commR(), partition)) {
            ProofDispatcher.giveWay();
            proofs.add(new UpdateChallengeProof(oldReplica.open(challenge), newData.open(challenge), newReplica.open(challenge)));
        }
        return new UpdatePartitionProof(aux.commC(), apexLeaves(partition), proofs);
    }

    private List<byte[]> apexLeaves(int partition) {
        List<byte[]> leaves = new ArrayList<>(shape.apexLeaves());
        for (int i = 0; i < shape.apexLeaves(); i++) {
            leaves.add(newData.node(shape.apexRow(), (long) partition * shape.apexLeaves() + i));
        }
        return leaves;
    }

    @Override
    public void close() {
        if (oldReplica != null) {
            oldReplica.close();
        }
        if (newData != null) {
            newData.close();
        }
        if (newReplica != null) {
            newReplica.close();
        }
    }
}
