package io.cairn.proofs.aggregate;

import io.cairn.proofs.curve.G1;
import io.cairn.proofs.curve.Point;
import io.cairn.proofs.curve.PointMultiples;
import io.cairn.proofs.curve.PointVector;
import io.cairn.proofs.curve.Scalars;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What each point of G2 in the verifier's equation is paired with: sums of multiples of points of G1, all multiples worked out side by side. */
final class LeftSums {

    /** The point of G2 that a sum is paired with. */
    enum Right {
        B, V_FIRST, V_SECOND, V_OPENING_FIRST, V_OPENING_SECOND, H, H_FIRST, H_SECOND, BETA,
        /** None: this sum must be infinity. */
        ZERO
    }

    private final List<Right> rights = new ArrayList<>();
    private final List<Point> points = new ArrayList<>();
    private final List<Scalar> factors = new ArrayList<>();

    /** Adds the factor times the point to a sum. */
    LeftSums plus(Right right, Point point, Scalar factor) {
        rights.add(right);
        points.add(point);
        factors.add(factor);
        return this;
    }

    LeftSums minus(Right right, Point point, Scalar factor) {
        return plus(right, point, factor.negated());
    }

    /** All sums to which something was added. */
    Map<Right, Point> sums() {
        long[] scalars = new long[factors.size() * Fr.LIMBS];
        for (int k = 0; k < factors.size(); k++) {
            factors.get(k).copyTo(scalars, k * Fr.LIMBS);
        }
        PointVector multiples = new PointMultiples(Workers.CALLER)
                .multiples(PointVector.of(points), Scalars.of(scalars, factors.size()), Progress.NONE);
        Map<Right, Point> sums = new EnumMap<>(Right.class);
        for (int k = 0; k < multiples.size(); k++) {
            sums.put(rights.get(k), sums.getOrDefault(rights.get(k), Point.infinity(G1.CURVE)).plus(multiples.point(k)));
        }
        return sums;
    }
}
