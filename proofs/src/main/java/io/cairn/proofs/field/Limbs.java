package io.cairn.proofs.field;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;

/** Unsigned integers as little-endian runs of 64-bit limbs. */
public final class Limbs {

    private static final VarHandle LITTLE_ENDIAN = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Limbs() {
    }

    /** The limbs of a non-negative integer that fits. */
    public static long[] of(BigInteger value, int limbs) {
        if (value.signum() < 0 || value.bitLength() > 64 * limbs) {
            throw new IllegalArgumentException("integer " + value + " does not fit " + limbs + " unsigned limbs");
        }
        long[] out = new long[limbs];
        for (int k = 0; k < limbs; k++) {
            out[k] = value.shiftRight(64 * k).longValue();
        }
        return out;
    }

    /** The integer. */
    public static BigInteger toBigInteger(long[] limbs, int at, int count) {
        byte[] bytes = toLittleEndian(limbs, at, count);
        for (int low = 0, high = bytes.length - 1; low < high; low++, high--) {
            byte swapped = bytes[low];
            bytes[low] = bytes[high];
            bytes[high] = swapped;
        }
        return new BigInteger(1, bytes);
    }

    /** Reads limbs from little-endian bytes. */
    public static long[] ofLittleEndian(byte[] bytes, int at, int count) {
        long[] out = new long[count];
        readLittleEndian(bytes, at, out, 0, count);
        return out;
    }

    /** Reads so many limbs of little-endian bytes from {@code at} on. */
    static void readLittleEndian(byte[] bytes, int at, long[] out, int o, int count) {
        for (int k = 0; k < count; k++) {
            out[o + k] = (long) LITTLE_ENDIAN.get(bytes, at + 8 * k);
        }
    }

    /** The limbs as little-endian bytes. */
    public static byte[] toLittleEndian(long[] limbs, int at, int count) {
        byte[] bytes = new byte[8 * count];
        for (int k = 0; k < count; k++) {
            LITTLE_ENDIAN.set(bytes, 8 * k, limbs[at + k]);
        }
        return bytes;
    }

    /** Bits up to the highest one that is set; 0 for 0. */
    public static int bitLength(long[] limbs, int at, int count) {
        int top = count - 1;
        while (top >= 0 && limbs[at + top] == 0) {
            top--;
        }
        return top < 0 ? 0 : 64 * (top + 1) - Long.numberOfLeadingZeros(limbs[at + top]);
    }

    /** Compares two integers of the same number of limbs, as {@link Comparable} does. */
    public static int compare(long[] a, int i, long[] b, int j, int count) {
        for (int k = count - 1; k >= 0; k--) {
            int order = Long.compareUnsigned(a[i + k], b[j + k]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
