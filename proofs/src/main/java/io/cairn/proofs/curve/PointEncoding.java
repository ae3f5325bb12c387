package io.cairn.proofs.curve;

import io.cairn.proofs.field.VectorWidth;
import java.util.Arrays;

/**
 * Points as bytes: big-endian coordinates whose first three bits are flags (zkcrypto/bls12_381: src/notes/serialization.rs). Readers
 * check lengths, coordinates, the curve's equation and the flags, but not the subgroup.
 */
public final class PointEncoding {

    private static final int COMPRESSED = 0x80;
    private static final int INFINITY = 0x40;
    private static final int LARGER = 0x20;
    private static final int FLAGS = COMPRESSED | INFINITY | LARGER;

    private PointEncoding() {
    }

    /** Writes the uncompressed bytes of an affine point. */
    public static void writeUncompressed(Curve curve, byte[] out, int at, long[] affine, int i) {
        if (curve.isAffineInfinity(affine, i)) {
            Arrays.fill(out, at, at + curve.uncompressedBytes(), (byte) 0);
            out[at] = INFINITY;
            return;
        }
        curve.coordinates().write(out, at, affine, i);
        curve.coordinates().write(out, at + curve.compressedBytes(), affine, i + curve.field().limbs());
    }

    /** Reads the uncompressed bytes at an offset, which must hold a whole point, as an affine point. */
    public static void readUncompressed(Curve curve, long[] out, int o, byte[] bytes, int at) {
        requireLength(curve, bytes.length - at, curve.uncompressedBytes());
        int flags = bytes[at] & FLAGS;
        if (flags == INFINITY) {
            requireZeros(curve, bytes, at, curve.uncompressedBytes());
            Arrays.fill(out, o, o + curve.affineLimbs(), 0);
            return;
        }
        if (flags != 0) {
            throw new PointFormatException("uncompressed point of " + curve + " has flags 0x" + Integer.toHexString(flags) + ", expected 0 or 0x40");
        }
        curve.coordinates().read(out, o, bytes, at);
        curve.coordinates().read(out, o + curve.field().limbs(), bytes, at + curve.compressedBytes());
        if (!curve.isOnCurve(out, o)) {
            throw new PointFormatException("point is not on the curve of " + curve);
        }
    }

    /**
     * Reads finite points that stand one behind the other, eight at a time, with the same checks; without vectors none.
     *
     * @return how many it read: all of them, or fewer if the next one or one of the seven behind it may be malformed or infinite,
     *         which {@link #readUncompressed} finds out
     */
    public static int readSideBySide(Curve curve, long[] out, int o, byte[] bytes, int at, int count) {
        requireLength(curve, bytes.length - at, count * curve.uncompressedBytes());
        return VectorWidth.chosen().isVector() ? new UncompressedLanes(curve).read(out, o, bytes, at, count) : 0;
    }

    static byte[] writeCompressed(Curve curve, long[] affine, int i) {
        byte[] out = new byte[curve.compressedBytes()];
        if (curve.isAffineInfinity(affine, i)) {
            out[0] = (byte) (COMPRESSED | INFINITY);
            return out;
        }
        curve.coordinates().write(out, 0, affine, i);
        boolean larger = curve.coordinates().isLarger(affine, i + curve.field().limbs());
        out[0] |= (byte) (COMPRESSED | (larger ? LARGER : 0));
        return out;
    }

    static Point readCompressed(Curve curve, byte[] bytes) {
        requireCompressed(curve, bytes);
        if ((bytes[0] & INFINITY) != 0) {
            requireZeros(curve, bytes, 0, bytes.length);
            return Point.infinity(curve);
        }
        long[] affine = squareOfY(curve, bytes);
        int n = curve.field().limbs();
        if (!curve.coordinates().squareRoot(affine, n, affine, n)) {
            throw new PointFormatException("no point of " + curve + " has this x coordinate");
        }
        return withSign(curve, affine, bytes);
    }

    private static void requireCompressed(Curve curve, byte[] bytes) {
        if (bytes.length != curve.compressedBytes()) {
            throw new PointFormatException("compressed point of " + curve + " has " + bytes.length + " bytes, expected " + curve.compressedBytes());
        }
        if ((bytes[0] & COMPRESSED) == 0) {
            throw new PointFormatException("compressed point of " + curve + " lacks the compression flag");
        }
    }

    /** A finite compressed point's x, and in the place of y its square, which may have no root. */
    static long[] squareOfY(Curve curve, byte[] bytes) {
        requireCompressed(curve, bytes);
        if ((bytes[0] & INFINITY) != 0) {
            throw new PointFormatException("point of " + curve + " is infinite");
        }
        byte[] x = bytes.clone();
        x[0] &= (byte) ~FLAGS;
        long[] affine = new long[curve.affineLimbs()];
        curve.coordinates().read(affine, 0, x, 0);
        curve.rightSide(affine, curve.field().limbs(), affine, 0);
        return affine;
    }

    /** The point of that y or of its negative, as the compressed bytes have it. */
    static Point withSign(Curve curve, long[] affine, byte[] bytes) {
        int n = curve.field().limbs();
        if (curve.coordinates().isLarger(affine, n) != ((bytes[0] & LARGER) != 0)) {
            curve.field().negate(affine, n, affine, n);
        }
        return Point.ofAffine(curve, affine, 0);
    }

    private static void requireLength(Curve curve, int actual, int expected) {
        if (actual < expected) {
            throw new PointFormatException("point of " + curve + " has " + actual + " bytes, expected " + expected);
        }
    }

    private static void requireZeros(Curve curve, byte[] bytes, int at, int length) {
        int any = bytes[at] & 0xff & ~(COMPRESSED | INFINITY);
        for (int k = 1; k < length; k++) {
            any |= bytes[at + k];
        }
        if (any != 0) {
            throw new PointFormatException("infinite point of " + curve + " has other bits set");
        }
    }
}
