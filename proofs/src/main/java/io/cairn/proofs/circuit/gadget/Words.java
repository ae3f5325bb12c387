package io.cairn.proofs.circuit.gadget;

import java.util.ArrayList;
import java.util.List;

/**
 * 32-bit words as arrays of literals, least significant first, with room behind for the carries of a sum; bellperson: src/gadgets/uint32.rs. The words that
 * come out of it belong to it: {@link #release} takes all of them back.
 */
final class Words {

    private static final int BITS = 32;
    private static final int CARRIES = 3;
    private static final long LARGEST = 0xffffffffL;

    private final Bits bits;
    private final PackedEqualities equalities;
    private final List<int[]> words = new ArrayList<>();
    private int inUse;

    Words(Rows rows, Bits bits) {
        this.bits = bits;
        this.equalities = new PackedEqualities(rows);
    }

    /** A word that stays. */
    static int[] constant(int value) {
        int[] word = new int[BITS];
        for (int i = 0; i < BITS; i++) {
            word[i] = Literal.constant((value >>> i & 1) == 1);
        }
        return word;
    }

    /** A word of a message, most significant bit first there. */
    int[] bigEndian(int[] message, int from) {
        int[] word = next();
        for (int i = 0; i < BITS; i++) {
            word[i] = message[from + BITS - 1 - i];
        }
        return word;
    }

    /** The exclusive or of a word rotated to the right by three distances. */
    int[] rotated(int[] x, int first, int second, int third) {
        int[] result = rotated(x, first, second);
        for (int i = 0; i < BITS; i++) {
            result[i] = bits.xor(result[i], x[(i + third) % BITS]);
        }
        return result;
    }

    /** The exclusive or of a word rotated to the right by two distances and shifted by a third. */
    int[] rotatedAndShifted(int[] x, int first, int second, int shift) {
        int[] result = rotated(x, first, second);
        for (int i = 0; i < BITS; i++) {
            result[i] = bits.xor(result[i], i + shift < BITS ? x[i + shift] : Literal.FALSE);
        }
        return result;
    }

    private int[] rotated(int[] x, int first, int second) {
        int[] result = next();
        for (int i = 0; i < BITS; i++) {
            result[i] = bits.xor(x[(i + first) % BITS], x[(i + second) % BITS]);
        }
        return result;
    }

    int[] choose(int[] x, int[] y, int[] z) {
        int[] result = next();
        for (int i = 0; i < BITS; i++) {
            result[i] = bits.choose(x[i], y[i], z[i]);
        }
        return result;
    }

    int[] majority(int[] x, int[] y, int[] z) {
        int[] result = next();
        for (int i = 0; i < BITS; i++) {
            result[i] = bits.majority(x[i], y[i], z[i]);
        }
        return result;
    }

    /** The sum of at most eight words modulo 2^32. The equality that binds it may be written later, by the next sum or {@link #release}. */
    int[] sum(int[]... addends) {
        long total = 0;
        boolean constant = true;
        for (int[] word : addends) {
            for (int i = 0; i < BITS; i++) {
                constant &= Literal.isConstant(word[i]);
                total += bits.value(word[i]) ? 1L << i : 0;
            }
        }
        if (constant) {
            return constant((int) total);
        }
        int[] result = next();
        int length = Long.SIZE - Long.numberOfLeadingZeros(addends.length * LARGEST);
        for (int i = 0; i < length; i++) {
            result[i] = bits.allocate((total >>> i & 1) == 1);
        }
        equalities.sum(addends, BITS, result, length, total);
        return result;
    }

    /** Writes the pending equalities and takes all words back but those that stay. */
    void release() {
        equalities.flush();
        inUse = 0;
    }

    private int[] next() {
        if (inUse == words.size()) {
            words.add(new int[BITS + CARRIES]);
        }
        return words.get(inUse++);
    }
}
