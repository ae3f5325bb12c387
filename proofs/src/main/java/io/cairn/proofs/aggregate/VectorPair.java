package io.cairn.proofs.aggregate;

import io.cairn.proofs.curve.PointVector;

/**
 * A commitment key: as many points of each secret of the SRS.
 *
 * @param first  powers of the first secret
 * @param second powers of the second
 */
record VectorPair(PointVector first, PointVector second) {

    int count() {
        return first.size();
    }

    VectorPair left() {
        return new VectorPair(first.range(0, count() / 2), second.range(0, count() / 2));
    }

    VectorPair right() {
        return new VectorPair(first.range(count() / 2, count()), second.range(count() / 2, count()));
    }

    /** The only element of each. */
    PointPair only() {
        return new PointPair(first.point(0), second.point(0));
    }
}
