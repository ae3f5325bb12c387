package io.cairn.proofs.hash;

/** Poseidon of many groups of nodes at one arity and with one domain tag. Safe for use by many threads. */
interface PoseidonKernel {

    /**
     * Computes the parents from {@code first} on, so many.
     *
     * @param children nodes of 32 bytes, the children of parent 0 first
     * @param parents receives the nodes, parent 0 at its start
     * @throws IllegalArgumentException if a child is not a canonical field element
     */
    void parents(byte[] children, byte[] parents, int first, int count);
}
