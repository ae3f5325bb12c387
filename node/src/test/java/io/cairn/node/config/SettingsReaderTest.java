package io.cairn.node.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.proofs.MemoryBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

    @TempDir
    private Path folder;

    private Settings read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("application.conf"), text);
        return SettingsReader.read(file, Optional.of(folder));
    }

    @Test
    void theShippedFileIsAcceptedAndLeavesTheDefaults() {
        Settings shipped = SettingsReader.read(Path.of("..", "application.conf"), Optional.of(folder));
        assertEquals(SettingsReader.read(folder.resolve("missing.conf"), Optional.of(folder)), shipped);
    }

    @Test
    void aValueOfTheFileStandsAboveTheDefault() throws IOException {
        Settings settings = read("cairn { devnet.epoch = 250 ms, provider.sector-size = 8 MiB }");
        assertEquals(Duration.ofMillis(250), settings.devnet().epoch());
        assertEquals(8L << 20, settings.provider().sectorSize());
    }

    @Test
    void aPropertyOfTheJvmStandsAboveFileAndEnvironment() throws IOException {
        System.setProperty("cairn.devnet.epoch", "300 ms");
        System.setProperty("cairn.addresses.commit.0", "t0102");
        try {
            Settings settings = read("cairn { devnet.epoch = 250 ms, devnet.port = 99 }");
            assertEquals(Duration.ofMillis(300), settings.devnet().epoch());
            assertEquals(99, settings.devnet().port());
            assertEquals(List.of("t0102"), settings.addresses().commit());
            Setting epoch = SettingsReader.effective(folder.resolve("application.conf"), Optional.empty()).stream()
                    .filter(setting -> setting.key().equals("cairn.devnet.epoch")).findFirst().orElseThrow();
            assertEquals(new Setting("cairn.devnet.epoch", "300 ms", "system properties (-D)"), epoch);
        } finally {
            System.clearProperty("cairn.devnet.epoch");
            System.clearProperty("cairn.addresses.commit.0");
        }
    }

    @Test
    void memoryOfProofsIsTheMachinesOrAsAsked() throws IOException {
        assertEquals(128L << 20, read("cairn.proving.memory = 128 MiB").proving().memory());
        assertEquals(MemoryBudget.ofMachine().limit(), read("").proving().memory());
    }

    @Test
    void sectorsAreLabelledOneByOneUnlessAskedFor() throws IOException {
        assertEquals(new Settings.Sealing(1, Optional.empty()), read("").sealing());
        assertEquals(new Settings.Sealing(12, Optional.of(Path.of("/fast/disk"))),
                read("cairn.sealing { sectors-together = 12, scratch = /fast/disk }").sealing());
    }

    @Test
    void aPropertyThatIsMisspeltOrOutOfRangeIsNamed() {
        assertEquals("system properties (-D): unknown key cairn.devnet.epok; did you mean cairn.devnet.epoch?", refusal("cairn.devnet.epok", "1 s"));
        assertTrue(refusal("cairn.devnet.port", "70000").contains("system properties (-D): cairn.devnet.port is 70000; expected a number"));
    }

    private String refusal(String property, String value) {
        System.setProperty(property, value);
        try {
            return assertThrows(ConfigurationException.class, () -> read("")).getMessage();
        } finally {
            System.clearProperty(property);
        }
    }

    @Test
    void addressesAreReadWithoutRepetition() throws IOException {
        Settings.Addresses addresses = read("cairn.addresses { commit = [f0102, t0102, t0103], owner-fallback = false }").addresses();
        assertEquals(List.of("t0102", "t0103"), addresses.commit());
        assertEquals(List.of(), addresses.preCommit());
        assertTrue(addresses.workerFallback());
        assertFalse(addresses.ownerFallback());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cairn.devnet.epok = 1 s               | unknown key cairn.devnet.epok; did you mean cairn.devnet.epoch?
            cairn.provider.sector-size = 3 KiB    | cairn.provider.sector-size is 3 KiB; expected 2 KiB, 8 MiB
            cairn.management.port = 70000         | cairn.management.port is 70000; expected a number from 0 to 65535
            cairn.management.host = 0.0.0.0       | cairn.management.host is 0.0.0.0; expected 127.0.0.1 or localhost
            cairn.devnet.epoch = 1 ms             | cairn.devnet.epoch is 1 ms; expected a time from 20 ms
            cairn.addresses.precommit = [t0102]   | unknown key cairn.addresses.precommit; did you mean cairn.addresses.pre-commit?
            cairn.addresses.commit = [t0102, me]  | cairn.addresses.commit is [t0102, me]; expected a list of addresses
            cairn.journal.first-pause = 1 ms      | cairn.journal.first-pause is 1 ms; expected a time from 100 ms
            cairn.journal.longest-pause = 200 ms  | cairn.journal.longest-pause is 200 ms; expected a time from 1000 ms
            cairn.devnet.time-lapse = perhaps     | time-lapse
            cairn.proving.memory = 1 KiB          | cairn.proving.memory is 1 KiB; expected 0, or a size from 64 MiB to the
            cairn.proving.memory = 1000 TiB       | cairn.proving.memory is 1000 TiB; expected 0, or a size from 64 MiB to the
            cairn.sealing.sectors-together = 5    | cairn.sealing.sectors-together is 5; expected 1, or a number from 6 to 16
            cairn.sealing.sectors-together = 17   | cairn.sealing.sectors-together is 17; expected 1, or a number from 6 to 16
            cairn { devnet                        | application.conf
            """)
    void aMistakeIsNamed(String text, String named) {
        ConfigurationException refusal = assertThrows(ConfigurationException.class, () -> read(text));
        assertTrue(refusal.getMessage().contains(named), refusal.getMessage());
    }
}
