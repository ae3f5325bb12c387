package io.cairn.proofs.update;

import io.cairn.proofs.field.Scalar;
import java.util.List;

/** Public inputs of the update circuit, without the constant one (rust-fil-proofs: storage-proofs-update/src/circuit.rs, PublicInputs). */
public final class UpdatePublicInputs {

    /** How many there are. */
    public static final int COUNT = 4;

    private UpdatePublicInputs() {
    }

    /** Those of a partition. */
    public static List<Scalar> of(UpdateShape shape, UpdateCommitments commitments, int partition) {
        return List.of(Scalar.of(partitionAndSelector(shape, partition)), Scalar.fromBytes(commitments.commROld()),
                Scalar.fromBytes(commitments.commDNew()), Scalar.fromBytes(commitments.commRNew()));
    }

    /** The partition's number, and above its bits the selector of the number of high bits. */
    public static long partitionAndSelector(UpdateShape shape, int partition) {
        return partition | (long) shape.selector() << shape.partitionsLog2();
    }
}
