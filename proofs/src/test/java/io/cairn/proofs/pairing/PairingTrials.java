package io.cairn.proofs.pairing;

import io.cairn.proofs.KernelTrial;
import io.cairn.proofs.curve.G1;
import io.cairn.proofs.curve.G2;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.field.VectorWidth;
import java.util.List;
import java.util.stream.IntStream;

/** Pairings at work, on rows where there are vectors. */
public final class PairingTrials {

    /** Bytes of a point's lines in words. */
    private static final int LINES = PreparedG2.STEPS * PreparedG2.LINE * Long.BYTES;

    private PairingTrials() {
    }

    /** All of them. */
    public static List<KernelTrial> all() {
        return List.of(
                new KernelTrial("pairings: lines of points of G2", 4, 8 * LINES, "lines, coordinates", PairingTrials::lines),
                new KernelTrial("pairings: product", 4, 2 * LINES, "evaluated lines", PairingTrials::product));
    }

    private static TargetField<?> field() {
        return VectorWidth.chosen().isVector() ? new RowTargetField() : new WordTargetField();
    }

    private static Runnable lines(int count) {
        TargetField<?> field = field();
        List<long[]> points = IntStream.rangeClosed(1, count).mapToObj(k -> G2.GENERATOR.times(Scalar.of(k)).toAffine()).toList();
        return () -> field.preparedLines(points);
    }

    private static Runnable product(int count) {
        TargetField<?> field = field();
        PreparedG2 lines = PreparedG2.of(G2.GENERATOR);
        Pairing pairing = new Pairing();
        for (int k = 1; k <= count; k++) {
            pairing.with(G1.GENERATOR.times(Scalar.of(k)), lines);
        }
        return () -> pairing.product(field);
    }
}
