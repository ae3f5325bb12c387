package io.cairn.proofs.curve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.cairn.proofs.field.WithVectorsOnly;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** Vectors add as plain Java does: at any number of pairs, with equal, opposite and infinite points, into fresh places and over the operands. */
@Tag("vector")
class AffineAdderTest {

    private static final int POINTS = 40;
    private static final long[] G1_POINTS = multiples(G1.GENERATOR);
    private static final long[] G2_POINTS = multiples(G2.GENERATOR);

    /** Infinity and the multiples -3 to 3 often, others rarely. */
    private static long[] multiples(Point generator) {
        Curve curve = generator.curve();
        long[] points = new long[POINTS * curve.affineLimbs()];
        Point next = Point.infinity(curve);
        for (int k = 0; k < POINTS; k++) {
            next.copyTo(points, k * curve.affineLimbs());
            next = next.plus(generator);
        }
        return points;
    }

    @AddLifecycleHook(WithVectorsOnly.class)
    @Property(tries = 60)
    void twinsAgree(@ForAll long seed, @ForAll boolean second, @ForAll @IntRange(min = 0, max = 300) int pairs,
                    @ForAll @IntRange(min = 1, max = 100) int capacity) {
        Curve curve = second ? G2.CURVE : G1.CURVE;
        long[] expected = sums(curve, new ScalarAffineAdder(curve, capacity), seed, pairs);
        assertArrayEquals(expected, sums(curve, new VectorAffineAdder(curve, capacity), seed, pairs));
    }

    private static long[] sums(Curve curve, AffineAdder adder, long seed, int pairs) {
        Random random = new Random(seed);
        int limbs = curve.affineLimbs();
        long[] known = curve == G1.CURVE ? G1_POINTS : G2_POINTS;
        long[] points = new long[2 * (pairs + 1) * limbs];
        for (int k = 0; k < points.length; k += limbs) {
            int which = random.nextInt(random.nextBoolean() ? 4 : POINTS);
            System.arraycopy(known, which * limbs, points, k, limbs);
        }
        adder.over(points, points, points);
        for (int k = 0; k < pairs; k++) {
            if (random.nextInt(5) == 0) {
                adder.keep(2 * k, k);
            } else {
                adder.add(2 * k << 1 | random.nextInt(2), 2 * k + 1 << 1 | random.nextInt(2), k);
            }
        }
        adder.flush();
        return points;
    }
}
