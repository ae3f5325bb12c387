package io.cairn.proofs.pairing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cairn.proofs.curve.G2;
import io.cairn.proofs.curve.Point;
import io.cairn.proofs.curve.PointVector;
import io.cairn.proofs.field.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("vector")
class LinePreparationTest {

    @Test
    void linesOfManyPointsAreThoseOfEach() {
        Random random = new Random(2);
        for (int count : new int[] {1, 2, 3, 8, 21, 70}) {
            List<Point> points = new ArrayList<>();
            for (int k = 0; k < count; k++) {
                points.add(k % 9 == 2 ? Point.infinity(G2.CURVE) : G2.GENERATOR.times(Scalar.of(1 + random.nextInt(1 << 20))));
            }
            List<PreparedG2> prepared = LinePreparation.of(PointVector.of(points));
            assertEquals(count, prepared.size());
            for (int k = 0; k < count; k++) {
                PreparedG2 alone = PreparedG2.of(points.get(k));
                assertEquals(alone.isInfinity(), prepared.get(k).isInfinity());
                assertArrayEquals(alone.lines(), prepared.get(k).lines(), count + " points, point " + k);
            }
        }
    }
}
