package io.cairn.proofs.aggregate;

import io.cairn.proofs.aggregate.PairingProducts.Term;
import io.cairn.proofs.curve.MultiScalarMultiplication;
import io.cairn.proofs.curve.Point;
import io.cairn.proofs.curve.PointMultiples;
import io.cairn.proofs.curve.PointVector;
import io.cairn.proofs.curve.Scalars;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Shares;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.FrVector;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.pairing.Gt;
import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The vectors of the inner-product argument between two rounds, all of one length, a power of two.
 *
 * @param a points of G1
 * @param b points of G2, already multiplied by the powers of r
 * @param c points of G1
 * @param r limbs of scalars
 * @param v key for A and C, in G2
 * @param w key for B, in G1, already multiplied by the inverse powers of r
 */
record Halving(PointVector a, PointVector b, PointVector c, long[] r, VectorPair v, VectorPair w) {

    int count() {
        return a.size();
    }

    /** The cross products of the halves. */
    Round round(Workers workers, Progress progress) {
        int half = count() / 2;
        PointVector aLeft = a.range(0, half);
        PointVector aRight = a.range(half, count());
        PointVector bLeft = b.range(0, half);
        PointVector bRight = b.range(half, count());
        PointVector cLeft = c.range(0, half);
        PointVector cRight = c.range(half, count());
        VectorPair vLeft = v.left();
        VectorPair vRight = v.right();
        VectorPair wLeft = w.left();
        VectorPair wRight = w.right();
        Shares shares = new Shares(progress, 16 * Shares.FINE);
        List<Gt> products = new PairingProducts(workers).of(List.of(
                List.of(new Term(aRight, vLeft.first()), new Term(wRight.first(), bLeft)),
                List.of(new Term(aRight, vLeft.second()), new Term(wRight.second(), bLeft)),
                List.of(new Term(aLeft, vRight.first()), new Term(wLeft.first(), bRight)),
                List.of(new Term(aLeft, vRight.second()), new Term(wLeft.second(), bRight)),
                List.of(new Term(cRight, vLeft.first())), List.of(new Term(cRight, vLeft.second())),
                List.of(new Term(cLeft, vRight.first())), List.of(new Term(cLeft, vRight.second())),
                List.of(new Term(aRight, bLeft)), List.of(new Term(aLeft, bRight))), shares.next(15 * Shares.FINE));
        MultiScalarMultiplication sums = new MultiScalarMultiplication(workers);
        Point zcLeft = sums.sum(cRight, 0, Scalars.of(r, half), shares.next(0));
        Point zcRight = sums.sum(cLeft, 0, Scalars.of(Arrays.copyOfRange(r, half * Fr.LIMBS, r.length), half), shares.rest());
        return new Round(pair(products, 0), pair(products, 2), pair(products, 4), pair(products, 6), products.get(8), products.get(9), zcLeft, zcRight);
    }

    private static GtPair pair(List<Gt> products, int at) {
        return new GtPair(products.get(at), products.get(at + 1));
    }

    /** Left halves plus right halves times the challenge (B, r, v) or its inverse (A, C, w). */
    Halving folded(Scalar challenge, Scalar inverse, Workers workers, Progress progress) {
        Folder byChallenge = new Folder(challenge, workers);
        Folder byInverse = new Folder(inverse, workers);
        Shares shares = new Shares(progress, 13 * Shares.FINE);
        List<PointVector> inG1 = byInverse.fold(List.of(a, c, w.first(), w.second()), shares.next(4 * Shares.FINE));
        List<PointVector> inG2 = byChallenge.fold(List.of(b, v.first(), v.second()), shares.rest());
        return new Halving(inG1.get(0), inG2.get(0), inG1.get(1), byChallenge.fold(r), new VectorPair(inG2.get(1), inG2.get(2)),
                new VectorPair(inG1.get(2), inG1.get(3)));
    }

    Folded only() {
        return new Folded(a.point(0), b.point(0), c.point(0), v.only(), w.only());
    }

    private static final class Folder {

        private final long[] limbs = new long[Fr.LIMBS];
        private final FrVector factor;
        private final PointMultiples multiples;

        Folder(Scalar factor, Workers workers) {
            factor.copyTo(limbs, 0);
            this.factor = FrVector.of(limbs, Arena.ofAuto());
            this.multiples = new PointMultiples(workers);
        }

        /** All vectors of a group together, so that few points still fill the lanes. */
        List<PointVector> fold(List<PointVector> vectors, Progress progress) {
            int half = vectors.getFirst().size() / 2;
            PointVector left = PointVector.joined(vectors.stream().map(vector -> vector.range(0, half)).toList());
            PointVector right = PointVector.joined(vectors.stream().map(vector -> vector.range(half, 2 * half)).toList());
            PointVector folded = multiples.sums(left, right, new Scalars(factor, left.size(), _ -> 0), progress);
            return IntStream.range(0, vectors.size()).mapToObj(k -> folded.range(k * half, (k + 1) * half)).toList();
        }

        long[] fold(long[] scalars) {
            int half = scalars.length / 2;
            long[] out = Arrays.copyOf(scalars, half);
            long[] right = new long[Fr.LIMBS];
            for (int k = 0; k < half; k += Fr.LIMBS) {
                Fr.mul(right, 0, scalars, half + k, limbs, 0);
                Fr.add(out, k, out, k, right, 0);
            }
            return out;
        }
    }
}
