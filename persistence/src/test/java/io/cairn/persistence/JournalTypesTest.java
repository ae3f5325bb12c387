package io.cairn.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.persistence.deadline.DeadlineEvent.ProofMade;
import io.cairn.persistence.deadline.DeadlineEvent.ProvingStarted;
import io.cairn.persistence.deadline.DeadlineState;
import io.cairn.persistence.deadline.Window;
import io.cairn.persistence.miner.MinerEvent.Identified;
import io.cairn.persistence.miner.MinerState;
import io.cairn.persistence.miner.ProvingCalendar;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The stored names and forms, which must never change for an event that is in somebody's journal. */
class JournalTypesTest {
    private final JournalSerializer serializer = new JournalSerializer();

    @Test
    void everyTypeHasAVersionedName() {
        for (Map.Entry<String, Class<?>> type : JournalTypes.byName().entrySet()) {
            assertTrue(type.getKey().matches("[a-z]+(\\.[a-z-]+)+\\.v\\d+"), type.getKey());
            assertEquals(type.getKey(), JournalTypes.nameOf(type.getValue()));
        }
    }

    @Test
    void namesAreThoseOfTheFixture() throws Exception {
        try (var in = getClass().getResourceAsStream("/journal-types.txt")) {
            List<String> fixture = new String(in.readAllBytes()).lines().toList();
            assertEquals(fixture, List.copyOf(JournalTypes.byName().keySet()));
        }
    }

    @Test
    void proofMadeKeepsItsBytes() {
        ProofMade event = new ProofMade(860904, Blob.of(new byte[] {1, 2}), List.of(0, 1), 7, 1, 860885);
        String expected = "bf646f70656e1a000d22e866706172616d734201026a706172746974696f6e73820001"
                + "67736563746f72730767736b697070656401646865616" + "41a000d22d5ff";
        assertEquals(expected, HexFormat.of().formatHex(serializer.toBinary(event)));
        assertEquals(event, serializer.fromBinary(HexFormat.of().parseHex(expected), "deadline.proof-made.v1"));
    }

    @Test
    void statesSurviveTheSnapshotStore() {
        Window window = new Window(860664, 4, 860904, 860964, 860884, 860834);
        DeadlineState deadline = DeadlineState.empty().apply(new ProvingStarted(window, 860885))
                .apply(new ProofMade(860904, Blob.of(new byte[] {1}), List.of(0), 2, 0, 860886));
        assertEquals(deadline, serializer.fromBinary(serializer.toBinary(deadline), serializer.manifest(deadline)));
        MinerState miner = MinerState.empty().apply(new Identified(1000, "t0100", "t0101", List.of("t0102"), 2048, 5,
                new ProvingCalendar(-2222, 48, 60, 20, 70)));
        assertEquals(miner, serializer.fromBinary(serializer.toBinary(miner), serializer.manifest(miner)));
    }

    @Test
    void anUnknownNameIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> serializer.fromBinary(new byte[] {(byte) 0xa0}, "deadline.gone.v9"));
    }
}
