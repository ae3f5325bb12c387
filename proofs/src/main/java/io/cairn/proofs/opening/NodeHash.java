package io.cairn.proofs.opening;

import io.cairn.proofs.Commitment;
import io.cairn.proofs.hash.Poseidon;
import io.cairn.proofs.hash.Sha256Nodes;
import java.util.Map;

/** Hashes the children of a tree node, each 32 bytes, in ascending position, whatever their number. */
public sealed interface NodeHash {

    /** SHA-256 of two children without the two top bits: the data tree. */
    NodeHash SHA256 = new Binary();
    /** Poseidon of 2, 4, 8 or 11 children: columns, replica trees and commitments. */
    NodeHash POSEIDON = new Algebraic();

    /** The parent of the children, all of which must be accepted. */
    byte[] parent(byte[]... children);

    /** Whether the hash is defined for such a child. */
    boolean accepts(byte[] child);

    /** The data tree's hash. */
    final class Binary implements NodeHash {

        private Binary() {
        }

        @Override
        public byte[] parent(byte[]... children) {
            if (children.length != 2) {
                throw new IllegalArgumentException("children: " + children.length + ", expected 2");
            }
            return Sha256Nodes.parent(children[0], children[1]);
        }

        @Override
        public boolean accepts(byte[] child) {
            return true;
        }
    }

    /** The hash over field elements. */
    final class Algebraic implements NodeHash {

        private static final Map<Integer, Poseidon> BY_ARITY =
                Map.of(2, Poseidon.ofArity(2), 4, Poseidon.ofArity(4), 8, Poseidon.ofArity(8), 11, Poseidon.ofArity(11));

        private Algebraic() {
        }

        @Override
        public byte[] parent(byte[]... children) {
            Poseidon poseidon = BY_ARITY.get(children.length);
            if (poseidon == null) {
                throw new IllegalArgumentException("children: " + children.length + ", expected 2, 4, 8 or 11");
            }
            return poseidon.hash(children);
        }

        @Override
        public boolean accepts(byte[] child) {
            return Commitment.isScalar(child);
        }
    }
}
