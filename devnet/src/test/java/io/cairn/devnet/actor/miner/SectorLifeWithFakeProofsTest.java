package io.cairn.devnet.actor.miner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.devnet.Devnet;
import io.cairn.devnet.DevnetSettings;
import io.cairn.devnet.clock.TimeLapse;
import io.cairn.devnet.keeper.FakeProofWindowProver;
import io.cairn.devnet.vm.AcceptsEveryProofFake;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sector from precommitment to a missed window, with proofs that nobody checks. */
class SectorLifeWithFakeProofsTest {

    @TempDir
    Path folder;

    private Devnet devnet;
    private ProviderWithFakeProofs provider;

    @BeforeEach
    void start() {
        devnet = Devnet.start(new DevnetSettings(folder, "sector life", "127.0.0.1", 0, Duration.ZERO, false, 1_700_000_000,
                new AcceptsEveryProofFake(), new FakeProofWindowProver()));
        devnet.clock().allowMissedWindows(true);
        devnet.clock().step(1);
        provider = new ProviderWithFakeProofs(devnet, devnet.keys().owner());
    }

    @AfterEach
    void stop() {
        devnet.close();
    }

    @Test
    void aProvenSectorGainsPowerAndLosesItWhenItsWindowIsMissed() {
        assertEquals(0, provider.preCommit(0).exitCode());
        assertEquals(1, provider.state().preCommitments().size());
        provider.pass(12);
        assertEquals(0, provider.proveCommit(0, new byte[192]).exitCode());
        assertEquals(BigInteger.valueOf(59_604_643_840L), provider.state().sectors().find(0).orElseThrow().pledge());
        assertEquals(BigInteger.ZERO, provider.power());
        Window window = provider.reachWindow();
        devnet.clock().allowMissedWindows(false);
        devnet.clock().nullRounds(50);
        assertEquals(1, devnet.clock().step(1));
        int untilHeld = devnet.clock().step(20);
        assertTrue(untilHeld < 10 && provider.height() < window.last(), "the clock stands at " + provider.height());
        assertEquals(0, provider.call(5, provider.windowProof(window).toCbor()).exitCode());
        devnet.clock().allowMissedWindows(true);
        assertEquals(BigInteger.valueOf(2048), provider.power());
        long idle = new TimeLapse(devnet.chain()).idleRounds();
        assertTrue(idle > 0 && idle <= 120, "idle rounds after the proof: " + idle);
        provider.passInFewBlocks(window.last() + 2880 + 2 - provider.height());
        assertEquals(BigInteger.ZERO, provider.power());
        assertTrue(provider.state().deadline(window.index()).partitions().getFirst().faults().contains(0));
    }
}
