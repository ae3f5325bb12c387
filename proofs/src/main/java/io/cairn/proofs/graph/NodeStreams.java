package io.cairn.proofs.graph;

import io.cairn.proofs.field.VectorWidth;

/** The beginnings of the ChaCha8 key streams of nodes: the random numbers of their base parents. Has working memory, so one for each thread. */
interface NodeStreams {

    /** Words of 32 bits of each stream: two numbers of 64 bits for each base parent but one. */
    int WORDS = 4 * (ParentSource.BASE_DEGREE - 1);
    /** Words of each stream that there is room for: whole blocks. */
    int ROOM = (WORDS + ChaCha8.BLOCK - 1) / ChaCha8.BLOCK * ChaCha8.BLOCK;
    /** Most nodes at a time. */
    int BATCH = 64;

    /**
     * Writes the streams of at most {@value #BATCH} nodes in a row.
     *
     * @param words receives word t of node {@code first + i} at {@code BATCH * t + i}; what is behind {@code count} or
     *              {@value #WORDS} words is undefined; {@code ROOM * BATCH} long
     */
    void fill(long first, int count, int[] words);

    /**
     * Streams in the lanes of the chosen vectors, unless there are too few nodes for that.
     *
     * @param seed seven words; the eighth word of a stream's key is the node
     */
    static NodeStreams of(int[] seed, int nodes) {
        return VectorWidth.chosen().isVector() && nodes > 1 ? new ChaCha8Lanes(seed) : new ChaCha8(seed);
    }
}
