package io.cairn.proofs.groth16;

import io.cairn.proofs.curve.Curve;
import io.cairn.proofs.curve.PointEncoding;
import io.cairn.proofs.curve.PointFormatException;
import io.cairn.proofs.curve.Points;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Uncompressed points in a mapped file, decoded when asked for: on the curve and finite, but not checked to be in the subgroup.
 *
 * @param name  name for messages
 * @param bytes exactly the points' bytes
 */
record PointFile(String name, Curve curve, long count, MemorySegment bytes) implements Points {

    @Override
    public void get(long k, long[] out, int o) {
        byte[] point = new byte[curve.uncompressedBytes()];
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, k * point.length, point, 0, point.length);
        try {
            PointEncoding.readUncompressed(curve, out, o, point, 0);
        } catch (PointFormatException malformed) {
            throw new ParametersFormatException("point " + k + " of " + name + ": " + malformed.getMessage(), malformed);
        }
        if (curve.isAffineInfinity(out, o)) {
            throw new ParametersFormatException("point " + k + " of " + name + " is the point at infinity");
        }
    }

    @Override
    public void get(long[] numbers, int count, long[] out) {
        int length = curve.uncompressedBytes();
        byte[] encoded = new byte[count * length];
        for (int k = 0; k < count; k++) {
            MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, numbers[k] * length, encoded, k * length, length);
        }
        for (int k = 0; k < count; k++) {
            k += PointEncoding.readSideBySide(curve, out, k * curve.affineLimbs(), encoded, k * length, count - k);
            if (k < count) {
                get(numbers[k], out, k * curve.affineLimbs());
            }
        }
    }
}
