package io.cairn.proofs.update;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.opening.MerkleProof;
import io.cairn.proofs.opening.NodeHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Checks vanilla proofs of an update (rust-fil-proofs: storage-proofs-update/src/vanilla.rs, verify_partition_proof). Beyond the reference,
 * which looks for an opening's upper siblings anywhere in a row of the apex tree, the whole apex tree must be where the partition has it.
 */
public final class UpdateVerifier {

    private final SectorShape sector;
    private final UpdateShape shape;
    private final UpdateCommitments commitments;
    private final EncodingFactors factors;

    /** For one update. */
    public UpdateVerifier(SectorShape sector, UpdateCommitments commitments) {
        this.sector = sector;
        this.shape = UpdateShape.of(sector);
        this.commitments = commitments;
        this.factors = EncodingFactors.of(shape, UpdateRandomness.phi(commitments.commDNew(), commitments.commROld()));
    }

    /** What is wrong with the proof of a partition, empty if nothing is. */
    public Optional<String> fault(UpdatePartitionProof proof, int partition) {
        if (partition < 0 || partition >= shape.partitions()) {
            return Optional.of("partition " + partition + ", expected 0 to " + (shape.partitions() - 1));
        }
        if (proof.challenges().size() != shape.challenges()) {
            return Optional.of(proof.challenges().size() + " challenge proofs, expected " + shape.challenges());
        }
        if (proof.apexLeaves().size() != shape.apexLeaves()) {
            return Optional.of(proof.apexLeaves().size() + " apex leaves, expected " + shape.apexLeaves());
        }
        UpdateChallengeProof first = proof.challenges().getFirst();
        byte[] rootOld = first.oldReplica().root();
        byte[] rootNew = first.newReplica().root();
        if (!commits(proof.commC(), rootOld, commitments.commROld())) {
            return Optional.of("comm_c and the root of the old replica's tree do not hash to comm_r_old");
        }
        if (!commits(proof.commC(), rootNew, commitments.commRNew())) {
            return Optional.of("comm_c and the root of the new replica's tree do not hash to comm_r_new");
        }
        long[] challenges = UpdateChallenges.of(shape, commitments.commRNew(), partition);
        for (int i = 0; i < challenges.length; i++) {
            ProofDispatcher.giveWay();
            Optional<String> fault = fault(proof.challenges().get(i), challenges[i], rootOld, rootNew);
            if (fault.isPresent()) {
                long challenge = challenges[i];
                return fault.map(what -> "challenge " + challenge + " " + what);
            }
        }
        return apexHolds(proof) ? Optional.empty() : Optional.of("the apex leaves are not those of the partition");
    }

    private static boolean commits(byte[] commC, byte[] root, byte[] commR) {
        NodeHash hash = NodeHash.POSEIDON;
        return hash.accepts(commC) && hash.accepts(root) && Arrays.equals(hash.parent(commC, root), commR);
    }

    private Optional<String> fault(UpdateChallengeProof proof, long challenge, byte[] rootOld, byte[] rootNew) {
        if (!ofReplica(proof.oldReplica(), challenge, rootOld)) {
            return Optional.of("does not open the old replica");
        }
        if (!ofReplica(proof.newReplica(), challenge, rootNew)) {
            return Optional.of("does not open the new replica");
        }
        MerkleProof data = proof.newData();
        if (!data.hasShape(2, shape.nodesLog2(), 0, 0)
                || !opens(data, challenge, commitments.commDNew(), NodeHash.SHA256) || !NodeHash.POSEIDON.accepts(data.leaf())) {
            return Optional.of("does not open comm_d_new");
        }
        Scalar encoded = Scalar.fromBytes(proof.oldReplica().leaf()).plus(Scalar.fromBytes(data.leaf()).times(factors.ofNode(challenge)));
        return Arrays.equals(encoded.toBytes(), proof.newReplica().leaf())
                ? Optional.empty()
                : Optional.of("has a new node that is not the old one plus the encoded data");
    }

    private boolean ofReplica(MerkleProof opening, long challenge, byte[] root) {
        return opening.hasShape(SectorShape.BASE_ARITY, sector.basePathLength(), sector.subTreeArity(), sector.topTreeArity())
                && opens(opening, challenge, root, NodeHash.POSEIDON);
    }

    private static boolean opens(MerkleProof opening, long challenge, byte[] root, NodeHash hash) {
        return opening.leafIndex() == challenge && Arrays.equals(opening.root(), root) && opening.leadsToRoot(hash);
    }

    /** The apex leaves hash to the node that the partition's openings, known to be right, share below the data root. */
    private boolean apexHolds(UpdatePartitionProof proof) {
        List<byte[]> row = proof.apexLeaves();
        while (row.size() > 1) {
            List<byte[]> parents = new ArrayList<>();
            for (int i = 0; i < row.size(); i += 2) {
                parents.add(NodeHash.SHA256.parent(row.get(i), row.get(i + 1)));
            }
            row = parents;
        }
        MerkleProof opening = proof.challenges().getFirst().newData();
        return MerkleProof.single(opening.root(), row.getFirst(), opening.basePath().subList(shape.randomBits(), shape.nodesLog2()))
                .leadsToRoot(NodeHash.SHA256);
    }
}
