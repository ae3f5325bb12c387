package io.cairn.proofs.curve;

/** Decides by an endomorphism whether a finite affine point of a curve belongs to the subgroup of prime order. */
@FunctionalInterface
interface SubgroupCheck {

    boolean holds(Curve curve, long[] affine, int at);
}
