package io.cairn.proofs.curve;

import io.cairn.proofs.field.Fq;
import io.cairn.proofs.field.FqLaneWords;
import io.cairn.proofs.field.FqLanes;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;

/**
 * Reads uncompressed points eight at a time. A point that is out of the ordinary is left to {@link PointEncoding}, which says what it is: one with flags, one
 * that is not on the curve, one with a coordinate whose highest word is not below that of the order (of numbers below the order one in 2^60 has such). Needs
 * vectors; not safe for several threads.
 *
 * <p>Elements keep the factor 2^384 of {@link Fq}, a product loses 2^408: y^2 and x^2 have 2^360, so x^2 is multiplied by 2^432 before x to give x^3 as much.
 */
final class UncompressedLanes {

    private static final VarHandle BIG_ENDIAN = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int WORDS_FACTOR = Long.SIZE * Fq.LIMBS;
    private static final int SQUARE_FACTOR = 2 * WORDS_FACTOR - FqLanes.FACTOR;
    private static final long HIGHEST = Fq.MODULUS.shiftRight(WORDS_FACTOR - Long.SIZE).longValueExact();
    private static final double[] TO_FACTOR = FqLaneWords.constant(power(WORDS_FACTOR + FqLanes.FACTOR));
    private static final double[] SQUARE_TO_FACTOR = FqLaneWords.constant(power(2 * FqLanes.FACTOR - WORDS_FACTOR));

    private final Curve curve;
    private final LaneField field;
    private final int components;
    private final double[] x;
    private final double[] y;
    private final double[] left;
    private final double[] right;
    private final double[] b;
    private final long[] words = new long[FqLaneWords.BLOCK];

    UncompressedLanes(Curve curve) {
        this.curve = curve;
        this.components = curve.field().limbs() / Fq.LIMBS;
        this.field = components == 1 ? new FqLaneField() : new Fq2LaneField(1);
        this.x = new double[components * FqLanes.BLOCK];
        this.y = new double[components * FqLanes.BLOCK];
        this.left = new double[components * FqLanes.BLOCK];
        this.right = new double[components * FqLanes.BLOCK];
        this.b = constant(curve, components);
    }

    private static BigInteger power(int exponent) {
        return BigInteger.ONE.shiftLeft(exponent).mod(Fq.MODULUS);
    }

    /** The right side of the curve's equation for x = 0. */
    private static double[] constant(Curve curve, int components) {
        long[] element = new long[curve.field().limbs()];
        curve.rightSide(element, 0, new long[element.length], 0);
        double[] out = new double[components * FqLanes.BLOCK];
        for (int component = 0; component < components; component++) {
            BigInteger value = Fq.toBigInteger(element, component * Fq.LIMBS).multiply(power(SQUARE_FACTOR)).mod(Fq.MODULUS);
            System.arraycopy(FqLaneWords.constant(value), 0, out, component * FqLanes.BLOCK, FqLanes.BLOCK);
        }
        return out;
    }

    /** Reads finite points of the curve side by side as affine points, up to the first group of eight with another one; answers how many. */
    int read(long[] out, int o, byte[] bytes, int at, int count) {
        for (int done = 0; done < count; done += FqLanes.LANES) {
            int lanes = Math.min(FqLanes.LANES, count - done);
            if (!load(x, bytes, at + done * curve.uncompressedBytes(), lanes)
                    || !load(y, bytes, at + done * curve.uncompressedBytes() + curve.compressedBytes(), lanes) || !isOnCurve()) {
                return done;
            }
            store(out, o + done * curve.affineLimbs(), x, lanes);
            store(out, o + done * curve.affineLimbs() + curve.field().limbs(), y, lanes);
        }
        return count;
    }

    /** A coordinate of each lane, the last one's in lanes that are left over; answers whether all are sure to be below the order. Bytes have the first component last. */
    private boolean load(double[] elements, byte[] bytes, int at, int lanes) {
        boolean sure = true;
        for (int component = 0; component < components; component++) {
            int first = at + (components - 1 - component) * Fq.BYTES;
            for (int lane = 0; lane < FqLanes.LANES; lane++) {
                int from = first + Math.min(lane, lanes - 1) * curve.uncompressedBytes();
                sure &= Long.compareUnsigned((long) BIG_ENDIAN.get(bytes, from), HIGHEST) < 0;
                for (int k = 0; k < Fq.LIMBS; k++) {
                    words[k * FqLanes.LANES + lane] = (long) BIG_ENDIAN.get(bytes, from + Long.BYTES * (Fq.LIMBS - 1 - k));
                }
            }
            int to = component * FqLanes.BLOCK;
            FqLaneWords.unpack(elements, to, words, 0, 1);
            FqLanes.mul(elements, to, elements, to, TO_FACTOR, 0, 1);
        }
        return sure;
    }

    private boolean isOnCurve() {
        field.square(left, y, 1);
        field.square(right, x, 1);
        for (int component = 0; component < components; component++) {
            FqLanes.mul(right, component * FqLanes.BLOCK, right, component * FqLanes.BLOCK, SQUARE_TO_FACTOR, 0, 1);
        }
        field.mul(right, right, x, 1);
        for (int k = 0; k < left.length; k++) {
            left[k] -= right[k] + b[k];
        }
        FqLaneWords.balance(left, 0, 1, components);
        long any = 0;
        for (int component = 0; component < components; component++) {
            FqLaneWords.pack(words, 0, left, component * FqLanes.BLOCK, 1);
            for (long word : words) {
                any |= word;
            }
        }
        return any == 0;
    }

    private void store(long[] out, int o, double[] elements, int lanes) {
        for (int component = 0; component < components; component++) {
            FqLaneWords.pack(words, 0, elements, component * FqLanes.BLOCK, 1);
            for (int lane = 0; lane < lanes; lane++) {
                int to = o + lane * curve.affineLimbs() + component * Fq.LIMBS;
                for (int k = 0; k < Fq.LIMBS; k++) {
                    out[to + k] = words[k * FqLanes.LANES + lane];
                }
            }
        }
    }
}
