package io.cairn.proofs.curve;

import java.util.Arrays;

/** What one thread needs while it fills buckets in lanes. */
final class LaneScratch {

    private final Curve curve;
    private final LaneSums lanes;
    private double[] rows = new double[0];

    LaneScratch(Curve curve) {
        this.curve = curve;
        this.lanes = new LaneSums(curve);
    }

    LaneSums lanes() {
        return lanes;
    }

    /** Places of points, as many as there was room made for. */
    double[] rows() {
        return rows;
    }

    /** Makes room for so many points; what is in the places remains. */
    void makeRoom(int points) {
        if (rows.length < LaneRows.start(curve, points)) {
            rows = Arrays.copyOf(rows, LaneRows.start(curve, points));
        }
    }
}
