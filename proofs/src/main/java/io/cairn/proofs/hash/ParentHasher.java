package io.cairn.proofs.hash;

/**
 * Hashes groups of 32-byte nodes into their parent nodes. Implementations are safe for use by many threads.
 *
 * <p>Work comes in batches, so that an implementation may work on several parents at once.
 */
public interface ParentHasher {

    /** Children of one parent. */
    int arity();

    /**
     * Computes {@code count} parents.
     *
     * @param children {@code count * arity()} nodes, the children of the first parent first
     * @param parents receives {@code count} nodes; must not be the same array as {@code children}
     * @throws IllegalArgumentException if a child is not a value that the hash accepts
     */
    void parents(byte[] children, byte[] parents, int count);
}
