package io.cairn.proofs.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.parameter.ProofCircuit;
import io.cairn.protocol.conformance.Verdicts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A store with the verifying key that a file of known answers has, and with its SRS if it has one, in a temporary folder while they are needed. */
final class RecordedKeys implements AutoCloseable {

    private final Path folder;
    private final ProofCircuit circuit;
    private final ParameterStore store;

    private RecordedKeys(Path folder, ProofCircuit circuit) {
        this.folder = folder;
        this.circuit = circuit;
        this.store = new ParameterStore(folder);
    }

    static RecordedKeys of(ProofCircuit circuit, byte[] verifyingKey, JsonNode file, Verdicts verdicts) throws IOException {
        RecordedKeys keys = new RecordedKeys(Files.createTempDirectory("cairn-keys-"), circuit);
        Files.write(keys.store.keyFile(circuit), verifyingKey);
        Optional<JsonNode> srs = RecordedSrs.stated(file);
        if (srs.isPresent()) {
            RecordedSrs.create(keys.store.srsFile(), srs.get(), verdicts);
        }
        return keys;
    }

    ParameterStore store() {
        return store;
    }

    @Override
    public void close() throws IOException {
        store.close();
        Files.deleteIfExists(store.srsFile());
        Files.delete(store.keyFile(circuit));
        Files.delete(folder);
    }
}
