package io.cairn.proofs.curve;

import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Limbs;
import java.math.BigInteger;

/**
 * Signed digits of scalars in windows of a fixed width. Adding half a window to every window but the top one first makes each digit a plain
 * run of bits less that half, whatever the others are.
 */
final class SignedDigits {

    /** Bits of any canonical scalar. */
    static final int SCALAR_BITS = 255;
    /** Bits of a scalar that was made small. */
    static final int SMALL_BITS = 254;

    private static final long[] MODULUS = Limbs.of(Fr.MODULUS, Fr.LIMBS);
    private static final long[] HALF_MODULUS = Limbs.of(Fr.MODULUS.shiftRight(1), Fr.LIMBS);

    private final int width;
    private final int windows;
    private final int half;
    private final long[] bias;

    /** Digits of numbers below 2^bits; bits is at most 255. */
    SignedDigits(int width, int bits) {
        this.width = width;
        this.windows = (bits + width) / width;
        this.half = 1 << width - 1;
        BigInteger sum = BigInteger.ZERO;
        for (int window = 0; window < windows - 1; window++) {
            sum = sum.setBit(window * width + width - 1);
        }
        this.bias = Limbs.of(sum, bits / Long.SIZE + 1);
    }

    int width() {
        return width;
    }

    int windows() {
        return windows;
    }

    /** Windows of a number of so many bits that may have a digit other than zero: half a window is a negative digit and one more in the next window. */
    int windows(int bits) {
        return Math.min(windows, (bits + 1) / width + 1);
    }

    /** Limbs of a number. */
    int limbs() {
        return bias.length;
    }

    /** The largest absolute value of a digit. */
    int half() {
        return half;
    }

    /** Replaces a canonical scalar above half the modulus by what it lacks to the modulus; answers whether it did. */
    static boolean makeSmall(long[] limbs, int at) {
        int k = Fr.LIMBS - 1;
        while (k > 0 && limbs[at + k] == HALF_MODULUS[k]) {
            k--;
        }
        if (Long.compareUnsigned(limbs[at + k], HALF_MODULUS[k]) <= 0) {
            return false;
        }
        long borrow = 0;
        for (k = 0; k < Fr.LIMBS; k++) {
            long a = MODULUS[k];
            long b = limbs[at + k];
            long difference = a - b - borrow;
            borrow = (~a & b | (~a | b) & difference) >>> 63;
            limbs[at + k] = difference;
        }
        return true;
    }

    /** Adds the bias to a number's limbs, so that {@link #digit} can read them. */
    void bias(long[] limbs, int at) {
        long carry = 0;
        for (int k = 0; k < bias.length; k++) {
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
        if (shift + width > 64 && limb + 1 < bias.length) {
            bits |= limbs[at + limb + 1] << 64 - shift;
        }
        int value = (int) (bits & (1L << width) - 1);
        return window == windows - 1 ? value : value - half;
    }
}
