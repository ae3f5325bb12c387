package io.cairn.proofs.aggregate;

import io.cairn.proofs.curve.Curve;
import io.cairn.proofs.curve.G1;
import io.cairn.proofs.curve.Point;
import io.cairn.proofs.pairing.Pairing;
import io.cairn.proofs.pairing.SubgroupPoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Compressed points of an aggregate, gathered first and then decoded all together. */
final class PointReading {

    private final List<Encoded> ofG1 = new ArrayList<>();
    private final List<Encoded> ofG2 = new ArrayList<>();
    private final List<Encoded> all = new ArrayList<>();

    private static final class Encoded implements Supplier<Point> {
        private final String name;
        private final Curve curve;
        private final byte[] bytes;
        private Point point;

        Encoded(String name, Curve curve, byte[] bytes) {
            this.name = name;
            this.curve = curve;
            this.bytes = bytes;
        }

        @Override
        public Point get() {
            return point;
        }

        void decode() {
            try {
                point = Point.fromCompressed(curve, bytes);
            } catch (IllegalArgumentException malformed) {
                throw new AggregateFormatException(name + " of the aggregated proof: " + malformed.getMessage(), malformed);
            }
        }
    }

    /** Takes a point, which is there after {@link #decode}. */
    Supplier<Point> add(String name, Curve curve, byte[] bytes) {
        Encoded encoded = new Encoded(name, curve, bytes);
        (curve == G1.CURVE ? ofG1 : ofG2).add(encoded);
        all.add(encoded);
        return encoded;
    }

    /** Decodes all points, each checked to be in its group; {@link AggregateFormatException} names the first that is none. */
    void decode() {
        Optional<List<Point>> together = Pairing.usesVectors() ? SubgroupPoints.fromCompressed(bytes(ofG1), bytes(ofG2)) : Optional.empty();
        together.ifPresentOrElse(this::assign, () -> all.forEach(Encoded::decode));
    }

    private static List<byte[]> bytes(List<Encoded> points) {
        return points.stream().map(encoded -> encoded.bytes).toList();
    }

    private void assign(List<Point> points) {
        for (int k = 0; k < points.size(); k++) {
            Encoded encoded = k < ofG1.size() ? ofG1.get(k) : ofG2.get(k - ofG1.size());
            encoded.point = points.get(k);
        }
    }
}
