package io.cairn.proofs.graph;

/** Gives the parents of graph nodes. Implementations are safe for use by many threads. */
public interface ParentSource {

    /** Base parents of a node: nodes of the same layer. */
    int BASE_DEGREE = 6;
    /** Expander parents of a node: nodes of the layer before. */
    int EXPANSION_DEGREE = 8;
    /** All parents of a node. */
    int DEGREE = BASE_DEGREE + EXPANSION_DEGREE;

    /** Nodes of the graph. */
    long nodes();

    /**
     * Writes the parents of {@code count} nodes, base parents before expander parents.
     *
     * @param first the first node
     * @param out receives {@code 14 * count} node indexes, each an unsigned 32-bit number
     */
    void parents(long first, int count, int[] out);
}
