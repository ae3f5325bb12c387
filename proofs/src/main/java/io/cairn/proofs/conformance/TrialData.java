package io.cairn.proofs.conformance;

import io.cairn.proofs.hash.Sha256Nodes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The made-up user data of known-answer files, from its description. */
final class TrialData {

    private static final String AFFINE = "affine:";
    private static final String HASHED = "sha256:";

    private TrialData() {}

    /**
     * So many bytes of a kind.
     *
     * @param kind {@code zero}, {@code affine:a,b,m} for bytes {@code (a * i + b) mod m}, or {@code sha256:SEED} for the SHA-256
     *             of seed and a 64-bit little-endian counter, one after the other
     */
    static byte[] of(String kind, int length) {
        byte[] data = new byte[length];
        if (kind.equals("zero")) {
            return data;
        }
        if (kind.startsWith(HASHED)) {
            return hashed(kind.substring(HASHED.length()), length);
        }
        if (!kind.startsWith(AFFINE)) {
            throw new IllegalArgumentException("data: " + kind + ", expected zero, affine or sha256");
        }
        String[] numbers = kind.substring(AFFINE.length()).split(",");
        long factor = Long.parseLong(numbers[0]);
        long summand = Long.parseLong(numbers[1]);
        long modulus = Long.parseLong(numbers[2]);
        for (int i = 0; i < length; i++) {
            data[i] = (byte) ((factor * i + summand) % modulus);
        }
        return data;
    }

    private static byte[] hashed(String seed, int length) {
        MessageDigest sha256 = Sha256Nodes.newDigest();
        ByteBuffer data = ByteBuffer.allocate(length);
        for (long counter = 0; data.hasRemaining(); counter++) {
            sha256.update(seed.getBytes(StandardCharsets.US_ASCII));
            sha256.update(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(0, counter));
            byte[] block = sha256.digest();
            data.put(block, 0, Math.min(block.length, data.remaining()));
        }
        return data.array();
    }
}
