package io.cairn.proofs.challenge;

import io.cairn.proofs.hash.Sha256Nodes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;

/** What all derivations of challenges share: SHA-256 over parts, and numbers out of little-endian bytes. */
final class Digests {

    private Digests() {
    }

    static byte[] sha256(byte[]... parts) {
        MessageDigest digest = Sha256Nodes.newDigest();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    static byte[] littleEndian(int number) {
        return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
    }

    static byte[] littleEndian(long number) {
        return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(number).array();
    }

    static long firstLong(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    /** Remainder of 32 bytes, read as a little-endian number from {@code offset} on, by a modulus below 2^48. */
    static long remainder(byte[] bytes, int offset, long modulus) {
        long rest = 0;
        for (int i = offset + 31; i >= offset; i--) {
            rest = (rest << 8 | bytes[i] & 0xff) % modulus;
        }
        return rest;
    }
}
