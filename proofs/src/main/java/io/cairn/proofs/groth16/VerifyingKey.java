package io.cairn.proofs.groth16;

import io.cairn.proofs.curve.Curve;
import io.cairn.proofs.curve.G1;
import io.cairn.proofs.curve.G2;
import io.cairn.proofs.curve.ManyPoints;
import io.cairn.proofs.curve.Point;
import io.cairn.proofs.curve.PointFormatException;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.pairing.Pairing;
import java.nio.ByteBuffer;
import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Groth16 verifying key (bellperson: src/groth16/verifying_key.rs). As bytes: the six points uncompressed in the order of the components, the
 * number of points of {@code ic} as a big-endian 32-bit integer, and these points uncompressed.
 *
 * @param ic one point for each public input, the constant one first
 */
public record VerifyingKey(Point alphaG1, Point betaG1, Point betaG2, Point gammaG2, Point deltaG1, Point deltaG2, List<Point> ic) {

    private static final int FIXED_BYTES = 868;
    private static final int MAXIMAL_INPUTS = 1 << 20;
    /** Points that are decoded side by side: a key of window proofs has thousands. */
    private static final int TOGETHER = 64;

    public VerifyingKey {
        ic = List.copyOf(ic);
    }

    /** Length of the file of a key for circuits with that many inputs, the constant one included. */
    public static int bytes(int inputs) {
        return FIXED_BYTES + inputs * G1.CURVE.uncompressedBytes();
    }

    /**
     * Reads a whole file.
     *
     * @throws ParametersFormatException if a point is malformed, not in its group, or infinite in {@code ic}, or the length is wrong
     */
    public static VerifyingKey fromBytes(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        VerifyingKey key = readFrom(buffer);
        if (buffer.hasRemaining()) {
            throw new ParametersFormatException("verifying key is followed by " + buffer.remaining() + " more bytes");
        }
        return key;
    }

    /** Reads a key from the front of a buffer, as {@link #fromBytes} does. */
    static VerifyingKey readFrom(ByteBuffer buffer) {
        try {
            Point alphaG1 = point("alpha_g1", G1.CURVE, buffer);
            Point betaG1 = point("beta_g1", G1.CURVE, buffer);
            Point betaG2 = point("beta_g2", G2.CURVE, buffer);
            Point gammaG2 = point("gamma_g2", G2.CURVE, buffer);
            Point deltaG1 = point("delta_g1", G1.CURVE, buffer);
            Point deltaG2 = point("delta_g2", G2.CURVE, buffer);
            return new VerifyingKey(alphaG1, betaG1, betaG2, gammaG2, deltaG1, deltaG2, readInputs(buffer));
        } catch (BufferUnderflowException tooShort) {
            throw new ParametersFormatException("verifying key ends early", tooShort);
        }
    }

    private static List<Point> readInputs(ByteBuffer buffer) {
        int count = buffer.getInt();
        if (count < 1 || count > MAXIMAL_INPUTS) {
            throw new ParametersFormatException("verifying key has " + Integer.toUnsignedString(count) + " inputs, expected 1 to " + MAXIMAL_INPUTS);
        }
        List<Point> points = new ArrayList<>();
        while (points.size() < count) {
            ProofDispatcher.giveWay();
            points.addAll(readInputs(buffer, points.size(), Math.min(TOGETHER, count - points.size())));
        }
        return points;
    }

    /** Some points of {@code ic}, side by side where that is faster and nothing is wrong with any, otherwise one by one. */
    private static List<Point> readInputs(ByteBuffer buffer, int first, int count) {
        int bytes = count * G1.CURVE.uncompressedBytes();
        if (Pairing.usesVectors() && buffer.remaining() >= bytes) {
            byte[] encoded = new byte[bytes];
            buffer.get(buffer.position(), encoded);
            Optional<List<Point>> together = ManyPoints.fromUncompressed(encoded, count);
            if (together.isPresent()) {
                buffer.position(buffer.position() + bytes);
                return together.get();
            }
        }
        List<Point> points = new ArrayList<>(count);
        for (int k = first; k < first + count; k++) {
            ProofDispatcher.giveWay();
            Point point = point("ic[" + k + "]", G1.CURVE, buffer);
            if (point.isInfinity()) {
                throw new ParametersFormatException("ic[" + k + "] of the verifying key is the point at infinity");
            }
            points.add(point);
        }
        return points;
    }

    private static Point point(String name, Curve curve, ByteBuffer buffer) {
        byte[] bytes = new byte[curve.uncompressedBytes()];
        buffer.get(bytes);
        try {
            return Point.fromUncompressed(curve, bytes);
        } catch (PointFormatException malformed) {
            throw new ParametersFormatException(name + " of the verifying key: " + malformed.getMessage(), malformed);
        }
    }

    /** The file's bytes. */
    public byte[] toBytes() {
        ByteBuffer buffer = ByteBuffer.allocate(bytes(ic.size()));
        for (Point point : List.of(alphaG1, betaG1, betaG2, gammaG2, deltaG1, deltaG2)) {
            buffer.put(point.toUncompressed());
        }
        buffer.putInt(ic.size());
        ic.forEach(point -> buffer.put(point.toUncompressed()));
        return buffer.array();
    }
}
