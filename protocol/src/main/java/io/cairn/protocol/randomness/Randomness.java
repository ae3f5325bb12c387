package io.cairn.protocol.randomness;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.hash.Blake2b;
import java.nio.ByteBuffer;

/** Draws of randomness from tickets and beacon entries (lotus: chain/rand/rand.go). */
public final class Randomness {

    /** Bytes of a draw. */
    public static final int LENGTH = 32;

    private static final int FIELD_MASK = 0x3f;

    private Randomness() {
    }

    /** The digest that draws start from: BLAKE2b-256 of a ticket's VRF proof or a beacon entry's data. */
    public static byte[] digest(byte[] base) {
        return Blake2b.digest256(base);
    }

    /** A draw straight from a ticket's VRF proof or a beacon entry's data. */
    public static byte[] draw(byte[] base, DomainSeparationTag tag, long epoch, byte[] entropy) {
        return drawFromDigest(digest(base), tag, epoch, entropy);
    }

    /**
     * A draw of 32 bytes from a digest: BLAKE2b-256 of tag (int64 big-endian), digest, epoch (int64 big-endian) and entropy. The
     * epoch is the one asked for, also when the base came from another tipset; it may be negative. Empty entropy adds nothing.
     */
    public static byte[] drawFromDigest(byte[] digest, DomainSeparationTag tag, long epoch, byte[] entropy) {
        if (digest.length != LENGTH) {
            throw new IllegalArgumentException("randomness digest of " + digest.length + " bytes, expected " + LENGTH);
        }
        byte[] head = ByteBuffer.allocate(Long.BYTES).putLong(tag.number()).array();
        byte[] at = ByteBuffer.allocate(Long.BYTES).putLong(epoch).array();
        return Blake2b.digest256(head, digest, at, entropy);
    }

    /** The entropy of draws made for a miner: the CBOR form of its ID address. */
    public static byte[] entropyOf(Address miner) {
        return miner.toCbor();
    }

    /** A copy with the two highest bits of the last byte cleared, so that it is a field element for proofs. */
    public static byte[] maskedForProofs(byte[] randomness) {
        byte[] masked = randomness.clone();
        masked[LENGTH - 1] &= FIELD_MASK;
        return masked;
    }
}
