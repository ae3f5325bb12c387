package io.cairn.devnet.chain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cairn.devnet.beacon.Beacon;
import io.cairn.devnet.store.ChainLog;
import io.cairn.protocol.block.BeaconEntry;
import io.cairn.protocol.randomness.DomainSeparationTag;
import io.cairn.protocol.randomness.Randomness;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TipsetIndexTest {

    private static final byte[] NO_ENTROPY = {};

    @TempDir
    private Path folder;

    private final Beacon beacon = new Beacon(new byte[] {1});
    private Chains chains;
    private TipsetIndex index;
    private Tipset genesis;
    private Tipset first;
    private Tipset fourth;

    /** Epochs 0, 1, 4: two and three are null. */
    @BeforeEach
    void threeTipsets() {
        ChainLog log = ChainLog.open(folder.resolve("chain.log"));
        chains = new Chains(log, beacon);
        genesis = chains.genesis();
        first = chains.on(genesis, 1, "one");
        fourth = chains.on(first, 4, "four");
        index = new TipsetIndex(log, fourth.key());
    }

    @Test
    void nullRoundsAreSteppedOverBothWays() {
        assertEquals(first, index.atOrBefore(3).orElseThrow());
        assertEquals(fourth, index.atOrAfter(2).orElseThrow());
        assertEquals(fourth, index.atOrAfter(fourth, 3));
        assertThrows(IllegalArgumentException.class, () -> index.atOrAfter(fourth, 5));
    }

    @Test
    void aForkRevertsDownToTheCommonTipsetAndAppliesUpwards() {
        Tipset second = chains.on(first, 2, "two");
        Tipset third = chains.on(second, 3, "three");
        TipsetIndex.Move move = index.moveTo(third);
        assertEquals(new TipsetIndex.Move(List.of(fourth), List.of(second, third)), move);
        assertEquals(third, index.head());
        assertFalse(index.contains(fourth));
        assertEquals(fourth, index.atOrAfter(fourth, 2), "the branch that was left is still there to look at");
        assertEquals(new TipsetIndex.Move(List.of(third, second), List.of(fourth)), index.moveTo(fourth));
    }

    @Test
    void movingToAnAncestorOnlyReverts() {
        assertEquals(new TipsetIndex.Move(List.of(fourth), List.of()), index.moveTo(first));
        assertEquals(first, index.head());
    }

    @Test
    void ticketsOfNullRoundsComeFromTheNextTipset() {
        ChainRandomness randomness = new ChainRandomness(index, beacon, fourth);
        assertArrayEquals(
                Randomness.draw(fourth.minTicketBlock().ticket().vrfProof().toArray(),
                        DomainSeparationTag.SEAL_RANDOMNESS, 2, NO_ENTROPY),
                randomness.fromTickets(DomainSeparationTag.SEAL_RANDOMNESS, 2, NO_ENTROPY));
    }

    @Test
    void theBeaconOfANullRoundIsCarriedByTheNextBlock() {
        ChainRandomness randomness = new ChainRandomness(index, beacon, fourth);
        BeaconEntry entry = beacon.entryOf(3).orElseThrow();
        assertArrayEquals(
                Randomness.draw(entry.data().toArray(), DomainSeparationTag.WINDOWED_POST_CHALLENGE_SEED, 3, NO_ENTROPY),
                randomness.fromBeacon(DomainSeparationTag.WINDOWED_POST_CHALLENGE_SEED, 3, NO_ENTROPY));
    }

    @Test
    void beforeGenesisTheBeaconIsGenesisOwnEntryAndAtEpochZeroThereIsNone() {
        ChainRandomness randomness = new ChainRandomness(index, beacon, fourth);
        assertArrayEquals(
                Randomness.draw(new byte[32], DomainSeparationTag.SEAL_RANDOMNESS, -5, NO_ENTROPY),
                randomness.fromBeacon(DomainSeparationTag.SEAL_RANDOMNESS, -5, NO_ENTROPY));
        assertThrows(IllegalArgumentException.class,
                () -> randomness.fromBeacon(DomainSeparationTag.SEAL_RANDOMNESS, 0, NO_ENTROPY));
    }

    @Test
    void aBeaconThatIsHeldBackGivesNothingUntilItIsReleased() {
        beacon.holdFrom(6);
        assertEquals(true, beacon.entriesFor(4, 6).isEmpty());
        assertEquals(1, beacon.entriesFor(4, 5).orElseThrow().size());
        beacon.release();
        assertEquals(2, beacon.entriesFor(4, 6).orElseThrow().size());
    }
}
