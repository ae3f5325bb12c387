package io.cairn.node.cli;

import io.cairn.node.config.Settings;
import io.cairn.node.console.ProgressBar;
import io.cairn.node.console.Screen;
import io.cairn.node.home.Home;
import io.cairn.proofs.MemoryBudget;
import io.cairn.proofs.dispatch.Priority;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.groth16.ToxicWaste;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.parameter.ProofCircuit;
import io.cairn.protocol.sector.SectorSize;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "parameters",
        description = {
            "Creates the proof parameters that are missing for the configured sector size.",
            "INSECURE: whoever makes parameters can forge proofs under them. They are for a devnet;"
                    + " a real network's parameters come from its public ceremony and are put into the folder as they are."
        })
final class ParametersCommand implements Callable<Integer> {

    /** The circuits that a provider proves with. */
    private static final List<ProofCircuit.Kind> USED =
            List.of(ProofCircuit.Kind.REPLICATION, ProofCircuit.Kind.WINDOW, ProofCircuit.Kind.WINNING);

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption homeOption;

    @Override
    public Integer call() throws IOException {
        Settings settings = homeOption.settings();
        PrintWriter out = spec.commandLine().getOut();
        try (Home _ = Home.acquire(settings.home())) {
            createMissing(settings, Screen.of(out), () -> false);
            out.println("Parameters are in " + settings.parameters() + " (made here: insecure, for a devnet only)");
            out.flush();
        }
        return 0;
    }

    /**
     * Creates what is missing for the configured sector size, and for the windows of the embedded chain's own miner, with a progress
     * bar each.
     *
     * @param stop says when to end before all are made; then this fails with a {@link java.util.concurrent.CancellationException}
     */
    static void createMissing(Settings settings, Screen screen, BooleanSupplier stop) throws IOException {
        int cores = Runtime.getRuntime().availableProcessors();
        try (ParameterStore store = new ParameterStore(settings.parameters(), new MemoryBudget(settings.proving().memory()));
                ProofDispatcher dispatcher = new ProofDispatcher(cores)) {
            for (ProofCircuit circuit : circuits(settings)) {
                if (!store.has(circuit)) {
                    try (ProgressBar bar = new ProgressBar(name(circuit.kind()) + " parameters", screen, stop)) {
                        dispatcher.compute(Priority.PARAMETERS, bar, () -> {
                            store.createInsecure(circuit, ToxicWaste.random(new SecureRandom()), dispatcher.workers(), bar);
                            return null;
                        });
                    }
                }
            }
        }
    }

    /** The parameter files of the configured sector size, and of the embedded chain's own miner, that are not there. */
    static List<Path> missing(Settings settings) {
        try (ParameterStore store = new ParameterStore(settings.parameters())) {
            return circuits(settings).stream().filter(circuit -> !store.has(circuit)).map(store::parametersFile).toList();
        }
    }

    private static Set<ProofCircuit> circuits(Settings settings) {
        Set<ProofCircuit> circuits = new LinkedHashSet<>();
        for (ProofCircuit.Kind kind : USED) {
            circuits.add(new ProofCircuit(kind, SectorSize.ofBytes(settings.provider().sectorSize())));
        }
        if (settings.node().embedded()) {
            circuits.add(new ProofCircuit(ProofCircuit.Kind.WINDOW, SectorSize.KIB_2));
        }
        return circuits;
    }

    private static String name(ProofCircuit.Kind kind) {
        return switch (kind) {
            case REPLICATION -> "Replication";
            case WINDOW -> "Window";
            case WINNING -> "Winning";
            case UPDATE -> "Update";
        };
    }
}
