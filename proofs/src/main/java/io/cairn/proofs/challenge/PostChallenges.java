package io.cairn.proofs.challenge;

import io.cairn.protocol.sector.ProofVersion;

/** Sectors and leaves that a space-time proof is challenged for (rust-fil-proofs: storage-proofs-post/src/fallback/vanilla.rs). */
public final class PostChallenges {

    private PostChallenges() {
    }

    /**
     * The challenged leaf.
     *
     * @param randomness   32 bytes, masked below the field's modulus
     * @param sectorNumber of the sector
     * @param index        of the challenge, see {@link #index}
     * @param nodes        nodes of the sector, a power of two
     * @return 0 to nodes − 1
     */
    public static long leaf(byte[] randomness, long sectorNumber, long index, long nodes) {
        byte[] digest = Digests.sha256(randomness, Digests.littleEndian(sectorNumber), Digests.littleEndian(index));
        return Long.remainderUnsigned(Digests.firstLong(digest), nodes);
    }

    /**
     * Index of the challenge {@code number} of a sector. From version 1.2 on it is the number; before, it counts on over all
     * sectors before it.
     *
     * @param position   of the sector in the whole ordered list of the proof, from 0
     * @param perSector  challenges of each sector
     */
    public static long index(ProofVersion version, long position, int perSector, int number) {
        return version.atLeast(ProofVersion.V1_2_0) ? number : position * perSector + number;
    }

    /** All challenged leaves of one sector. */
    public static long[] leaves(ProofVersion version, byte[] randomness, long sectorNumber, long position, int perSector, long nodes) {
        long[] leaves = new long[perSector];
        for (int i = 0; i < perSector; i++) {
            leaves[i] = leaf(randomness, sectorNumber, index(version, position, perSector, i), nodes);
        }
        return leaves;
    }

    /**
     * Position of the sector that a winning proof must show.
     *
     * @param proverId   32 bytes
     * @param randomness 32 bytes, masked
     * @param setSize    number of the miner's sectors; throws {@link IllegalArgumentException} for 0 or less
     * @return 0 to setSize − 1
     */
    public static long winningSector(byte[] proverId, byte[] randomness, long setSize) {
        if (setSize <= 0) {
            throw new IllegalArgumentException("sector set size: " + setSize + ", expected at least 1");
        }
        byte[] digest = Digests.sha256(proverId, randomness, Digests.littleEndian(0L));
        return Long.remainderUnsigned(Digests.firstLong(digest), setSize);
    }
}
