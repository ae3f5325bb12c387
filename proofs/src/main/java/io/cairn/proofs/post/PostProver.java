package io.cairn.proofs.post;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.opening.MerkleProof;
import io.cairn.proofs.opening.ReplicaTree;
import io.cairn.proofs.seal.CacheFolder;
import io.cairn.proofs.seal.PersistentAux;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes vanilla space-time proofs from a sector's files: the replica, {@code p_aux} and the stored rows of the replica tree. */
public final class PostProver {

    private final SectorShape shape;

    /** For sectors of that shape. */
    public PostProver(SectorShape shape) {
        this.shape = shape;
    }

    /**
     * Opens the challenged leaves and checks each opening.
     *
     * @param replica sealed file
     * @param cache   folder of the sector's cache
     * @throws FaultySectorException if the files are there but do not prove the sector
     * @throws IOException           if a file is missing, too short or cannot be read
     */
    public PostSectorProof prove(ChallengedSector sector, Path replica, Path cache) throws IOException {
        if (sector.challenges().length == 0) {
            throw new IllegalArgumentException("challenges of sector " + Long.toUnsignedString(sector.number()) + ": none, expected at least 1");
        }
        CacheFolder files = new CacheFolder(cache, shape);
        PersistentAux aux = PersistentAux.read(files.persistentAux());
        List<MerkleProof> openings = new ArrayList<>(sector.challenges().length);
        try (ReplicaTree tree = ReplicaTree.open(files, replica)) {
            for (long challenge : sector.challenges()) {
                ProofDispatcher.giveWay();
                openings.add(tree.open(challenge));
            }
        }
        PostSectorProof proof = new PostSectorProof(sector.number(), sector.commR(), openings, aux.commC(), aux.commRLast());
        new PostVerifier(shape).fault(proof, sector.commR(), sector.challenges()).ifPresent(fault -> {
            throw new FaultySectorException(sector.number(), fault);
        });
        return proof;
    }
}
