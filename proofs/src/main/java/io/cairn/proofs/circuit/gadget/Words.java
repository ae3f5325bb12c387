package io.cairn.proofs.circuit.gadget;

import java.util.Arrays;

/** 32-bit words as arrays of literals, least significant first; bellperson: src/gadgets/uint32.rs. */
final class Words {

    private static final int BITS = 32;
    private static final long LARGEST = 0xffffffffL;

    private final Bits bits;
    private final PackedEqualities equalities;

    Words(Rows rows, Bits bits) {
        this.bits = bits;
        this.equalities = new PackedEqualities(rows);
    }

    static int[] constant(int value) {
        int[] word = new int[BITS];
        for (int i = 0; i < BITS; i++) {
            word[i] = Literal.constant((value >>> i & 1) == 1);
        }
        return word;
    }

    static int[] rotateRight(int[] word, int distance) {
        int[] result = new int[BITS];
        for (int i = 0; i < BITS; i++) {
            result[i] = word[(i + distance) % BITS];
        }
        return result;
    }

    static int[] shiftRight(int[] word, int distance) {
        int[] result = new int[BITS];
        Arrays.fill(result, Literal.FALSE);
        System.arraycopy(word, distance, result, 0, BITS - distance);
        return result;
    }

    int[] xor(int[] x, int[] y) {
        int[] result = new int[BITS];
        for (int i = 0; i < BITS; i++) {
            result[i] = bits.xor(x[i], y[i]);
        }
        return result;
    }

    int[] choose(int[] x, int[] y, int[] z) {
        int[] result = new int[BITS];
        for (int i = 0; i < BITS; i++) {
            result[i] = bits.choose(x[i], y[i], z[i]);
        }
        return result;
    }

    int[] majority(int[] x, int[] y, int[] z) {
        int[] result = new int[BITS];
        for (int i = 0; i < BITS; i++) {
            result[i] = bits.majority(x[i], y[i], z[i]);
        }
        return result;
    }

    /** The sum modulo 2^32. The equality that binds it may be written later, by the next sum or {@link #flush()}. */
    int[] sum(int[]... words) {
        long total = 0;
        boolean constant = true;
        for (int[] word : words) {
            for (int i = 0; i < BITS; i++) {
                constant &= Literal.isConstant(word[i]);
                total += bits.value(word[i]) ? 1L << i : 0;
            }
        }
        if (constant) {
            return constant((int) total);
        }
        int[] result = bits.allocate(total, Long.SIZE - Long.numberOfLeadingZeros(words.length * LARGEST));
        equalities.sum(words, result);
        return Arrays.copyOf(result, BITS);
    }

    /** Writes the pending equalities. */
    void flush() {
        equalities.flush();
    }
}
