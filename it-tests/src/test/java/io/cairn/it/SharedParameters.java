package io.cairn.it;

import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.groth16.ToxicWaste;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.parameter.ProofCircuit;
import io.cairn.protocol.sector.SectorSize;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/** Parameters for 2 KiB sectors that tests share: made once, or given by the property {@code cairn.test.parameters}. */
final class SharedParameters {

    private static final Path MADE = Path.of("target", "parameters").toAbsolutePath();

    private static final List<ProofCircuit.Kind> USED =
            List.of(ProofCircuit.Kind.REPLICATION, ProofCircuit.Kind.WINDOW, ProofCircuit.Kind.WINNING);

    private SharedParameters() {}

    /** A folder with at least the window proof's parameters, which take seconds to make. */
    static synchronized Path forWindows() throws IOException {
        return make(MADE, List.of(ProofCircuit.Kind.WINDOW));
    }

    /** A folder with all parameters that a provider proves with; the replication proof's take minutes to make. */
    static synchronized Path forAll() throws IOException {
        String given = System.getProperty("cairn.test.parameters", "");
        return given.isBlank() ? make(MADE, USED) : Path.of(given).toAbsolutePath();
    }

    private static Path make(Path folder, List<ProofCircuit.Kind> kinds) throws IOException {
        int cores = Runtime.getRuntime().availableProcessors();
        try (ParameterStore store = new ParameterStore(folder); ProofDispatcher dispatcher = new ProofDispatcher(cores)) {
            for (ProofCircuit.Kind kind : kinds) {
                ProofCircuit circuit = new ProofCircuit(kind, SectorSize.ofBytes(2048));
                if (!store.has(circuit)) {
                    store.createInsecure(circuit, ToxicWaste.random(new SecureRandom()), dispatcher.workers(), Progress.NONE);
                }
            }
        }
        return folder;
    }
}
