package io.cairn.proofs.aggregate;

import io.cairn.proofs.curve.Point;

/**
 * The one element that is left of each vector after the last round.
 *
 * @param a point of G1
 * @param b point of G2
 * @param c point of G1
 * @param v key that A and C are committed with, in G2
 * @param w key that B is committed with, in G1
 */
public record Folded(Point a, Point b, Point c, PointPair v, PointPair w) {
}
