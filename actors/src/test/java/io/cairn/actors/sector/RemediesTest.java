package io.cairn.actors.sector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cairn.persistence.Blob;
import io.cairn.persistence.sector.Chain;
import io.cairn.persistence.sector.FailureCode;
import io.cairn.persistence.sector.SectorEvent;
import io.cairn.persistence.sector.SectorEvent.BackedOff;
import io.cairn.persistence.sector.SectorEvent.Held;
import io.cairn.persistence.sector.SectorEvent.RolledBack;
import io.cairn.persistence.sector.SectorKind;
import io.cairn.persistence.sector.SectorState;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of failures, row by row: what is done when a failure comes for the n-th time in a sector that is so far. */
class RemediesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            WORKER_RESTART      | 1 | NONE           | pause 5
            WORKER_RESTART      | 3 | NONE           | pause 20
            WORKER_RESTART      | 9 | NONE           | pause 600
            API_DOWN            | 1 | PRECOMMIT_QUEUED | pause 5
            NO_SPACE            | 2 | NONE           | pause 10
            FETCH_FAILED        | 1 | NONE           | pause 5
            TREES_SELF_CHECK    | 1 | NONE           | back to DATA_TREE NONE, pause 5
            TREES_SELF_CHECK    | 2 | NONE           | back to LAYERED NONE, pause 10
            TREES_SELF_CHECK    | 3 | NONE           | back to PACKED NONE, pause 20
            TREES_SELF_CHECK    | 6 | NONE           | held BAD_HARDWARE
            COMM_D_MISMATCH     | 1 | NONE           | back to LAYERED NONE, pause 5
            COMM_D_MISMATCH     | 3 | NONE           | back to PACKED NONE, pause 20
            PROOF_INVALID       | 1 | SEEDED         | pause 5
            PROOF_INVALID       | 2 | SEEDED         | pause 10
            PROOF_INVALID       | 3 | SEEDED         | held PROOF_INVALID
            FILES_MISSING       | 1 | NONE           | back to PACKED NONE
            FILES_MISSING       | 1 | PRECOMMITTED   | back to PACKED PRECOMMITTED
            FILES_MISSING       | 1 | ACTIVE         | held FILES_MISSING
            TICKET_EXPIRED      | 1 | NONE           | back to PACKED NONE with a new ticket
            TICKET_EXPIRED      | 1 | PRECOMMITTED   | held TICKET_EXPIRED
            DEAL_START_PASSED   | 1 | NONE           | held DEAL_START_PASSED
            INSUFFICIENT_FUNDS  | 1 | PRECOMMIT_SENT | back to SEALED NONE, pause 60
            INSUFFICIENT_FUNDS  | 2 | COMMIT_SENT    | back to SEALED PROVED, pause 120
            INSUFFICIENT_FUNDS  | 9 | PRECOMMIT_SENT | back to SEALED NONE, pause 3600
            OUT_OF_GAS          | 1 | COMMIT_SENT    | back to SEALED PROVED, pause 60
            MESSAGE_REFUSED     | 1 | PRECOMMIT_SENT | back to SEALED NONE, pause 60
            MESSAGE_REFUSED     | 3 | COMMIT_SENT    | held MESSAGE_REFUSED
            MESSAGE_LOST        | 1 | PRECOMMIT_SENT | back to SEALED NONE, pause 60
            PRECOMMIT_EXPIRED   | 1 | PRECOMMITTED   | held PRECOMMIT_EXPIRED
            NUMBER_TAKEN        | 1 | PRECOMMIT_SENT | held NUMBER_TAKEN
            """)
    void row(FailureCode code, int times, Chain chain, String remedy) {
        SectorState state = sector(chain);
        for (int before = 1; before < times; before++) {
            state = state.apply(new SectorEvent.StageFailed(code, "", 1)).apply(new BackedOff(2, before, 1));
        }
        List<SectorEvent> events = Remedies.of(state, code, "detail", 0);
        assertEquals(remedy, events.stream().skip(1).map(RemediesTest::words).collect(Collectors.joining(", ")));
    }

    private static String words(SectorEvent event) {
        return switch (event) {
            case RolledBack back -> "back to " + back.seal() + " " + back.chain() + (back.newTicket() ? " with a new ticket" : "");
            case BackedOff off -> "pause " + off.until() / 1000;
            case Held held -> "held " + held.code();
            default -> event.toString();
        };
    }

    private static SectorState sector(Chain chain) {
        Blob bytes = Blob.of(new byte[] {1});
        SectorState state = SectorState.empty();
        for (SectorEvent event : List.of(new SectorEvent.Created(1000, 42, SectorKind.CAPACITY, 5, 2048, 0, 1),
                new SectorEvent.Packed(List.of(), "baga", 1), new SectorEvent.TicketDrawn(100, bytes, 1), new SectorEvent.TreesDone(1, "bagb", 1))) {
            state = state.apply(event);
        }
        List<SectorEvent> way = List.of(new SectorEvent.PreCommitQueued("p", 1, 1, 1), new SectorEvent.PreCommitSent("p", "c", 1),
                new SectorEvent.PreCommitLanded(200, 1), new SectorEvent.SeedReady(350, bytes, 1), new SectorEvent.ProofDone(2, bytes, 1),
                new SectorEvent.CommitQueued("q", 1, 1), new SectorEvent.CommitSent("q", "d", 1), new SectorEvent.CommitLanded(400, 9000, 1));
        for (SectorEvent event : way) {
            if (state.chain() != chain) {
                state = state.apply(event);
            }
        }
        return state;
    }
}
