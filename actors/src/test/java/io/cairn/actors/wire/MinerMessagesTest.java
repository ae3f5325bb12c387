package io.cairn.actors.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cairn.actors.deadline.WindowMessages.Proven;
import io.cairn.persistence.Blob;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Parameters against bytes worked out by hand and by go-state-types. */
class MinerMessagesTest {
    private final MinerMessages messages = new MinerMessages();

    @Test
    void aSectorWithoutDataIsCommittedAsTheActorExpects() {
        Blob params = messages.proveCommit(7, List.of(), Blob.of(HexFormat.of().parseHex("deadbeef")));
        assertEquals("86818207808144deadbeef40f6f5f5", params.hex());
    }

    @Test
    void theChainCommitmentIsAddedToAProofThatWasMadeBefore() {
        Blob made = messages.submission(3, List.of(new Proven(0, new TreeSet<>(List.of(2L)))), 10, Blob.of(new byte[] {1, 2}));
        assertEquals("850381820042500281820a4201020040", made.hex());
        assertEquals("850381820042500281820a42010218784109", messages.committed(made, 120, Blob.of(new byte[] {9})).hex());
    }

    @Test
    void recoveriesAreListedByPartition() {
        TreeMap<Integer, SortedSet<Long>> sectors = new TreeMap<>();
        sectors.put(0, new TreeSet<>(List.of(0L, 1L)));
        sectors.put(2, new TreeSet<>(List.of(5L)));
        assertEquals("8182830500415483050242b002", messages.recoveries(5, sectors).hex());
    }
}
