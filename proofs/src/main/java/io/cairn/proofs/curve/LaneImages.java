package io.cairn.proofs.curve;

/**
 * Images of points in lanes under powers of an endomorphism, which multiplies each point of the subgroup of prime order by the base of {@link ScalarParts}: a
 * scalar's parts times a point's images are the scalar times the point.
 */
interface LaneImages {

    static LaneImages of(Curve curve) {
        return curve == G1.CURVE ? new G1LaneImages() : new G2LaneImages();
    }

    /** The parts of scalars that go with the images, of which the point itself is the first. */
    ScalarParts parts();

    /**
     * From points, whose coordinates are the first of these arrays, their images, in the others. Coordinates are in {@link LaneField}'s blocks with balanced
     * limbs.
     */
    void fill(double[][] x, double[][] y, int blocks);
}
