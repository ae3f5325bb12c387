package io.cairn.proofs.circuit.gadget;

/** A hash of some numbers of a circuit to one number: what a Merkle tree of a circuit is made of. */
@FunctionalInterface
public interface HashGadget {

    /** A new number: the hash of the given ones. */
    int hash(int[] numbers);
}
