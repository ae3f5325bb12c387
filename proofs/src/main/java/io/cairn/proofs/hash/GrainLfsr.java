package io.cairn.proofs.hash;

import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;
import java.math.BigInteger;

/**
 * The self-shrinking shift register that Poseidon's round constants are drawn from. Source: the Poseidon paper,
 * appendix E; neptune, src/round_constants.rs.
 */
final class GrainLfsr {

    private static final int STATE_BITS = 80;
    private static final int WARM_UP = 160;
    private static final int FIELD_BITS = 255;
    private static final int PRIME_FIELD = 1;
    private static final int QUINTIC_SBOX = 1;

    private final boolean[] state = new boolean[STATE_BITS];
    private int filled;
    private int head;

    GrainLfsr(int width, int fullRounds, int partialRounds) {
        append(PRIME_FIELD, 2);
        append(QUINTIC_SBOX, 4);
        append(FIELD_BITS, 12);
        append(width, 12);
        append(fullRounds, 10);
        append(partialRounds, 10);
        append((1 << 30) - 1, 30);
        for (int i = 0; i < WARM_UP; i++) {
            step();
        }
    }

    private void append(int value, int bits) {
        for (int bit = bits - 1; bit >= 0; bit--) {
            state[filled++] = (value >>> bit & 1) == 1;
        }
    }

    /** The next element: 255 bits, the highest first, drawn again until they are below the field's order. */
    Scalar nextElement() {
        while (true) {
            BigInteger value = BigInteger.ZERO;
            for (int i = 0; i < FIELD_BITS; i++) {
                value = value.shiftLeft(1);
                if (nextBit()) {
                    value = value.setBit(0);
                }
            }
            if (value.compareTo(Fr.MODULUS) < 0) {
                return Scalar.of(value);
            }
        }
    }

    private boolean nextBit() {
        while (!step()) {
            step();
        }
        return step();
    }

    private boolean step() {
        boolean bit = at(62) ^ at(51) ^ at(38) ^ at(23) ^ at(13) ^ at(0);
        state[head] = bit;
        head = (head + 1) % STATE_BITS;
        return bit;
    }

    private boolean at(int index) {
        return state[(head + index) % STATE_BITS];
    }
}
