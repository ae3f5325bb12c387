/**
 * The groups G1 and G2 of BLS12-381 over {@link io.cairn.proofs.field}: one {@link io.cairn.proofs.curve.Curve} serves both, on points that are limbs in
 * arrays; {@link io.cairn.proofs.curve.Point} is the immutable face.
 *
 * <p>Four ways to many multiples, by what is known before: {@link io.cairn.proofs.curve.MultiScalarMultiplication} sums any points times any scalars;
 * {@link io.cairn.proofs.curve.PointTable} the same points again and again; {@link io.cairn.proofs.curve.FixedBase} multiplies one point by many
 * scalars; {@link io.cairn.proofs.curve.PointMultiples} each point by its own scalar.
 *
 * <p>What has lanes in its name works on vectors, in the words of {@link io.cairn.proofs.field}.
 */
package io.cairn.proofs.curve;
