package io.cairn.proofs.porep;

import io.cairn.proofs.Commitment;
import io.cairn.proofs.SectorShape;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.graph.ParentSource;
import io.cairn.proofs.opening.NodeHash;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Checks vanilla replication proofs (rust-fil-proofs: storage-proofs-porep/src/stacked/vanilla/proof_scheme.rs and params.rs), and
 * beyond the reference all that the circuit binds: every path is hashed, and labelings are compared with the parents' columns.
 */
public final class PorepVerifier {

    private final SectorShape shape;
    private final ParentSource graph;
    private final byte[] replicaId;
    private final byte[] commD;
    private final byte[] commR;

    /** For one replica; all values 32 bytes. */
    public PorepVerifier(SectorShape shape, ParentSource graph, byte[] replicaId, byte[] commD, byte[] commR) {
        this.shape = shape;
        this.graph = graph;
        this.replicaId = replicaId.clone();
        this.commD = commD.clone();
        this.commR = commR.clone();
    }

    /** What is wrong with the proofs of one partition, empty if nothing is. */
    public Optional<String> fault(List<ChallengeProof> proofs, long[] challenges) {
        if (proofs.size() != challenges.length || proofs.isEmpty()) {
            return Optional.of(proofs.size() + " challenge proofs, expected " + challenges.length);
        }
        byte[] commC = proofs.getFirst().column().opening().root();
        byte[] commRLast = proofs.getFirst().replicaOpening().root();
        NodeHash hash = NodeHash.POSEIDON;
        if (!hash.accepts(commC) || !hash.accepts(commRLast) || !Arrays.equals(hash.parent(commC, commRLast), commR)) {
            return Optional.of("comm_c and comm_r_last do not hash to comm_r");
        }
        for (int i = 0; i < challenges.length; i++) {
            Optional<String> fault = new Check(proofs.get(i), challenges[i], commC, commRLast).fault();
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    /** The checks of one challenge. */
    private final class Check {

        private final ChallengeProof proof;
        private final long challenge;
        private final byte[] commC;
        private final byte[] commRLast;

        Check(ChallengeProof proof, long challenge, byte[] commC, byte[] commRLast) {
            this.proof = proof;
            this.challenge = challenge;
            this.commC = commC;
            this.commRLast = commRLast;
        }

        Optional<String> fault() {
            String fault = null;
            if (challenge < 1 || challenge >= shape.nodes()) {
                fault = "is outside the sector";
            } else if (!proof.hasShape(shape)) {
                fault = "has a path or list of another length than the sector asks for";
            } else if (!dataOpens()) {
                fault = "does not open comm_d";
            } else if (!columnsOpen()) {
                fault = "has a column that does not open comm_c at its place";
            } else if (!replicaOpens()) {
                fault = "does not open comm_r_last";
            } else if (!labelsHold()) {
                fault = "has a label that its parents do not hash to";
            } else if (!encodingHolds()) {
                fault = "has a replica node that is not data plus key";
            }
            return Optional.ofNullable(fault).map(what -> "challenge " + challenge + " " + what);
        }

        private boolean dataOpens() {
            return proof.dataOpening().leafIndex() == challenge
                    && Arrays.equals(proof.dataOpening().root(), commD)
                    && proof.dataOpening().leadsToRoot(NodeHash.SHA256);
        }

        private boolean columnsOpen() {
            int[] parents = new int[ParentSource.DEGREE];
            graph.parents(challenge, 1, parents);
            List<ColumnProof> columns = proof.parents();
            for (int i = 0; i < parents.length; i++) {
                ProofDispatcher.giveWay();
                if (!columns.get(i).holds(Integer.toUnsignedLong(parents[i]), commC, NodeHash.POSEIDON)) {
                    return false;
                }
            }
            return proof.column().holds(challenge, commC, NodeHash.POSEIDON);
        }

        private boolean replicaOpens() {
            return proof.replicaOpening().leafIndex() == challenge
                    && Arrays.equals(proof.replicaOpening().root(), commRLast)
                    && proof.replicaOpening().leadsToRoot(NodeHash.POSEIDON);
        }

        private boolean labelsHold() {
            for (int layer = 1; layer <= shape.layers(); layer++) {
                LabelingProof stated = proof.labelings().get(layer - 1);
                LabelingProof derived = PorepProver.labeling(proof.baseParents(), proof.expanderParents(), layer, challenge);
                if (!equal(stated, derived) || !Arrays.equals(derived.label(replicaId), proof.column().rows().get(layer - 1))) {
                    return false;
                }
            }
            return equal(proof.encoding(), proof.labelings().getLast());
        }

        private boolean encodingHolds() {
            byte[] key = proof.encoding().label(replicaId);
            return Arrays.equals(Commitment.sum(key, proof.dataOpening().leaf()), proof.replicaOpening().leaf());
        }
    }

    private static boolean equal(LabelingProof a, LabelingProof b) {
        return a.layer() == b.layer() && a.node() == b.node()
                && Arrays.deepEquals(a.parents().toArray(byte[][]::new), b.parents().toArray(byte[][]::new));
    }
}
