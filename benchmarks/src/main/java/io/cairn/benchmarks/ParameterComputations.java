package io.cairn.benchmarks;

import io.cairn.benchmarks.Computations.Kind;
import io.cairn.benchmarks.Computations.Preparation;
import io.cairn.proofs.aggregate.AggregateProof;
import io.cairn.proofs.aggregate.AggregateVerifier;
import io.cairn.proofs.aggregate.Aggregator;
import io.cairn.proofs.aggregate.InnerProductSrs;
import io.cairn.proofs.aggregate.SrsSecrets;
import io.cairn.proofs.dispatch.Priority;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.graph.ParentCaches;
import io.cairn.proofs.graph.StackedGraph;
import io.cairn.proofs.groth16.ToxicWaste;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.parameter.ProofCircuit;
import io.cairn.proofs.seal.SectorSpec;
import io.cairn.protocol.sector.RegisteredAggregationProof;
import io.cairn.protocol.sector.RegisteredSealProof;
import io.cairn.protocol.sector.SectorSize;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.digests.Blake2bDigest;

/** What is made once and kept: parameters, the SRS, parents; and aggregates, which need the SRS. */
final class ParameterComputations {

    private static final RegisteredAggregationProof VERSION = RegisteredAggregationProof.SNARK_PACK_V2;
    private static final SrsSecrets SECRETS = new SrsSecrets(Scalar.of(11), Scalar.of(13));
    private static final byte[] INCLUDE = new byte[32];
    private static final int PROOFS = 1024;
    private static final int AGGREGATED = 128;
    private static final int DIGEST_BYTES = 16;

    private final ParameterStore parameters;
    private final Workers workers;
    private final Path folder;
    private final List<Kind> kinds = new ArrayList<>();

    ParameterComputations(ParameterStore parameters, Workers workers, Path folder) {
        this.parameters = parameters;
        this.workers = workers;
        this.folder = folder;
        creations();
        openings();
        aggregates();
    }

    List<Kind> kinds() {
        return kinds;
    }

    private void add(String name, Priority priority, Preparation preparation) {
        kinds.add(new Kind(name, priority, preparation));
    }

    private void creations() {
        for (ProofCircuit.Kind kind : List.of(ProofCircuit.Kind.WINDOW, ProofCircuit.Kind.REPLICATION)) {
            add("parameters created, " + kind + " 2 KiB", Priority.PARAMETERS, () -> progress -> {
                new ParameterStore(fresh()).createInsecure(new ProofCircuit(kind, SectorSize.KIB_2), ToxicWaste.random(new SecureRandom()), workers, progress);
                return null;
            });
        }
        add("parents 8 MiB", Priority.LABELS, () -> progress -> {
            StackedGraph graph = SectorSpec.of(RegisteredSealProof.STACKED_DRG_8MIB_V1_1, TrialSector.MINER, 0, new byte[32]).graph();
            try (ParentCaches caches = new ParentCaches(fresh(), 0)) {
                return caches.of(graph, 2, workers, () -> progress);
            }
        });
        add("SRS created, " + PROOFS + " proofs", Priority.PARAMETERS, () -> progress -> srs(progress));
    }

    private void openings() {
        add("parameters opened, digest", Priority.REPLICATION, () -> {
            ProofCircuit circuit = new ProofCircuit(ProofCircuit.Kind.REPLICATION, SectorSize.KIB_2);
            Path own = fresh();
            Path file = own.resolve(parameters.parametersFile(circuit).getFileName());
            Files.createSymbolicLink(file, parameters.parametersFile(circuit).toAbsolutePath());
            Files.writeString(own.resolve("parameters.json"), "{\"" + file.getFileName() + "\": {\"digest\": \"" + digest(file) + "\"}}");
            return progress -> {
                try (ParameterStore store = new ParameterStore(own)) {
                    return store.parameters(circuit);
                }
            };
        });
    }

    private void aggregates() {
        add("SRS read, " + PROOFS + " proofs", Priority.REPLICATION, () -> {
            ParameterStore store = srs(Progress.NONE);
            return progress -> new ParameterStore(store.srsFile().getParent()).aggregator(PROOFS, workers, progress);
        });
        add("aggregate of " + AGGREGATED, Priority.REPLICATION, () -> {
            Aggregator aggregator = srs(Progress.NONE).aggregator(AGGREGATED, workers, Progress.NONE);
            SimulatedProofs simulated = SimulatedProofs.of(AGGREGATED);
            return progress -> aggregator.aggregate(simulated.proofs(), INCLUDE, VERSION, progress);
        });
        add("aggregate of " + AGGREGATED + " verified", Priority.REPLICATION, () -> {
            ParameterStore store = srs(Progress.NONE);
            SimulatedProofs simulated = SimulatedProofs.of(AGGREGATED);
            byte[] bytes = store.aggregator(AGGREGATED, workers, Progress.NONE).aggregate(simulated.proofs(), INCLUDE, VERSION, Progress.NONE).toBytes();
            return progress -> new AggregateVerifier(InnerProductSrs.open(store.srsFile()), simulated.key())
                    .verify(AggregateProof.fromBytes(bytes), simulated.inputs(), INCLUDE, VERSION);
        });
    }

    private ParameterStore srs(Progress progress) throws IOException {
        ParameterStore store = new ParameterStore(fresh());
        store.createInsecureSrs(SECRETS, PROOFS, workers, progress);
        return store;
    }

    private Path fresh() throws IOException {
        return Files.createTempDirectory(folder, "parameters");
    }

    private static String digest(Path file) throws IOException {
        Blake2bDigest blake = new Blake2bDigest(512);
        byte[] chunk = new byte[1 << 20];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                blake.update(chunk, 0, count);
            }
        }
        byte[] digest = new byte[blake.getDigestSize()];
        blake.doFinal(digest, 0);
        return HexFormat.of().formatHex(Arrays.copyOf(digest, DIGEST_BYTES));
    }
}
