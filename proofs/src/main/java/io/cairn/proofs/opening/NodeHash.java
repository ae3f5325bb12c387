package io.cairn.proofs.opening;

/** Hashes the children of a tree node, each 32 bytes, in ascending position. */
@FunctionalInterface
public interface NodeHash {

    /** The parent of the children. */
    byte[] parent(byte[][] children);
}
