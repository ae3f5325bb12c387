package io.cairn.proofs.post;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.bincode.BincodeReader;
import io.cairn.proofs.bincode.BincodeWriter;
import io.cairn.proofs.opening.MerkleProof;
import io.cairn.proofs.opening.MerkleProofCodec;
import java.util.ArrayList;
import java.util.List;

/** Vanilla space-time proofs in the bytes that the reference's workers exchange (bincode of FallbackPoStSectorProof). */
public final class PostSectorProofCodec {

    private final MerkleProofCodec openings;

    /** For sectors of that shape. */
    public PostSectorProofCodec(SectorShape shape) {
        openings = new MerkleProofCodec(SectorShape.BASE_ARITY, shape.basePathLength(), shape.subTreeArity(), shape.topTreeArity());
    }

    /** The bytes of the proof. */
    public byte[] toBytes(PostSectorProof proof) {
        BincodeWriter out = new BincodeWriter().int64(proof.sectorNumber()).raw(proof.commR()).int64(1).int64(proof.openings().size());
        proof.openings().forEach(opening -> openings.write(opening, out));
        return out.raw(proof.commC()).raw(proof.commRLast()).toByteArray();
    }

    /** The proof that the bytes state; refuses other shapes and more than 66 openings. */
    public PostSectorProof fromBytes(byte[] bytes) {
        BincodeReader in = new BincodeReader(bytes);
        long sectorNumber = in.int64("sector number");
        byte[] commR = in.node("comm_r");
        in.count("sector proofs", 1, 1);
        int count = in.count("openings", 1, SectorShape.WINNING_CHALLENGES);
        List<MerkleProof> read = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            read.add(openings.read("opening " + i, in));
        }
        PostSectorProof proof = new PostSectorProof(sectorNumber, commR, read, in.node("comm_c"), in.node("comm_r_last"));
        in.end();
        return proof;
    }
}
