package io.cairn.proofs.conformance;

import io.cairn.proofs.circuit.ProvingAssignment;
import io.cairn.proofs.field.Fr;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of all auxiliary values in order, 32 canonical little-endian bytes each. */
public final class WitnessDigest {

    private WitnessDigest() {
    }

    /** In hex. */
    public static String of(ProvingAssignment assignment) {
        MessageDigest sha256 = sha256();
        long[] value = new long[Fr.LIMBS];
        for (int i = 0; i < assignment.size().aux(); i++) {
            assignment.aux().get(i, value, 0);
            sha256.update(Fr.toBytes(value, 0));
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this platform has no SHA-256", e);
        }
    }
}
