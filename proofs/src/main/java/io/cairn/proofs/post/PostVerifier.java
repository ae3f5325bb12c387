package io.cairn.proofs.post;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.opening.MerkleProof;
import io.cairn.proofs.opening.NodeHash;
import java.util.Arrays;
import java.util.Optional;

/**
 * Checks vanilla space-time proofs (rust-fil-proofs: storage-proofs-post/src/fallback/vanilla.rs, verify_all_partitions), and
 * beyond the reference every opening of a winning proof and the stated comm_r_last, which the circuit binds.
 */
public final class PostVerifier {

    private final SectorShape shape;

    /** For sectors of that shape. */
    public PostVerifier(SectorShape shape) {
        this.shape = shape;
    }

    /**
     * What is wrong with the proof of one sector, empty if nothing is.
     *
     * @param commR      the sector's commitment on chain
     * @param challenges the leaves that the proof must open, in order
     */
    public Optional<String> fault(PostSectorProof proof, byte[] commR, long[] challenges) {
        if (!Arrays.equals(proof.commR(), commR)) {
            return Optional.of("comm_r is not that of the sector");
        }
        if (proof.openings().size() != challenges.length) {
            return Optional.of(proof.openings().size() + " openings, expected " + challenges.length);
        }
        NodeHash hash = NodeHash.POSEIDON;
        if (!hash.accepts(proof.commC()) || !hash.accepts(proof.commRLast())
                || !Arrays.equals(hash.parent(proof.commC(), proof.commRLast()), commR)) {
            return Optional.of("comm_c and comm_r_last do not hash to comm_r");
        }
        for (int i = 0; i < challenges.length; i++) {
            ProofDispatcher.giveWay();
            Optional<String> fault = openingFault(proof.openings().get(i), proof.commRLast(), challenges[i]);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private Optional<String> openingFault(MerkleProof opening, byte[] commRLast, long challenge) {
        if (!opening.hasShape(SectorShape.BASE_ARITY, shape.basePathLength(), shape.subTreeArity(), shape.topTreeArity())) {
            return Optional.of("opening of leaf " + challenge + " has another shape than the sector's tree");
        }
        if (opening.leafIndex() != challenge) {
            return Optional.of("opening is of leaf " + opening.leafIndex() + ", expected " + challenge);
        }
        if (!Arrays.equals(opening.root(), commRLast) || !opening.leadsToRoot(NodeHash.POSEIDON)) {
            return Optional.of("opening of leaf " + challenge + " does not lead to comm_r_last");
        }
        return Optional.empty();
    }
}
