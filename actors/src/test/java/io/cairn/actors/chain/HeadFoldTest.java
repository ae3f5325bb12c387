package io.cairn.actors.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeadFoldTest {
    private final HeadFold fold = new HeadFold();

    @Test
    void theLowestRevertedAndTheHighestApplied() {
        assertEquals(Optional.of(new HeadChange(FakeChain.at(9), 6)), fold.add(List.of(
                move(HeadMove.Kind.REVERT, 8), move(HeadMove.Kind.REVERT, 7), move(HeadMove.Kind.REVERT, 6),
                move(HeadMove.Kind.APPLY, 7), move(HeadMove.Kind.APPLY, 9))));
    }

    @Test
    void aNotificationThatOnlyRevertsIsKeptForTheNext() {
        assertEquals(Optional.empty(), fold.add(List.of(move(HeadMove.Kind.REVERT, 5))));
        assertEquals(Optional.of(new HeadChange(FakeChain.at(8), 5)),
                fold.add(List.of(move(HeadMove.Kind.REVERT, 7), move(HeadMove.Kind.APPLY, 8))));
        assertEquals(Optional.of(new HeadChange(FakeChain.at(9), HeadChange.NOTHING_REVERTED)),
                fold.add(List.of(move(HeadMove.Kind.APPLY, 9))));
    }

    private static HeadMove move(HeadMove.Kind kind, long height) {
        return new HeadMove(kind, FakeChain.at(height));
    }
}
