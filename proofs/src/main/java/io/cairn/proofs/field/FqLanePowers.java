package io.cairn.proofs.field;

import io.cairn.proofs.dispatch.ProofDispatcher;
import java.math.BigInteger;

/** Powers of many elements of {@link Fq} by one exponent, in lanes of {@link FqLanes}: sliding windows over the exponent's bits. */
public final class FqLanePowers {

    private static final int WINDOW = 5;
    private static final int ODD_POWERS = 1 << WINDOW - 1;
    private static final BigInteger FROM_WORDS = BigInteger.ONE.shiftLeft(2 * FqLanes.BITS * FqLanes.LIMBS - 64 * Fq.LIMBS);
    private static final BigInteger TO_WORDS = BigInteger.ONE.shiftLeft(64 * Fq.LIMBS);

    private final int count;
    private final int blocks;
    private final int doubles;
    /** a, a^3, a^5 and so on, then a^2. */
    private final double[] powers;
    private final double[] result;

    private FqLanePowers(int count) {
        this.count = count;
        this.blocks = (count + FqLanes.LANES - 1) / FqLanes.LANES;
        this.doubles = blocks * FqLanes.BLOCK;
        this.powers = new double[(ODD_POWERS + 1) * doubles];
        this.result = new double[doubles];
    }

    /** Raises as many elements, one after the other, to a positive exponent. */
    public static void raise(long[] elements, int count, BigInteger exponent) {
        FqLanePowers lanes = new FqLanePowers(count);
        lanes.load(elements);
        lanes.raise(exponent);
        lanes.store(elements);
    }

    private void raise(BigInteger exponent) {
        int square = ODD_POWERS * doubles;
        FqLanes.mul(powers, square, powers, 0, powers, 0, blocks);
        for (int k = 1; k < ODD_POWERS; k++) {
            FqLanes.mul(powers, k * doubles, powers, (k - 1) * doubles, powers, square, blocks);
        }
        boolean begun = false;
        int bit = exponent.bitLength() - 1;
        while (bit >= 0) {
            ProofDispatcher.giveWay();
            int low = exponent.testBit(bit) ? windowFrom(exponent, bit) : bit;
            for (int k = bit; begun && k >= low; k--) {
                FqLanes.mul(result, 0, result, 0, result, 0, blocks);
            }
            if (exponent.testBit(bit)) {
                int power = exponent.shiftRight(low).intValue() & (1 << bit - low + 1) - 1;
                multiply(power / 2 * doubles, begun);
                begun = true;
            }
            bit = low - 1;
        }
    }

    /** The lowest bit of the longest window below that bit that ends with a one. */
    private static int windowFrom(BigInteger exponent, int bit) {
        int low = Math.max(0, bit - WINDOW + 1);
        while (!exponent.testBit(low)) {
            low++;
        }
        return low;
    }

    private void multiply(int power, boolean begun) {
        if (begun) {
            FqLanes.mul(result, 0, result, 0, powers, power, blocks);
        } else {
            System.arraycopy(powers, power, result, 0, doubles);
        }
    }

    private void load(long[] elements) {
        long[] words = new long[blocks * FqLaneWords.BLOCK];
        for (int k = 0; k < count * Fq.LIMBS; k++) {
            words[wordAt(k)] = elements[k];
        }
        FqLaneWords.unpack(powers, 0, words, 0, blocks);
        FqLanes.mul(powers, 0, powers, 0, same(FROM_WORDS), 0, blocks);
    }

    private void store(long[] elements) {
        FqLanes.mul(result, 0, result, 0, same(TO_WORDS), 0, blocks);
        long[] words = new long[blocks * FqLaneWords.BLOCK];
        FqLaneWords.pack(words, 0, result, 0, blocks);
        for (int k = 0; k < count * Fq.LIMBS; k++) {
            elements[k] = words[wordAt(k)];
        }
    }

    private static int wordAt(int k) {
        int element = k / Fq.LIMBS;
        return element / FqLanes.LANES * FqLaneWords.BLOCK + FqLanes.LANES * (k % Fq.LIMBS) + element % FqLanes.LANES;
    }

    /** All elements the same number. */
    private double[] same(BigInteger value) {
        long[] limbs = Limbs.of(value.mod(Fq.MODULUS), Fq.LIMBS);
        long[] words = new long[blocks * FqLaneWords.BLOCK];
        for (int k = 0; k < blocks * FqLanes.LANES * Fq.LIMBS; k++) {
            words[wordAt(k)] = limbs[k % Fq.LIMBS];
        }
        double[] out = new double[doubles];
        FqLaneWords.unpack(out, 0, words, 0, blocks);
        FqLaneWords.balance(out, 0, 1, blocks);
        return out;
    }
}
