package io.cairn.devnet.keeper;

import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.groth16.ToxicWaste;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.parameter.ProofCircuit;
import io.cairn.protocol.sector.SectorSize;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;

/** Parameters for slow tests: those in the folder {@code cairn.test.parameters}, or new ones. */
public final class TestParameters {

    public static final ProofDispatcher DISPATCHER = new ProofDispatcher(2);
    public static final Workers WORKERS = DISPATCHER.workers();

    private TestParameters() {
    }

    /** A store with the parameters of one 2 KiB circuit, in {@code folder} where they are made. */
    public static ParameterStore of(ProofCircuit.Kind kind, Path folder) throws IOException {
        String ready = System.getProperty("cairn.test.parameters");
        if (ready != null) {
            return new ParameterStore(Path.of(ready));
        }
        ParameterStore store = new ParameterStore(folder);
        store.createInsecure(new ProofCircuit(kind, SectorSize.KIB_2), ToxicWaste.random(new SecureRandom()), WORKERS, Progress.NONE);
        return store;
    }
}
