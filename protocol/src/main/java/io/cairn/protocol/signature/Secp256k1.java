package io.cairn.protocol.signature;

import io.cairn.protocol.hash.Blake2b;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;

/** The curve secp256k1 and recovery of public keys from signatures (SEC 1, section 4.1.6). */
final class Secp256k1 {

    static final ECDomainParameters CURVE = curve();
    static final int FIELD_BYTES = 32;
    static final int SIGNATURE_BYTES = 65;

    private Secp256k1() {
    }

    /** The uncompressed public key whose signature over the digest this is, if any. */
    static Optional<byte[]> recover(byte[] digest, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES || signature[64] < 0 || signature[64] > 3) {
            return Optional.empty();
        }
        BigInteger r = new BigInteger(1, signature, 0, FIELD_BYTES);
        BigInteger s = new BigInteger(1, signature, FIELD_BYTES, FIELD_BYTES);
        if (!isScalar(r) || !isScalar(s)) {
            return Optional.empty();
        }
        return point(r, signature[64]).flatMap(commitment -> key(digest, r, s, commitment));
    }

    static boolean isScalar(BigInteger value) {
        return value.signum() > 0 && value.compareTo(CURVE.getN()) < 0;
    }

    static byte[] digest(byte[] message) {
        return Blake2b.digest256(message);
    }

    private static Optional<ECPoint> point(BigInteger r, int recoveryId) {
        BigInteger x = recoveryId >= 2 ? r.add(CURVE.getN()) : r;
        if (x.compareTo(CURVE.getCurve().getField().getCharacteristic()) >= 0) {
            return Optional.empty();
        }
        byte[] compressed = new byte[1 + FIELD_BYTES];
        compressed[0] = (byte) (2 + (recoveryId & 1));
        System.arraycopy(fieldBytes(x), 0, compressed, 1, FIELD_BYTES);
        try {
            return Optional.of(CURVE.getCurve().decodePoint(compressed));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> key(byte[] digest, BigInteger r, BigInteger s, ECPoint commitment) {
        BigInteger e = new BigInteger(1, digest);
        BigInteger inverse = r.modInverse(CURVE.getN());
        BigInteger u1 = inverse.multiply(e).negate().mod(CURVE.getN());
        BigInteger u2 = inverse.multiply(s).mod(CURVE.getN());
        ECPoint key = ECAlgorithms.sumOfTwoMultiplies(CURVE.getG(), u1, commitment, u2).normalize();
        return key.isInfinity() ? Optional.empty() : Optional.of(key.getEncoded(false));
    }

    private static ECDomainParameters curve() {
        X9ECParameters named = SECNamedCurves.getByName("secp256k1");
        return new ECDomainParameters(named.getCurve(), named.getG(), named.getN(), named.getH());
    }

    /** A number as 32 big-endian bytes. */
    static byte[] fieldBytes(BigInteger value) {
        byte[] signed = value.toByteArray();
        byte[] fixed = new byte[FIELD_BYTES];
        int length = Math.min(FIELD_BYTES, signed.length);
        System.arraycopy(signed, signed.length - length, fixed, FIELD_BYTES - length, length);
        return fixed;
    }

    static byte[] join(BigInteger r, BigInteger s, int recoveryId) {
        byte[] signature = Arrays.copyOf(fieldBytes(r), SIGNATURE_BYTES);
        System.arraycopy(fieldBytes(s), 0, signature, FIELD_BYTES, FIELD_BYTES);
        signature[SIGNATURE_BYTES - 1] = (byte) recoveryId;
        return signature;
    }
}
