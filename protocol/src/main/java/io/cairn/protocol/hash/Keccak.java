package io.cairn.protocol.hash;

import org.bouncycastle.crypto.digests.KeccakDigest;

/** The hash of Ethereum, Keccak before its standardisation as SHA-3. */
public final class Keccak {

    private Keccak() {
    }

    /** Keccak-256. */
    public static byte[] digest256(byte[] input) {
        KeccakDigest digest = new KeccakDigest(256);
        digest.update(input, 0, input.length);
        byte[] out = new byte[32];
        digest.doFinal(out, 0);
        return out;
    }
}
