package io.cairn.proofs.conformance;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.bincode.BincodeWriter;
import io.cairn.proofs.opening.MerkleProofCodec;
import io.cairn.proofs.porep.ChallengeProof;
import io.cairn.proofs.porep.ColumnProof;
import io.cairn.proofs.porep.LabelingProof;
import java.util.List;

/** The result of commit phase 1 in bincode, without the registered proof: a form that is recorded, but that no peer of Cairn's asks for. */
final class CommitBincode {

    private final BincodeWriter out = new BincodeWriter();
    private final MerkleProofCodec data;
    private final MerkleProofCodec stacked;

    private CommitBincode(SectorShape shape) {
        data = new MerkleProofCodec(2, shape.nodesLog2(), 0, 0);
        stacked = new MerkleProofCodec(SectorShape.BASE_ARITY, shape.basePathLength(), shape.subTreeArity(), shape.topTreeArity());
    }

    /** The bytes; all values but the proofs have 32 bytes each and come in the order given. */
    static byte[] of(SectorShape shape, List<List<ChallengeProof>> partitions, List<byte[]> values) {
        CommitBincode bincode = new CommitBincode(shape);
        bincode.out.int64(partitions.size());
        for (List<ChallengeProof> partition : partitions) {
            bincode.out.int64(partition.size());
            partition.forEach(bincode::write);
        }
        values.forEach(bincode.out::raw);
        return bincode.out.toByteArray();
    }

    private void write(ChallengeProof proof) {
        data.write(proof.dataOpening(), out);
        stacked.write(proof.replicaOpening(), out);
        write(proof.column());
        columns(proof.baseParents());
        columns(proof.expanderParents());
        out.int64(proof.labelings().size());
        proof.labelings().forEach(this::write);
        write(proof.encoding());
    }

    private void columns(List<ColumnProof> columns) {
        out.int64(columns.size());
        columns.forEach(this::write);
    }

    private void write(ColumnProof column) {
        out.int32((int) column.node()).int64(column.rows().size());
        column.rows().forEach(out::raw);
        stacked.write(column.opening(), out);
    }

    private void write(LabelingProof labeling) {
        out.int64(labeling.parents().size());
        labeling.parents().forEach(out::raw);
        out.int32(labeling.layer()).int64(labeling.node());
    }
}
