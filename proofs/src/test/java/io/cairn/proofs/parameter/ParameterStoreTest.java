package io.cairn.proofs.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.proofs.DamagedFileException;
import io.cairn.proofs.dispatch.Priority;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.groth16.ToxicWaste;
import io.cairn.protocol.sector.SectorSize;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parameter files that are not there or not right: one error each, with the file and what to do. */
class ParameterStoreTest {

    private static final ProofCircuit WINDOW = new ProofCircuit(ProofCircuit.Kind.WINDOW, SectorSize.KIB_2);

    @TempDir
    Path folder;

    private ParameterStore store;
    private byte[] key;

    @BeforeEach
    void open() throws IOException {
        store = new ParameterStore(folder);
        try (InputStream in = getClass().getResourceAsStream("/vectors/reference-window-post-2kib.json")) {
            JsonNode file = new ObjectMapper().readTree(in);
            key = HexFormat.of().parseHex(file.at("/parameters/window/vk").textValue());
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatIsMissingIsNamedWithTheCommandThatMakesIt() {
        for (String message : new String[] {
            assertThrows(MissingParametersException.class, () -> store.key(WINDOW)).getMessage(),
            assertThrows(MissingParametersException.class, () -> store.parameters(WINDOW)).getMessage()}) {
            assertTrue(message.startsWith(folder.toString()) && message.contains("'cairn parameters'"), message);
        }
    }

    @Test
    void aKeyWithAnyCutOrSpoiltPartIsDamaged() throws IOException {
        Path file = store.keyFile(WINDOW);
        for (int length : new int[] {0, 100, key.length - 1}) {
            Files.write(file, Arrays.copyOf(key, length));
            assertDamaged(file, assertThrows(DamagedFileException.class, () -> store.key(WINDOW)));
        }
        byte[] spoilt = key.clone();
        spoilt[200] ^= 1;
        Files.write(file, spoilt);
        assertDamaged(file, assertThrows(DamagedFileException.class, () -> store.key(WINDOW)));
        Files.write(file, key);
        assertEquals(WINDOW.inputs() + 1, store.key(WINDOW).ic().size());
    }

    @Test
    void aKeyOfAnotherCircuitIsRefused() throws IOException {
        ProofCircuit winning = new ProofCircuit(ProofCircuit.Kind.WINNING, SectorSize.KIB_2);
        Files.write(store.keyFile(winning), key);
        assertDamaged(store.keyFile(winning), assertThrows(DamagedFileException.class, () -> store.key(winning)));
    }

    @Test
    void parametersThatEndEarlyAreDamaged() throws IOException {
        Path file = store.parametersFile(WINDOW);
        for (int length : new int[] {0, key.length, key.length + 1000}) {
            Files.write(file, Arrays.copyOf(key, length));
            assertDamaged(file, assertThrows(DamagedFileException.class, () -> store.parameters(WINDOW)));
        }
    }

    @Test
    void aFileThatIsNotThePublishedOneIsDamaged() throws IOException {
        Path file = Files.write(store.keyFile(WINDOW), key);
        Files.writeString(folder.resolve("parameters.json"), "{\"" + file.getFileName() + "\": {\"digest\": \"00\"}}");
        DamagedFileException damaged = assertThrows(DamagedFileException.class, () -> store.key(WINDOW));
        assertDamaged(file, damaged);
        assertTrue(damaged.getMessage().contains("parameters.json"), damaged.getMessage());
    }

    @Test
    void theDigestOfAFileIsWorkedOutInParts() throws IOException {
        Path file = Files.write(store.parametersFile(WINDOW), new byte[1 << 22]);
        Files.writeString(folder.resolve("parameters.json"), "{\"" + file.getFileName() + "\": {\"digest\": \"00\"}}");
        AtomicInteger parts = new AtomicInteger();
        try (ProofDispatcher dispatcher = new ProofDispatcher(1)) {
            assertThrows(CancellationException.class,
                    () -> dispatcher.compute(Priority.REPLICATION, cancellingAfter(10, parts), () -> store.parameters(WINDOW)));
            assertThrows(DamagedFileException.class, () -> dispatcher.compute(Priority.REPLICATION, Progress.NONE, () -> store.parameters(WINDOW)));
        }
    }

    private static Progress cancellingAfter(int most, AtomicInteger parts) {
        return new Progress() {
            @Override
            public void advanced(long done, long total) {
                // Nothing to show.
            }

            @Override
            public boolean cancelled() {
                return parts.incrementAndGet() > most;
            }
        };
    }

    @Test
    void whatIsThereIsNotMadeAgain() throws IOException {
        Files.write(store.keyFile(WINDOW), key);
        ToxicWaste waste = ToxicWaste.random(new SecureRandom());
        assertThrows(IllegalStateException.class, () -> store.createInsecure(WINDOW, waste, Workers.CALLER, Progress.NONE));
    }

    private static void assertDamaged(Path file, DamagedFileException damaged) {
        assertTrue(damaged.getMessage().startsWith(file.toString()) && damaged.getMessage().contains("'cairn parameters'"), damaged.getMessage());
    }
}
