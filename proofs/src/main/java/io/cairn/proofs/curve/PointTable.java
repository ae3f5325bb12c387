package io.cairn.proofs.curve;

import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.field.VectorWidth;
import java.util.List;

/**
 * Small multiples of some fixed points, for sums of their products by ever new scalars. Of few points there are also those of the points times some powers of
 * two, which save as many doublings of each sum. Safe for many threads.
 */
public final class PointTable {

    private static final int BATCH = 512;
    private static final int PART = 128;
    /** With more points, doublings are a small part of a sum. */
    private static final int FEW = 256;
    private static final int COLUMNS_OF_FEW = 4;
    private static final int WIDTH_OF_FEW = 6;
    private static final int WIDTH_OF_MANY = 4;

    private final boolean vectors;
    private final Curve curve;
    private final SignedDigits digits;
    private final int columns;
    /** Windows of a column: the multiples of a point for window w are those of column w / rows. */
    private final int rows;
    private final long[] multiples;

    /** Prepares points of one curve, at least one. */
    public PointTable(List<Point> points) {
        this(points, points.size() <= FEW, VectorWidth.chosen().isVector());
    }

    private PointTable(List<Point> points, boolean large, boolean vectors) {
        this.vectors = vectors;
        this.curve = points.getFirst().curve();
        this.digits = new SignedDigits(large ? WIDTH_OF_FEW : WIDTH_OF_MANY, SignedDigits.SCALAR_BITS);
        this.columns = large ? COLUMNS_OF_FEW : 1;
        this.rows = (digits.windows() + columns - 1) / columns;
        int bases = points.size() * columns;
        this.multiples = new long[bases * digits.half() * curve.affineLimbs()];
        long[] shifted = shifted(points);
        for (int k = 0; k < bases; k++) {
            System.arraycopy(shifted, k * curve.affineLimbs(), multiples, k * digits.half() * curve.affineLimbs(), curve.affineLimbs());
        }
        AffineAdder adder = AffineAdder.of(curve, BATCH, vectors);
        adder.over(multiples, multiples, multiples);
        for (int known = 1; known < digits.half(); known *= 2) {
            for (int first = 0; first < bases * digits.half(); first += digits.half()) {
                ProofDispatcher.giveWay();
                for (int k = 0; k < known; k++) {
                    adder.add(first + k << 1, first + known - 1 << 1, first + known + k);
                }
            }
            adder.flush();
        }
    }

    /** Prepares points of one curve for a few sums only, in plain Java: soon done, also at the start of a process. */
    public static PointTable forFewSums(List<Point> points) {
        return new PointTable(points, false, false);
    }

    /** Affine, of each point those of its columns: times 1, 2^(rows width) and so on. */
    private long[] shifted(List<Point> points) {
        long[] jacobian = new long[points.size() * columns * curve.jacobianLimbs()];
        for (int k = 0; k < points.size(); k++) {
            ProofDispatcher.giveWay();
            int at = k * columns * curve.jacobianLimbs();
            curve.toJacobian(jacobian, at, points.get(k).toAffine(), 0);
            for (int column = 1; column < columns; column++, at += curve.jacobianLimbs()) {
                curve.twice(jacobian, at + curve.jacobianLimbs(), jacobian, at);
                for (int doubling = 1; doubling < rows * digits.width(); doubling++) {
                    curve.twice(jacobian, at + curve.jacobianLimbs(), jacobian, at + curve.jacobianLimbs());
                }
            }
        }
        long[] affine = new long[points.size() * columns * curve.affineLimbs()];
        PointMultiples.toAffine(curve, affine, 0, jacobian, points.size() * columns);
        return affine;
    }

    /** The sum of scalar k times point k; there must not be more scalars than points. */
    public Point sum(List<Scalar> scalars) {
        PlainBuckets windows = new PlainBuckets(curve, multiples, rows, vectors);
        for (int first = 0; first < scalars.size(); first += PART) {
            ProofDispatcher.giveWay();
            addPart(windows, first, scalars.subList(first, Math.min(scalars.size(), first + PART)));
        }
        long[] total = new long[curve.jacobianLimbs()];
        for (int row = rows - 1; row >= 0; row--) {
            for (int k = 0; k < digits.width(); k++) {
                curve.twice(total, 0, total, 0);
            }
            windows.addTo(total, row);
        }
        return Point.ofJacobian(curve, total, 0);
    }

    /** Here a bucket holds what is to be multiplied by the same power of two. */
    private void addPart(PlainBuckets windows, int first, List<Scalar> scalars) {
        Items items = new Items(scalars.size() * digits.windows());
        long[] biased = new long[Fr.LIMBS];
        for (int k = 0; k < scalars.size(); k++) {
            scalars.get(k).copyTo(biased, 0);
            Fr.toCanonical(biased, 0, biased, 0);
            digits.bias(biased, 0);
            for (int window = 0; window < digits.windows(); window++) {
                int digit = digits.digit(biased, 0, window);
                if (digit != 0) {
                    int base = (first + k) * columns + window / rows;
                    int multiple = base * digits.half() + Math.abs(digit) - 1;
                    items.add(window % rows, multiple << 1 | digit >>> 31);
                }
            }
        }
        windows.add(items);
    }
}
