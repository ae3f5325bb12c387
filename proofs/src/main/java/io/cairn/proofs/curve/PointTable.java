package io.cairn.proofs.curve;

import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;
import java.util.List;

/** Small multiples of some fixed points, for sums of their products by ever new scalars. Safe for many threads. */
public final class PointTable {

    private static final int WIDTH = 4;
    private static final int BATCH = 512;
    private static final int PART = 128;

    private final Curve curve;
    private final SignedDigits digits = new SignedDigits(WIDTH, SignedDigits.SCALAR_BITS);
    private final long[] multiples;

    /** Prepares points of one curve, at least one. */
    public PointTable(List<Point> points) {
        this.curve = points.getFirst().curve();
        this.multiples = new long[points.size() * digits.half() * curve.affineLimbs()];
        for (int k = 0; k < points.size(); k++) {
            points.get(k).copyTo(multiples, k * digits.half() * curve.affineLimbs());
        }
        AffineAdder adder = AffineAdder.of(curve, BATCH);
        adder.over(multiples, multiples, multiples);
        for (int known = 1; known < digits.half(); known *= 2) {
            for (int first = 0; first < points.size() * digits.half(); first += digits.half()) {
                for (int k = 0; k < known; k++) {
                    adder.add(first + k << 1, first + known - 1 << 1, first + known + k);
                }
            }
            adder.flush();
        }
    }

    /** The sum of scalar k times point k; there must not be more scalars than points. */
    public Point sum(List<Scalar> scalars) {
        PlainBuckets windows = new PlainBuckets(curve, multiples, digits.windows());
        for (int first = 0; first < scalars.size(); first += PART) {
            addPart(windows, first, scalars.subList(first, Math.min(scalars.size(), first + PART)));
        }
        long[] total = new long[curve.jacobianLimbs()];
        for (int window = digits.windows() - 1; window >= 0; window--) {
            for (int k = 0; k < WIDTH; k++) {
                curve.twice(total, 0, total, 0);
            }
            windows.addTo(total, window);
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
                    int multiple = (first + k) * digits.half() + Math.abs(digit) - 1;
                    items.add(window, multiple << 1 | digit >>> 31);
                }
            }
        }
        windows.add(items);
    }
}
