package io.cairn.proofs.groth16;

import io.cairn.proofs.curve.Curve;
import io.cairn.proofs.curve.G1;
import io.cairn.proofs.curve.G2;
import io.cairn.proofs.curve.Point;
import io.cairn.proofs.curve.PointFormatException;
import io.cairn.proofs.pairing.Pairing;
import io.cairn.proofs.pairing.SubgroupPoints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A Groth16 proof: 192 bytes, the compressed points A (48), B (96), C (48), none of them infinite.
 *
 * @param a point of G1
 * @param b point of G2
 * @param c point of G1
 */
public record Proof(Point a, Point b, Point c) {

    /** Bytes of a proof. */
    public static final int BYTES = 192;

    private static final int B_AT = 48;
    private static final int C_AT = 144;

    /** The bytes of several proofs, one after the other. */
    public static byte[] listToBytes(List<Proof> proofs) {
        byte[] out = new byte[proofs.size() * BYTES];
        for (int k = 0; k < proofs.size(); k++) {
            System.arraycopy(proofs.get(k).toBytes(), 0, out, k * BYTES, BYTES);
        }
        return out;
    }

    /**
     * Reads a proof.
     *
     * @throws ProofFormatException if the length is not 192, or a part is no finite point of its group
     */
    public static Proof fromBytes(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new ProofFormatException("proof has " + bytes.length + " bytes, expected " + BYTES);
        }
        return listFromBytes(bytes, 1).getFirst();
    }

    private static Proof oneFromBytes(byte[] bytes) {
        return new Proof(point("A", G1.CURVE, Arrays.copyOfRange(bytes, 0, B_AT)),
                point("B", G2.CURVE, Arrays.copyOfRange(bytes, B_AT, C_AT)),
                point("C", G1.CURVE, Arrays.copyOfRange(bytes, C_AT, BYTES)));
    }

    /**
     * Reads the concatenated proofs of several partitions.
     *
     * @throws ProofFormatException if there are not exactly {@code count} proofs, or one of them is malformed
     */
    public static List<Proof> listFromBytes(byte[] bytes, int count) {
        if (bytes.length != count * BYTES) {
            throw new ProofFormatException("proofs of " + count + " partitions have " + bytes.length + " bytes, expected " + count * BYTES);
        }
        if (Pairing.usesVectors() && count > 0) {
            Optional<List<Proof>> together = togetherFromBytes(bytes, count);
            if (together.isPresent()) {
                return together.get();
            }
        }
        List<Proof> proofs = new ArrayList<>(count);
        for (int k = 0; k < count; k++) {
            proofs.add(oneFromBytes(Arrays.copyOfRange(bytes, k * BYTES, (k + 1) * BYTES)));
        }
        return proofs;
    }

    /** The proofs, their points worked out side by side; nothing if there is something wrong with any. */
    private static Optional<List<Proof>> togetherFromBytes(byte[] bytes, int count) {
        List<byte[]> ofG1 = new ArrayList<>(2 * count);
        List<byte[]> ofG2 = new ArrayList<>(count);
        for (int at = 0; at < count * BYTES; at += BYTES) {
            ofG1.add(Arrays.copyOfRange(bytes, at, at + B_AT));
            ofG2.add(Arrays.copyOfRange(bytes, at + B_AT, at + C_AT));
            ofG1.add(Arrays.copyOfRange(bytes, at + C_AT, at + BYTES));
        }
        return SubgroupPoints.fromCompressed(ofG1, ofG2)
                .map(points -> IntStream.range(0, count).mapToObj(k -> new Proof(points.get(2 * k), points.get(2 * count + k), points.get(2 * k + 1))).toList());
    }

    private static Point point(String name, Curve curve, byte[] bytes) {
        Point point;
        try {
            point = Point.fromCompressed(curve, bytes);
        } catch (PointFormatException malformed) {
            throw new ProofFormatException("part " + name + " of the proof: " + malformed.getMessage(), malformed);
        }
        if (point.isInfinity()) {
            throw new ProofFormatException("part " + name + " of the proof is the point at infinity");
        }
        return point;
    }

    /** The 192 bytes. */
    public byte[] toBytes() {
        byte[] out = Arrays.copyOf(a.toCompressed(), BYTES);
        System.arraycopy(b.toCompressed(), 0, out, B_AT, C_AT - B_AT);
        System.arraycopy(c.toCompressed(), 0, out, C_AT, BYTES - C_AT);
        return out;
    }
}
