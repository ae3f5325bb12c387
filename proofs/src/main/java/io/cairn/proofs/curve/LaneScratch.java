package io.cairn.proofs.curve;

/**
 * What one thread needs while it fills buckets in lanes.
 *
 * @param points places of points
 */
record LaneScratch(LaneSums lanes, PointRows points) {

    LaneScratch(Curve curve) {
        this(new LaneSums(curve), new PointRows(curve, 0));
    }
}
