package io.cairn.devnet.keeper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.devnet.Devnet;
import io.cairn.devnet.DevnetSettings;
import io.cairn.devnet.actor.miner.MinerState;
import io.cairn.devnet.verification.LibraryVerifier;
import io.cairn.devnet.vm.Singletons;
import io.cairn.proofs.Sealing;
import io.cairn.proofs.SpaceTime;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.parameter.ProofCircuit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keeper with real proofs. */
@Tag("slow")
class KeeperTest {

    @TempDir
    Path folder;

    @Test
    void aWindowIsProvenForRealEvenWhenAReplicaWasSpoilt() throws IOException {
        try (ParameterStore parameters = TestParameters.of(ProofCircuit.Kind.WINDOW, folder.resolve("parameters"))) {
            SpaceTime spaceTime = new SpaceTime(parameters, TestParameters.WORKERS);
            try (Devnet devnet = Devnet.start(new DevnetSettings(folder.resolve("chain"), "real", "127.0.0.1", 0, Duration.ZERO, true,
                    1_700_000_000, new LibraryVerifier(new Sealing(parameters, TestParameters.WORKERS), spaceTime), WindowProver.of(spaceTime)))) {
                spoil(folder.resolve("chain/keeper/sealed/s-t01000-1"));
                while (devnet.chain().head().height() < 680 && !isProven(devnet)) {
                    assertEquals(1, devnet.clock().step(1));
                }
                assertTrue(isProven(devnet));
            }
        }
    }

    private static boolean isProven(Devnet devnet) {
        return MinerState.load(devnet.chain().log(), devnet.chain().stateAfterHead().get(Singletons.FIRST_MINER).head())
                .deadline(0).isProven();
    }

    private static void spoil(Path replica) throws IOException {
        Files.write(replica, new byte[2048]);
    }
}
