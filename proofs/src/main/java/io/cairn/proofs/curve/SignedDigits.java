package io.cairn.proofs.curve;

import io.cairn.proofs.field.Limbs;
import java.math.BigInteger;

/**
 * Signed digits of scalars in windows of a fixed width. Adding half a window to every window but the top one first makes each digit a plain
 * run of bits less that half, whatever the others are.
 */
final class SignedDigits {

    private static final int SCALAR_BITS = 256;

    private final int width;
    private final int windows;
    private final int half;
    private final long[] bias;

    SignedDigits(int width) {
        this.width = width;
        this.windows = (SCALAR_BITS + width - 1) / width;
        this.half = 1 << width - 1;
        BigInteger sum = BigInteger.ZERO;
        for (int window = 0; window < windows - 1; window++) {
            sum = sum.setBit(window * width + width - 1);
        }
        this.bias = Limbs.of(sum, 4);
    }

    int width() {
        return width;
    }

    int windows() {
        return windows;
    }

    /** The largest absolute value of a digit. */
    int half() {
        return half;
    }

    /** Adds the bias to canonical limbs, so that {@link #digit} can read them. */
    void bias(long[] limbs, int at) {
        long carry = 0;
        for (int k = 0; k < 4; k++) {
            long a = limbs[at + k];
            long b = bias[k];
            long sum = a + b + carry;
            carry = (a & b | (a | b) & ~sum) >>> 63;
            limbs[at + k] = sum;
        }
    }

    /** A digit of biased limbs, from -half to half. */
    int digit(long[] limbs, int at, int window) {
        int bit = window * width;
        int limb = bit >>> 6;
        int shift = bit & 63;
        long bits = limbs[at + limb] >>> shift;
        if (shift + width > 64 && limb < 3) {
            bits |= limbs[at + limb + 1] << 64 - shift;
        }
        int value = (int) (bits & (1L << width) - 1);
        return window == windows - 1 ? value : value - half;
    }
}
