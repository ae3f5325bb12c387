package io.cairn.proofs.groth16;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cairn.proofs.curve.G1;
import io.cairn.proofs.curve.G2;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Scalar;
import org.junit.jupiter.api.Test;

/** What is rehearsed is the real work: its sums are right. */
class RehearsalTest {

    private final Rehearsal rehearsal = new Rehearsal(5, Workers.CALLER);

    @Test
    void sumsAreThoseOfTheScalarsSquares() {
        Scalar squares = Scalar.ZERO;
        for (int k = 0; k < rehearsal.count(); k++) {
            squares = squares.plus(rehearsal.scalar(k).times(rehearsal.scalar(k)));
        }
        assertEquals(G1.GENERATOR.times(squares), rehearsal.sumG1(Progress.NONE));
        assertEquals(G2.GENERATOR.times(squares), rehearsal.sumG2(Progress.NONE));
    }

    @Test
    void theQuotientLeavesTheScalarsAlone() {
        Scalar before = rehearsal.scalar(3);
        rehearsal.quotient(Progress.NONE);
        assertEquals(before, rehearsal.scalar(3));
    }

    @Test
    void sizesThatDoNotFitAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Rehearsal(0, Workers.CALLER));
        assertThrows(IllegalArgumentException.class, () -> new Rehearsal(21, Workers.CALLER));
    }
}
