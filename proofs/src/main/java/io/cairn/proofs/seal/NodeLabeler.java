package io.cairn.proofs.seal;

/** Hashes the labels of a node, for one replica or for several at once. Not safe for use by several threads. */
interface NodeLabeler {

    /** Nodes of 32 bytes that the labels of one graph node fill, in this labeler's own form. */
    int width();

    /** Begins a layer, counted from 1, with the labels of node 0, which has no parents. */
    void begin(int layer);

    /**
     * The labels of a later node of the layer.
     *
     * @param parents the parents' labels from byte {@code offset} on, in this labeler's own form: of the six base parents, and except on layer 1 of the
     *     eight expander parents
     */
    void label(long node, byte[] parents, int offset);

    /** Writes the labels made last where they belong. */
    void store(long node);
}
