package io.cairn.node.run;

import io.cairn.node.config.Settings;
import io.cairn.proofs.MemoryBudget;
import io.cairn.proofs.Sealing;
import io.cairn.proofs.SpaceTime;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.graph.ParentCaches;
import io.cairn.proofs.parameter.ParameterStore;
import java.nio.file.Path;

/** The proofs library over one folder of parameters, and the cores and the memory that it computes with. */
final class ProofLibrary implements AutoCloseable {

    private final ParameterStore parameters;
    private final ParentCaches parents;
    private final ProofDispatcher dispatcher;
    private final Sealing sealing;
    private final SpaceTime spaceTime;

    /** Opens the library; parameters that are missing are asked for when they are first needed, parent caches lie beside their folder. */
    ProofLibrary(Path folder, Settings.Proving settings) {
        parameters = new ParameterStore(folder, new MemoryBudget(settings.memory()));
        dispatcher = new ProofDispatcher(settings.cores());
        parents = new ParentCaches(folder.resolveSibling("parents"));
        sealing = new Sealing(parameters, dispatcher.workers(), parents);
        spaceTime = new SpaceTime(parameters, dispatcher.workers());
    }

    ProofDispatcher dispatcher() {
        return dispatcher;
    }

    /** The memory that proofs take theirs from. */
    MemoryBudget memory() {
        return parameters.budget();
    }

    Sealing sealing() {
        return sealing;
    }

    SpaceTime spaceTime() {
        return spaceTime;
    }

    @Override
    public void close() {
        dispatcher.close();
        parameters.close();
        parents.close();
    }
}
