package io.cairn.protocol.hash;

import org.bouncycastle.crypto.digests.Blake2bDigest;

/** Unkeyed BLAKE2b of any digest size (RFC 7693); the size is part of the hash, shorter digests are not truncations. */
public final class Blake2b {

    private Blake2b() {
    }

    /** Digest of {@code size} bytes (1 to 64) over the concatenation of {@code parts}. */
    public static byte[] digest(int size, byte[]... parts) {
        Blake2bDigest digest = new Blake2bDigest(8 * size);
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] out = new byte[size];
        digest.doFinal(out, 0);
        return out;
    }

    /** BLAKE2b-256 over the concatenation of {@code parts}. */
    public static byte[] digest256(byte[]... parts) {
        return digest(32, parts);
    }
}
