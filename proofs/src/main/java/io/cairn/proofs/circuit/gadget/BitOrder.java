package io.cairn.proofs.circuit.gadget;

import java.util.Arrays;

/** Orders of bits: numbers have the least significant bit first, hashes the most significant bit of each byte. */
public final class BitOrder {

    private BitOrder() {
    }

    /** Fills up to whole bytes with false and reverses the bits of each byte; rust-fil-proofs: storage-proofs-core/src/util.rs. */
    public static int[] reversedInBytes(int[] literals) {
        int length = (literals.length + 7) / 8 * 8;
        int[] padded = Arrays.copyOf(literals, length);
        Arrays.fill(padded, literals.length, length, Literal.FALSE);
        int[] reversed = new int[length];
        for (int i = 0; i < length; i++) {
            reversed[i] = padded[i ^ 7];
        }
        return reversed;
    }
}
