package io.cairn.proofs.hash;

/**
 * SHA-256 of as many messages at a time as a vector has 32-bit lanes: 8 or 16. Source: FIPS 180-4, section 6.2.
 *
 * <p>Numbers that belong to one message stand in one lane: word t of message m is at {@code lanes() * t + m}. A message is hashed block by block: its words are
 * extended to a schedule, which is kept with the round constants added, and the state is compressed with it. A block that comes several times is extended
 * once. Has working memory of its own, so one for each thread.
 */
public interface Sha256Lanes {

    /** Messages hashed together. */
    int lanes();

    /**
     * The digests, cut to 254 bits, of messages of 64 bytes, each a pair of nodes.
     *
     * @param children as many pairs as there are lanes, one after the other from {@code offset} on
     * @param parents receives as many digests of 32 bytes from {@code parentsOffset} on
     */
    void parents(byte[] children, int offset, byte[] parents, int parentsOffset);

    /** Sets the state before the first block: 8 words a lane. */
    void start(int[] state);

    /**
     * Extends a block.
     *
     * @param block 16 words a lane from byte {@code from} on, each in the machine's own byte order
     * @param sums receives 64 words a lane from {@code to} on
     */
    void extend(byte[] block, int from, int[] sums, int to);

    /** Changes the state by a block that was extended to the sums from {@code from} on. */
    void compress(int[] state, int[] sums, int from);

    /**
     * Cuts the digests in a state to 254 bits, there and in bytes.
     *
     * @param digests receives 32 bytes for each lane, one after the other from {@code offset} on
     */
    void finish(int[] state, byte[] digests, int offset);

    /**
     * A fresh one.
     *
     * @param lanes 8 or 16
     */
    static Sha256Lanes of(int lanes) {
        return Sha256LaneClasses.create(lanes);
    }
}
