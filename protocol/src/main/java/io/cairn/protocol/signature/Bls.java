package io.cairn.protocol.signature;

import java.util.List;
import java.util.Optional;
import supranational.blst.BLST_ERROR;
import supranational.blst.P1_Affine;
import supranational.blst.P2;
import supranational.blst.P2_Affine;
import supranational.blst.Pairing;

/** Verification and aggregation of BLS signatures in the ciphersuite of minimal public keys (draft-irtf-cfrg-bls-signature). */
final class Bls {

    /** Domain separation tag of hashing to G2. */
    static final String DOMAIN = "BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_NUL_";

    private static final int KEY_BYTES = 48;
    private static final int SIGNATURE_BYTES = 96;
    private static final byte INFINITY_FLAGS = (byte) 0xc0;

    private Bls() {
    }

    static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        Optional<P1_Affine> key = key(publicKey);
        Optional<P2_Affine> point = signature(signature);
        return key.isPresent() && point.isPresent()
            && point.get().core_verify(key.get(), true, message, DOMAIN) == BLST_ERROR.BLST_SUCCESS;
    }

    /** Whether the aggregate covers each message under the key of the same index; no messages need the point at infinity. */
    static boolean verifyAggregate(List<byte[]> publicKeys, List<byte[]> messages, byte[] aggregate) {
        Optional<P2_Affine> point = signature(aggregate);
        if (publicKeys.size() != messages.size() || point.isEmpty()) {
            return false;
        }
        if (messages.isEmpty()) {
            return point.get().is_inf();
        }
        Pairing pairing = new Pairing(true, DOMAIN);
        for (int i = 0; i < messages.size(); i++) {
            Optional<P1_Affine> key = key(publicKeys.get(i));
            P2_Affine covered = i == 0 ? point.get() : null;
            if (key.isEmpty() || pairing.aggregate(key.get(), covered, messages.get(i)) != BLST_ERROR.BLST_SUCCESS) {
                return false;
            }
        }
        pairing.commit();
        return pairing.finalverify();
    }

    /** The sum of the signatures, 96 bytes; the point at infinity for none. */
    static byte[] aggregate(List<byte[]> signatures) {
        if (signatures.isEmpty()) {
            byte[] infinity = new byte[SIGNATURE_BYTES];
            infinity[0] = INFINITY_FLAGS;
            return infinity;
        }
        P2 sum = new P2();
        for (byte[] encoded : signatures) {
            P2_Affine point = signature(encoded).orElseThrow(() -> new IllegalArgumentException("BLS signature is not a point of G2"));
            sum.aggregate(point);
        }
        return sum.compress();
    }

    private static Optional<P1_Affine> key(byte[] encoded) {
        if (encoded.length != KEY_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(new P1_Affine(encoded)).filter(point -> point.in_group() && !point.is_inf());
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<P2_Affine> signature(byte[] encoded) {
        if (encoded.length != SIGNATURE_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(new P2_Affine(encoded)).filter(P2_Affine::in_group);
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }
}
