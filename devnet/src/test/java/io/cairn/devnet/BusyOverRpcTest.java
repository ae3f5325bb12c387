package io.cairn.devnet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.cairn.devnet.keeper.FakeProofWindowProver;
import io.cairn.devnet.vm.RefusesEveryProofFake;
import io.cairn.protocol.api.BusyApi;
import io.cairn.protocol.api.FullNode;
import io.cairn.protocol.rpc.FullNodeClient;
import io.cairn.protocol.rpc.NodeEndpoint;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider's client and this chain agree on how work under way is said. */
class BusyOverRpcTest {

    @TempDir
    Path folder;

    @Test
    void theUsualClientSaysIt() throws Exception {
        DevnetSettings settings = new DevnetSettings(folder, "test seed", "127.0.0.1", 0, Duration.ZERO, true, 1_700_000_000,
                new RefusesEveryProofFake(), new FakeProofWindowProver());
        try (Devnet devnet = Devnet.start(settings); FullNode node = FullNodeClient.connect(
                NodeEndpoint.of(URI.create(devnet.url().replaceFirst("/rpc/v1$", ""))).withToken(devnet.token()))) {
            BusyApi clock = assertInstanceOf(BusyApi.class, node);
            assertEquals(true, clock.busy("t01000", true).get(10, TimeUnit.SECONDS));
            assertEquals(true, clock.busy("t01000", false).get(10, TimeUnit.SECONDS));
        }
    }
}
