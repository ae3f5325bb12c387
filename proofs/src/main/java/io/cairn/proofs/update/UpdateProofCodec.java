package io.cairn.proofs.update;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.bincode.BincodeException;
import io.cairn.proofs.bincode.BincodeReader;
import io.cairn.proofs.bincode.BincodeWriter;
import io.cairn.proofs.opening.MerkleProofCodec;
import java.util.ArrayList;
import java.util.List;

/** The vanilla proof of a partition in the bytes that the reference's provers exchange (bincode of PartitionProof). */
public final class UpdateProofCodec {

    private final UpdateShape shape;
    private final MerkleProofCodec data;
    private final MerkleProofCodec replica;

    /** For sectors of that shape. */
    public UpdateProofCodec(SectorShape sector) {
        shape = UpdateShape.of(sector);
        data = new MerkleProofCodec(2, sector.nodesLog2(), 0, 0);
        replica = new MerkleProofCodec(SectorShape.BASE_ARITY, sector.basePathLength(), sector.subTreeArity(), sector.topTreeArity());
    }

    /** The bytes of the proof. */
    public byte[] toBytes(UpdatePartitionProof proof) {
        BincodeWriter out = new BincodeWriter().raw(proof.commC()).int64(proof.apexLeaves().size());
        proof.apexLeaves().forEach(out::raw);
        out.int64(proof.challenges().size());
        for (UpdateChallengeProof challenge : proof.challenges()) {
            replica.write(challenge.oldReplica(), out);
            data.write(challenge.newData(), out);
            replica.write(challenge.newReplica(), out);
        }
        return out.toByteArray();
    }

    /** The proof that the bytes state; anything but a partition of this shape is a {@link BincodeException}. */
    public UpdatePartitionProof fromBytes(byte[] bytes) {
        BincodeReader in = new BincodeReader(bytes);
        byte[] commC = in.node("comm_c");
        in.count("apex leaves", shape.apexLeaves(), shape.apexLeaves());
        List<byte[]> leaves = new ArrayList<>(shape.apexLeaves());
        for (int i = 0; i < shape.apexLeaves(); i++) {
            leaves.add(in.node("apex leaf " + i));
        }
        in.count("challenge proofs", shape.challenges(), shape.challenges());
        List<UpdateChallengeProof> challenges = new ArrayList<>(shape.challenges());
        for (int i = 0; i < shape.challenges(); i++) {
            challenges.add(new UpdateChallengeProof(replica.read("old replica of challenge " + i, in),
                    data.read("new data of challenge " + i, in), replica.read("new replica of challenge " + i, in)));
        }
        in.end();
        return new UpdatePartitionProof(commC, leaves, challenges);
    }
}
