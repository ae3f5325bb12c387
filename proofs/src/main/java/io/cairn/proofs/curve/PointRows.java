package io.cairn.proofs.curve;

import java.util.Arrays;

/** Places of points in {@link LaneRows}, as many as there was room made for. */
final class PointRows {

    private final Curve curve;
    private double[] rows;

    PointRows(Curve curve, int points) {
        this.curve = curve;
        this.rows = new double[LaneRows.start(curve, points)];
    }

    Curve curve() {
        return curve;
    }

    /** All places. */
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
