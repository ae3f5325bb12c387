package io.cairn.devnet.keeper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.devnet.Devnet;
import io.cairn.devnet.DevnetSettings;
import io.cairn.devnet.actor.miner.MinerState;
import io.cairn.devnet.actor.miner.SectorInfo;
import io.cairn.devnet.actor.power.PowerState;
import io.cairn.devnet.state.StateTree;
import io.cairn.devnet.vm.AcceptsEveryProofFake;
import io.cairn.devnet.vm.RefusesEveryProofFake;
import io.cairn.devnet.vm.Singletons;
import io.cairn.devnet.vm.ProofVerifier;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keeper's windows, with proofs that nobody makes or checks. */
class KeeperWithFakeProofsTest {

    private static final long FIRST_OPEN = 658;
    private static final BigInteger POWER = BigInteger.valueOf(40_960);

    @TempDir
    Path folder;

    private final FakeProofWindowProver prover = new FakeProofWindowProver();

    private Devnet start(ProofVerifier verifier) {
        return Devnet.start(new DevnetSettings(folder, "keeper", "127.0.0.1", 0, Duration.ZERO, true, 1_700_000_000, verifier, prover));
    }

    private static MinerState keeper(Devnet devnet) {
        return MinerState.load(devnet.chain().log(), devnet.chain().stateAfterHead().get(Singletons.FIRST_MINER).head());
    }

    private static BigInteger power(Devnet devnet) {
        StateTree tree = devnet.chain().stateAfterHead();
        return PowerState.load(tree.store(), tree.get(Singletons.POWER).head()).claim(Singletons.FIRST_MINER).orElseThrow().qualityAdjusted();
    }

    private static void leapTo(Devnet devnet, long height) {
        while (devnet.chain().head().height() < height) {
            assertEquals(1, devnet.clock().step(1), "the clock stands at " + devnet.chain().head().height());
        }
    }

    @Test
    void genesisHoldsTheKeepersSectorsInOneDeadline() {
        try (Devnet devnet = start(new RefusesEveryProofFake())) {
            MinerState keeper = keeper(devnet);
            assertEquals(2, keeper.sectors().all().size());
            assertEquals(2, keeper.deadline(0).liveSectors());
            assertEquals(1, keeper.deadline(0).partitions().size());
            assertEquals(2, keeper.deadline(0).partitions().getFirst().active().count());
            assertEquals(POWER, power(devnet));
            StateTree tree = devnet.chain().stateAfterHead();
            BigInteger pledges = keeper.sectors().all().stream().map(SectorInfo::pledge).reduce(BigInteger.ZERO, BigInteger::add);
            assertEquals(pledges, PowerState.load(tree.store(), tree.get(Singletons.POWER).head()).totalPledge());
            assertEquals(pledges, tree.get(Singletons.FIRST_MINER).balance());
        }
    }

    @Test
    void everyWindowIsProvenOnceAndNotJumpedOver() {
        try (Devnet devnet = start(new AcceptsEveryProofFake())) {
            leapTo(devnet, FIRST_OPEN + 2 * 2880 + 30);
            assertEquals(3, prover.asked());
            assertEquals(POWER, power(devnet));
            devnet.clock().nullRounds(6000);
            leapTo(devnet, FIRST_OPEN + 4 * 2880 + 100);
            assertEquals(5, prover.asked());
            assertEquals(POWER, power(devnet));
        }
    }

    @Test
    void aProofThatWaitsAtARestartIsNotMadeAgain() {
        try (Devnet devnet = start(new AcceptsEveryProofFake())) {
            leapTo(devnet, FIRST_OPEN);
            devnet.chain().beacon().holdFrom(0);
            assertEquals(0, devnet.clock().step(1));
            assertEquals(1, devnet.chain().pool().pending().size());
        }
        try (Devnet devnet = start(new AcceptsEveryProofFake())) {
            assertEquals(1, devnet.clock().step(1));
            assertTrue(keeper(devnet).deadline(0).isProven());
            assertEquals(1, prover.asked());
        }
    }

    @Test
    void aProofThatWasMadeButNotSentBeforeARestartIsSent() {
        try (Devnet devnet = start(new AcceptsEveryProofFake())) {
            leapTo(devnet, FIRST_OPEN);
            devnet.chain().pool().dropNext(1);
            devnet.chain().beacon().holdFrom(0);
            devnet.clock().step(1);
            assertEquals(List.of(), devnet.chain().pool().pending());
        }
        try (Devnet devnet = start(new AcceptsEveryProofFake())) {
            assertEquals(1, devnet.clock().step(1));
            assertTrue(keeper(devnet).deadline(0).isProven());
            assertEquals(1, prover.asked());
        }
    }

    @Test
    void aReorgThatTakesTheProofBackIsRepairedWithTheSameProof() {
        try (Devnet devnet = start(new AcceptsEveryProofFake())) {
            leapTo(devnet, FIRST_OPEN + 1);
            assertTrue(keeper(devnet).deadline(0).isProven());
            devnet.producer().reorganise(2);
            assertFalse(keeper(devnet).deadline(0).isProven());
            devnet.clock().busy("test", true);
            devnet.clock().step(3);
            assertTrue(keeper(devnet).deadline(0).isProven());
            assertEquals(1, prover.asked());
        }
    }

    @Test
    void aRisingBaseFeeIsFollowed() {
        try (Devnet devnet = start(new AcceptsEveryProofFake())) {
            leapTo(devnet, FIRST_OPEN);
            devnet.chain().beacon().holdFrom(0);
            devnet.clock().step(1);
            devnet.chain().beacon().release();
            devnet.producer().spikeBaseFee(BigInteger.TEN.pow(12));
            devnet.clock().step(1);
            assertTrue(keeper(devnet).deadline(0).isProven());
            assertEquals(1, prover.asked());
        }
    }

    @Test
    void withoutItsProofTheClockStands() {
        try (Devnet devnet = start(new RefusesEveryProofFake())) {
            devnet.clock().busy("test", true);
            devnet.clock().nullRounds(FIRST_OPEN);
            devnet.clock().step(200);
            long height = devnet.chain().head().height();
            assertTrue(height > FIRST_OPEN + 50 && height < FIRST_OPEN + 59, "the clock stands at " + height);
            assertEquals(1, prover.asked());
            assertEquals(POWER, power(devnet));
        }
    }
}
