package io.cairn.proofs.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.proofs.MemoryBudget;
import io.cairn.proofs.SectorShape;
import io.cairn.proofs.circuit.Circuit;
import io.cairn.proofs.circuit.post.PostCircuit;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.groth16.Parameters;
import io.cairn.proofs.groth16.Prover;
import io.cairn.proofs.groth16.Setup;
import io.cairn.proofs.groth16.ToxicWaste;
import io.cairn.protocol.conformance.Judge;
import io.cairn.protocol.conformance.Verdicts;
import io.cairn.protocol.sector.SectorSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Makes the parameters of the 2 KiB space-time circuits from the recorded secrets and proofs with the recorded random numbers, and wants the reference's bytes
 * of both. Takes some seconds to a minute.
 */
public final class ProofMakingJudge implements Judge {

    private static final SectorShape SHAPE = SectorShape.of(SectorSize.KIB_2);
    private static final List<String> KINDS = List.of("window", "winning");

    private final Workers workers = new ProofDispatcher(Runtime.getRuntime().availableProcessors()).workers();
    /** Parameter files made so far by the digest that they should have: several files of a folder share them. */
    private final Map<String, Path> made = new HashMap<>();

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return KINDS.stream().anyMatch(kind -> file.path("parameters").path(kind).path("params").path("params_sha256").isTextual());
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        try {
            for (String kind : KINDS) {
                JsonNode stated = file.path("parameters").path(kind).path("params");
                if (stated.has("params_sha256")) {
                    proofs(file, parameters(kind, file, stated, verdicts), verdicts);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path parameters(String kind, JsonNode file, JsonNode stated, Verdicts verdicts) throws IOException {
        Path known = made.get(stated.get("params_sha256").textValue());
        Path path = known;
        if (known == null) {
            path = Files.createTempFile("cairn", ".params");
            path.toFile().deleteOnExit();
            Circuit blank = kind.equals("window") ? PostCircuit.blankWindow(SHAPE) : PostCircuit.blankWinning(SHAPE);
            Setup.create(blank, waste(file), path, workers, MemoryBudget.ofMachine(), Progress.NONE);
            made.put(HexFormat.of().formatHex(FileFacts.sha256(path)), path);
        }
        try (Case parameters = new Case("parameters", verdicts)) {
            parameters.equal("params_bytes", stated.get("params_bytes"), Files.size(path));
            if (known == null) {
                parameters.equal("params_sha256", stated.get("params_sha256"), FileFacts.sha256(path));
            }
        }
        return path;
    }

    private void proofs(JsonNode file, Path path, Verdicts verdicts) throws IOException {
        try (Parameters parameters = Parameters.open(path)) {
            Prover prover = new Prover(parameters, workers, MemoryBudget.ofMachine(), "recorded proof");
            for (var entry : RecordedCases.with(file, "partitions", "sectors")) {
                JsonNode stated = entry.getValue();
                try (Case one = new Case(entry.getKey() + ": proof", verdicts);
                        RecordedSectors sectors = RecordedSectors.seal(RecordedCases.sealedSectors(file, stated))) {
                    List<Circuit> circuits = sectors.circuits(stated);
                    for (int k = 0; k < circuits.size(); k++) {
                        JsonNode partition = stated.get("partitions").get(k);
                        one.equal("proof of partition " + k, partition.get("proof"),
                                prover.prove(circuits.get(k), scalar(partition, "r"), scalar(partition, "s"), Progress.NONE).toBytes());
                    }
                }
            }
        }
    }

    /** The secrets that a file of known answers states. */
    static ToxicWaste waste(JsonNode file) {
        JsonNode scalars = file.at("/parameters/waste/scalars");
        return new ToxicWaste(scalar(scalars, "alpha"), scalar(scalars, "beta"), scalar(scalars, "gamma"),
                scalar(scalars, "delta"), scalar(scalars, "tau"));
    }

    private static Scalar scalar(JsonNode object, String field) {
        return Scalar.fromBytes(Case.bytes(object, field));
    }
}
