package io.cairn.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chain and a provider that are started, stopped and killed apart from each other. */
class SeparateProcessesTest {

    private static final String STARTED = "^Miner (t0\\d+) in .*; page at (http://\\S+)";

    @TempDir
    private Path folder;

    @Test
    void eachSurvivesTheOthersEnd() throws Exception {
        Place place = Place.in(folder, SharedParameters.forWindows());
        CairnProcess chain = place.chain("--no-parameters");
        try {
            String apiInfo = Place.apiInfo(chain);
            String miner;
            try (CairnProcess provider = place.provider("provider", apiInfo, "--no-parameters", "--pledge", "0")) {
                Matcher started = provider.awaitLine(STARTED);
                miner = started.group(1);
                LivePage.skipOrVisit(started.group(2), page -> {
                    page.showsMiner(miner);
                    page.movesWithoutReloading();
                });
                long before = Long.parseLong(provider.awaitLine(Story.LIFE).group(1).replace(",", ""));
                chain.kill();
                chain = place.chain("--no-parameters");
                assertEquals(apiInfo, Place.apiInfo(chain), "the chain is found where it was");
                assertTrue(epochOf(chain) >= before, "the chain goes on");
                ProviderFace face = new ProviderFace(started.group(2));
                Eventually.holds("the provider follows the chain again", () -> face.height() > before);
                assertEquals(0, provider.terminate(), "stopped as asked");
                provider.awaitLine("^Stopping");
            }
            try (CairnProcess provider = place.provider("provider", apiInfo, "--no-parameters", "--pledge", "0")) {
                assertEquals(miner, provider.awaitLine(STARTED).group(1), "the same miner");
                provider.kill();
            }
            try (CairnProcess provider = place.provider("provider", apiInfo, "--no-parameters", "--pledge", "0")) {
                assertEquals(miner, provider.awaitLine(STARTED).group(1), "the same miner after a kill");
                assertEquals(0, provider.interrupt(), "stopped as asked");
            }
            assertEquals(0, chain.terminate(), "stopped as asked");
        } finally {
            chain.close();
        }
    }

    private static long epochOf(CairnProcess chain) throws InterruptedException {
        return Long.parseLong(chain.awaitLine("^Chain at epoch (\\d+)").group(1));
    }
}
