package io.cairn.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator gets wrong: one clear line that names the thing and what to do, and an exit code. */
class RefusalsTest {

    private static final int CONFIGURATION = 78;
    private static final String[] QUICK = {"--no-parameters", "--pledge", "0"};

    @TempDir
    private static Path folder;

    private static Place place;
    private static CairnProcess chain;
    private static String apiInfo;

    @BeforeAll
    static void startTheChain() throws Exception {
        place = Place.in(folder);
        chain = place.chain("--no-parameters");
        apiInfo = Place.apiInfo(chain);
    }

    @AfterAll
    static void stopTheChain() throws Exception {
        chain.close();
    }

    private static void assertRefused(CairnProcess process, String... named) throws Exception {
        try (process) {
            assertEquals(CONFIGURATION, process.awaitExit(), process.output());
            String message = process.output().lines().filter(line -> line.startsWith("cairn: ")).findFirst()
                    .orElseThrow(() -> new AssertionError("no line of Cairn's own in\n" + process.output()));
            for (String part : named) {
                assertTrue(message.contains(part), message);
            }
        }
    }

    @Test
    void aSecondProcessOnTheSameHome() throws Exception {
        assertRefused(place.chain("--no-parameters"), place.home("chain").toString(), "in use by another Cairn process", "--home");
        assertTrue(chain.isAlive());
    }

    @Test
    void aTokenOfAnotherNode() throws Exception {
        String forged = apiInfo.replaceFirst("^[^:]+:", "not-a-token:");
        assertRefused(place.provider("forger", forged, QUICK), "token", "is refused", "cairn.node.api-info", "FULLNODE_API_INFO");
    }

    @Test
    void noToken() throws Exception {
        assertRefused(place.provider("anonymous", apiInfo.substring(apiInfo.indexOf(':') + 1), QUICK), "without a token");
    }

    @Test
    void aHomeOfAnotherNetwork() throws Exception {
        Path kept = Files.createDirectories(place.home("stranger").resolve("provider")).resolve("network.json");
        Files.writeString(kept, "{\"network\":\"mainnet\",\"genesis\":\"bafyother\"}");
        assertRefused(place.provider("stranger", apiInfo, QUICK), "wrong network", "mainnet", "bafyother", "cairn-devnet", "--home");
    }

    @Test
    void aChainOfAnotherSeed() throws Exception {
        Path kept = Files.createDirectories(place.home("reseeded").resolve("chain")).resolve("seed");
        Files.writeString(kept, "acorn");
        assertRefused(place.provider("reseeded", "embedded", QUICK), "acorn", "cairn.devnet.seed");
    }

    @Test
    void aPortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertRefused(CairnProcess.start("port-taken", Map.of("CAIRN_DEVNET_PORT", port), "devnet", "run", "--no-parameters",
                    "--home", place.home("port-taken").toString()), port, "cairn.devnet.port");
        }
    }

    @Test
    void aMisspeltKey() throws Exception {
        Path file = Files.writeString(folder.resolve("misspelt.conf"), "cairn.devnet.epok = 1 s");
        assertRefused(CairnProcess.start("misspelt", Map.of(), "run", "--config", file.toString(), "--home",
                place.home("misspelt").toString()), "misspelt.conf", "cairn.devnet.epok", "cairn.devnet.epoch");
    }

    @Test
    void aNodeThatIsAwayIsWaitedForUntilCtrlC() throws Exception {
        String nobody = "token:/ip4/127.0.0.1/tcp/" + Place.freePort() + "/http";
        try (CairnProcess provider = place.provider("patient", nobody, QUICK)) {
            provider.awaitLine("the node does not answer: .*trying again in 2 s");
            assertEquals(0, provider.interrupt(), "stopped as asked");
            provider.awaitLine("^Stopped while starting");
        }
    }
}
