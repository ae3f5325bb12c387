package io.cairn.node.cli;

import io.cairn.node.config.Settings;
import io.cairn.node.console.ProgressBar;
import io.cairn.node.home.Home;
import io.cairn.proofs.Workers;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption homeOption;

    @Override
    public Integer call() throws IOException {
        Settings settings = homeOption.settings();
        PrintWriter out = spec.commandLine().getOut();
        try (Home _ = Home.acquire(settings.home())) {
            createMissing(settings, out);
            out.println("Parameters are in " + settings.parameters() + " (made here: insecure, for a devnet only)");
            out.flush();
        }
        return 0;
    }

    /**
     * Creates what is missing for the configured sector size, and for the windows of the embedded chain's own miner, with a progress
     * bar each.
     */
    static void createMissing(Settings settings, PrintWriter out) throws IOException {
        int cores = Runtime.getRuntime().availableProcessors();
        try (ParameterStore store = new ParameterStore(settings.parameters());
                ExecutorService threads = Executors.newFixedThreadPool(cores)) {
            create(store, circuits(settings), new Workers(threads, cores), out);
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
        for (ProofCircuit.Kind kind : ProofCircuit.Kind.values()) {
            circuits.add(new ProofCircuit(kind, SectorSize.ofBytes(settings.provider().sectorSize())));
        }
        circuits.add(new ProofCircuit(ProofCircuit.Kind.WINDOW, SectorSize.KIB_2));
        return circuits;
    }

    private static void create(ParameterStore store, Set<ProofCircuit> circuits, Workers workers, PrintWriter out)
            throws IOException {
        for (ProofCircuit circuit : circuits) {
            if (store.has(circuit)) {
                continue;
            }
            boolean terminal = System.console() != null && System.console().isTerminal();
            try (ProgressBar bar = new ProgressBar(name(circuit.kind()) + " parameters", out, terminal)) {
                store.createInsecure(circuit, ToxicWaste.random(new SecureRandom()), workers, bar);
            }
        }
    }

    private static String name(ProofCircuit.Kind kind) {
        return switch (kind) {
            case REPLICATION -> "Replication";
            case WINDOW -> "Window";
            case WINNING -> "Winning";
        };
    }
}
