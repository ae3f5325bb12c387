package io.cairn.proofs.pairing;

import io.cairn.proofs.dispatch.ProofDispatcher;
import java.util.List;

/** The Miller loop over any number of pairs, which share its squarings. */
final class MillerLoop {

    private MillerLoop() {
    }

    /** @param pairs the lines of each pair, as {@link TargetField#lines} makes them */
    static <E> E run(TargetField<E> field, List<E> pairs) {
        E f = field.one();
        int step = 0;
        for (int bit = 62; bit >= 0; bit--) {
            ProofDispatcher.giveWay();
            field.square(f, f);
            mulByLines(field, f, pairs, step++);
            if ((PreparedG2.PARAMETER >>> bit & 1) != 0) {
                mulByLines(field, f, pairs, step++);
            }
        }
        field.conjugate(f, f);
        return f;
    }

    private static <E> void mulByLines(TargetField<E> field, E f, List<E> pairs, int step) {
        for (E lines : pairs) {
            field.mulByLine(f, f, lines, step);
        }
    }
}
