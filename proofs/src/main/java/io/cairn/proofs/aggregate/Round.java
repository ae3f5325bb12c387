package io.cairn.proofs.aggregate;

import io.cairn.proofs.curve.Point;
import io.cairn.proofs.pairing.Gt;

/**
 * What one round of halving leaves in the proof: cross products of the halves of all vectors.
 *
 * @param abLeft  commitment to the right half of A and the left half of B
 * @param abRight commitment to the left half of A and the right half of B
 * @param cLeft   commitment to the right half of C
 * @param cRight  commitment to the left half of C
 * @param zabLeft product of the pairings of the right half of A with the left half of B
 * @param zabRight product of the pairings of the left half of A with the right half of B
 * @param zcLeft  sum of the right half of C times the left half of the powers of r
 * @param zcRight sum of the left half of C times the right half of the powers of r
 */
public record Round(GtPair abLeft, GtPair abRight, GtPair cLeft, GtPair cRight, Gt zabLeft, Gt zabRight, Point zcLeft, Point zcRight) {
}
