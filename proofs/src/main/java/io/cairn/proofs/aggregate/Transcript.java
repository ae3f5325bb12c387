package io.cairn.proofs.aggregate;

import io.cairn.proofs.curve.Point;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.hash.Sha256Nodes;
import io.cairn.proofs.pairing.Gt;
import io.cairn.proofs.pairing.GtEncoding;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A SHA-256 state that turns what was written to it into one challenge (bellperson: src/groth16/aggregate/transcript.rs). */
final class Transcript {

    private static final String DOMAIN = "snarkpack-v1";

    private final MessageDigest digest = Sha256Nodes.newDigest();

    private Transcript(String tag) {
        digest.update((DOMAIN + tag).getBytes(StandardCharsets.US_ASCII));
    }

    static Transcript of(String tag) {
        return new Transcript(tag);
    }

    Transcript scalar(Scalar scalar) {
        digest.update(scalar.toBytes());
        return this;
    }

    Transcript point(Point point) {
        digest.update(point.toCompressed());
        return this;
    }

    Transcript points(PointPair pair) {
        return point(pair.first()).point(pair.second());
    }

    Transcript target(Gt element) {
        digest.update(GtEncoding.toUncompressed(element));
        return this;
    }

    Transcript targets(GtPair pair) {
        return target(pair.first()).target(pair.second());
    }

    /** Bytes behind their number, a 64-bit little-endian integer. */
    Transcript bytes(byte[] bytes) {
        digest.update(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(bytes.length).array());
        digest.update(bytes);
        return this;
    }

    /** The numbers from 1 on are appended until the digest is a scalar other than 0 and 1. */
    Scalar challenge() {
        for (long nonce = 1; ; nonce++) {
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(nonce).array());
            byte[] candidate = digestSoFar();
            candidate[Fr.BYTES - 1] &= 0x7f;
            BigInteger number = littleEndian(candidate);
            if (number.compareTo(BigInteger.ONE) > 0 && number.compareTo(Fr.MODULUS) < 0) {
                return Scalar.of(number);
            }
        }
    }

    /** SHA-256 of all that was written. */
    byte[] digestSoFar() {
        try {
            return ((MessageDigest) digest.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the Java platform's SHA-256 cannot be copied", e);
        }
    }

    private static BigInteger littleEndian(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int k = 0; k < bytes.length; k++) {
            reversed[k] = bytes[bytes.length - 1 - k];
        }
        return new BigInteger(1, reversed);
    }
}
