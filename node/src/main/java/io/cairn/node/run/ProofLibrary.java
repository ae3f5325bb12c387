package io.cairn.node.run;

import io.cairn.proofs.Sealing;
import io.cairn.proofs.SpaceTime;
import io.cairn.proofs.Workers;
import io.cairn.proofs.graph.ParentCaches;
import io.cairn.proofs.parameter.ParameterStore;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The proofs library over one folder of parameters and one pool of threads. */
final class ProofLibrary implements AutoCloseable {

    private final ParameterStore parameters;
    private final ParentCaches parents;
    private final ExecutorService threads;
    private final Sealing sealing;
    private final SpaceTime spaceTime;

    /** Opens the library; parameters that are missing are asked for when they are first needed, parent caches lie beside their folder. */
    ProofLibrary(Path folder, int cores) {
        parameters = new ParameterStore(folder);
        threads = Executors.newFixedThreadPool(cores, Thread.ofPlatform().name("proof-", 0).daemon(true).factory());
        Workers workers = new Workers(threads, cores);
        parents = new ParentCaches(folder.resolveSibling("parents"));
        sealing = new Sealing(parameters, workers, parents);
        spaceTime = new SpaceTime(parameters, workers);
    }

    Sealing sealing() {
        return sealing;
    }

    SpaceTime spaceTime() {
        return spaceTime;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        parameters.close();
        parents.close();
    }
}
