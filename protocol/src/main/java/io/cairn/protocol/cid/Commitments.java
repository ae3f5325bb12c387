package io.cairn.protocol.cid;

/** The two kinds of 32-byte commitments as CIDs (go-fil-commcid). */
public final class Commitments {

    private static final long UNSEALED = 0xf101;
    private static final long SEALED = 0xf102;
    private static final long SHA2_256_TRUNC254_PADDED = 0x1012;
    private static final long POSEIDON_BLS12_381_A2_FC1 = 0xb401;
    private static final int LENGTH = 32;

    private Commitments() {
    }

    /** CommP or CommD, the root over unsealed data, as a piece CID. */
    public static Cid pieceCid(byte[] commitment) {
        return Cid.of(UNSEALED, SHA2_256_TRUNC254_PADDED, checked(commitment));
    }

    /** CommP or CommD out of a piece CID. */
    public static byte[] pieceCommitment(Cid cid) {
        return commitment(cid, UNSEALED, SHA2_256_TRUNC254_PADDED, "piece");
    }

    /** CommR, the commitment to a replica, as a sealed CID. */
    public static Cid sealedCid(byte[] commitment) {
        return Cid.of(SEALED, POSEIDON_BLS12_381_A2_FC1, checked(commitment));
    }

    /** CommR out of a sealed CID. */
    public static byte[] sealedCommitment(Cid cid) {
        return commitment(cid, SEALED, POSEIDON_BLS12_381_A2_FC1, "sealed");
    }

    /** Whether the CID has the codec and hash function of a piece. */
    public static boolean isPieceCid(Cid cid) {
        return cid.codec() == UNSEALED && cid.hashFunction() == SHA2_256_TRUNC254_PADDED;
    }

    /** Whether the CID has the codec and hash function of a replica. */
    public static boolean isSealedCid(Cid cid) {
        return cid.codec() == SEALED && cid.hashFunction() == POSEIDON_BLS12_381_A2_FC1;
    }

    private static byte[] commitment(Cid cid, long codec, long hashFunction, String kind) {
        if (cid.codec() != codec || cid.hashFunction() != hashFunction) {
            throw new IllegalArgumentException("CID " + cid + " is not a " + kind + " CID");
        }
        return checked(cid.digest());
    }

    private static byte[] checked(byte[] commitment) {
        if (commitment.length != LENGTH) {
            throw new IllegalArgumentException("commitment of " + commitment.length + " bytes, expected " + LENGTH);
        }
        return commitment;
    }
}
