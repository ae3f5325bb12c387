package io.cairn.proofs.conformance;

import io.cairn.proofs.circuit.ProvingAssignment;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.hash.Sha256Nodes;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256 of all auxiliary values in order, 32 canonical little-endian bytes each. */
public final class WitnessDigest {

    private WitnessDigest() {
    }

    /** In hex. */
    public static String of(ProvingAssignment assignment) {
        MessageDigest sha256 = Sha256Nodes.newDigest();
        long[] value = new long[Fr.LIMBS];
        for (int i = 0; i < assignment.size().aux(); i++) {
            assignment.aux().get(i, value, 0);
            sha256.update(Fr.toBytes(value, 0));
        }
        return HexFormat.of().formatHex(sha256.digest());
    }
}
