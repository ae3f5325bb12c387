package io.cairn.proofs.circuit.gadget;

/** SHA-256 of field elements, cut to 254 bits: the nodes of the data tree; rust-fil-proofs: filecoin-hashers/src/sha256.rs. */
public final class Sha256TreeHash implements HashGadget {

    private final Numbers numbers;
    private final Sha256Gadget sha256;

    /** A gadget that writes to the given rows. */
    public Sha256TreeHash(Rows rows) {
        this.numbers = new Numbers(rows);
        this.sha256 = new Sha256Gadget(rows);
    }

    @Override
    public int hash(int[] children) {
        int[] message = new int[256 * children.length];
        for (int i = 0; i < children.length; i++) {
            System.arraycopy(BitOrder.reversedInBytes(numbers.toBits(children[i])), 0, message, 256 * i, 256);
        }
        return hashBits(message);
    }

    /** The digest of whole bytes, cut to 254 bits, as a number. */
    public int hashBits(int[] message) {
        return numbers.pack(BitOrder.reversedInBytes(sha256.hash(message)));
    }
}
