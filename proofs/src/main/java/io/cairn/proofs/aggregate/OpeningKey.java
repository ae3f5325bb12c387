package io.cairn.proofs.aggregate;

import io.cairn.proofs.curve.Point;

/**
 * What a verifier needs of an SRS.
 *
 * @param g  generator of G1
 * @param h  generator of G2
 * @param gA g times the first secret
 * @param gB g times the second
 * @param hA h times the first secret
 * @param hB h times the second
 */
record OpeningKey(Point g, Point h, Point gA, Point gB, Point hA, Point hB) {
}
