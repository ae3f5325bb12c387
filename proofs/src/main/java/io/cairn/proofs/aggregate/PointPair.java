package io.cairn.proofs.aggregate;

import io.cairn.proofs.curve.Point;

/**
 * Two points of one group that belong together: a commitment key folded to its last element, or the opening of one.
 *
 * @param first  of the SRS's first secret
 * @param second of the second
 */
public record PointPair(Point first, Point second) {
}
