package io.cairn.proofs.groth16;

import io.cairn.proofs.curve.Point;
import io.cairn.proofs.curve.PointTable;
import io.cairn.proofs.dispatch.PatientLock;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.pairing.Pairing;
import java.util.List;

/** Sums of a key's points times public inputs. They begin with a table that is soon made, and go on with a larger one when vectors are compiled. */
final class InputSums {

    private final List<Point> points;
    private final PatientLock lock = new PatientLock();
    private volatile PointTable table;
    private volatile boolean large;

    InputSums(List<Point> points) {
        this.points = points;
        this.table = PointTable.forFewSums(points);
    }

    /** The sum of scalar k times point k. */
    Point of(List<Scalar> scalars) {
        if (!large && Pairing.usesVectors()) {
            enlarge();
        }
        return table.sum(scalars);
    }

    private void enlarge() {
        lock.hold(() -> {
            if (!large) {
                table = new PointTable(points);
                large = true;
            }
            return null;
        });
    }
}
