package io.cairn.proofs.hash;

import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.field.VectorWidth;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256 over nodes: digests are cut to 254 bits, so that each is a field element.
 *
 * <p>Source: rust-fil-proofs, filecoin-hashers/src/sha256.rs.
 */
public final class Sha256Nodes implements ParentHasher {

    /** The shared instance; it has no state. */
    public static final Sha256Nodes INSTANCE = new Sha256Nodes();

    private static final int NODE = 32;
    private static final boolean IN_LANES = VectorWidth.chosen().isVector();
    /** Messages that the lanes of the chosen vectors take together. */
    static final int LANES = VectorWidth.chosen().bits() / Integer.SIZE;

    /** Messages of a part: until lanes are compiled, each takes a tenth of a millisecond. */
    private static final int PART = 8 * LANES;

    private Sha256Nodes() {}

    @Override
    public int arity() {
        return 2;
    }

    @Override
    public void parents(byte[] children, byte[] parents, int count) {
        int done = IN_LANES ? inLanes(children, parents, count) : 0;
        oneByOne(children, parents, done, count);
    }

    /** Hashes as many parents as fill the lanes of the chosen vectors; answers how many. */
    static int inLanes(byte[] children, byte[] parents, int count) {
        int done = 0;
        if (count >= LANES) {
            Sha256Lanes sha = Sha256Lanes.of(LANES);
            for (; done + LANES <= count; done += LANES) {
                if (done % PART == 0) {
                    ProofDispatcher.giveWay();
                }
                sha.parents(children, 2 * NODE * done, parents, NODE * done);
            }
        }
        return done;
    }

    /** Hashes the parents from one on to another. */
    static void oneByOne(byte[] children, byte[] parents, int from, int to) {
        MessageDigest sha = newDigest();
        for (int i = from; i < to; i++) {
            sha.update(children, 2 * NODE * i, 2 * NODE);
            digestTo(sha, parents, NODE * i);
            truncate(parents, NODE * i);
        }
    }

    /** The parent of two nodes of 32 bytes. */
    public static byte[] parent(byte[] left, byte[] right) {
        MessageDigest sha = newDigest();
        sha.update(left);
        byte[] digest = sha.digest(right);
        truncate(digest, 0);
        return digest;
    }

    /** Clears the two highest bits of the little-endian number of 32 bytes at the offset. */
    public static void truncate(byte[] node, int offset) {
        node[offset + NODE - 1] &= 0x3f;
    }

    /** A fresh SHA-256. */
    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Finishes the digest into 32 bytes at the offset, without an allocation. */
    public static void digestTo(MessageDigest sha, byte[] out, int offset) {
        try {
            sha.digest(out, offset, NODE);
        } catch (DigestException e) {
            throw new IllegalStateException("no room for a digest at " + offset + " of " + out.length, e);
        }
    }
}
