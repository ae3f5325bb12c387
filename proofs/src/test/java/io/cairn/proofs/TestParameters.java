package io.cairn.proofs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.groth16.ToxicWaste;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.parameter.ProofCircuit;
import io.cairn.protocol.sector.SectorSize;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Parameters of the 2 KiB circuits for slow tests. They are made once, in {@code target/test-parameters}, from the numbers that the
 * reference's known answers print, so that they are the reference's byte for byte. Where any parameters will do, those of the folder
 * that the system property {@code cairn.test.parameters} names are taken instead: making the ones for replication takes minutes.
 */
public final class TestParameters {

    private static final Path MADE = Path.of("target", "test-parameters");
    private static final Optional<Path> GIVEN = Optional.ofNullable(System.getProperty("cairn.test.parameters")).map(Path::of);

    private TestParameters() {
    }

    /** A circuit of 2 KiB sectors. */
    public static ProofCircuit circuit(ProofCircuit.Kind kind) {
        return new ProofCircuit(kind, SectorSize.KIB_2);
    }

    /** A store that has parameters of a circuit, whichever; close it. */
    public static ParameterStore any(ProofCircuit.Kind kind) throws IOException {
        if (GIVEN.isPresent()) {
            ParameterStore store = new ParameterStore(GIVEN.get());
            if (store.has(circuit(kind))) {
                return store;
            }
            throw new IOException("cairn.test.parameters: " + GIVEN.get() + " has no " + store.parametersFile(circuit(kind)).getFileName());
        }
        return printed(kind);
    }

    /** A store that has the parameters of the reference's known answers; close it. */
    public static ParameterStore printed(ProofCircuit.Kind kind) throws IOException {
        JsonNode known = knownAnswers(kind);
        if (GIVEN.isPresent() && isPrinted(new ParameterStore(GIVEN.get()), kind, known)) {
            return new ParameterStore(GIVEN.get());
        }
        ParameterStore store = new ParameterStore(MADE);
        if (!store.has(circuit(kind))) {
            int cores = Runtime.getRuntime().availableProcessors();
            store.createInsecure(circuit(kind), waste(known.at("/parameters/waste/scalars")), new ProofDispatcher(cores).workers(),
                    Progress.NONE);
        }
        return store;
    }

    /** The reference's known answers about a circuit. */
    public static JsonNode knownAnswers(ProofCircuit.Kind kind) throws IOException {
        String name = switch (kind) {
            case REPLICATION -> "porep";
            case WINDOW -> "window-post";
            case WINNING -> "winning-post";
            case UPDATE -> "update";
        };
        return knownAnswers("reference-" + name + "-2kib.json");
    }

    /** The known answers of a file. */
    static JsonNode knownAnswers(String fileName) throws IOException {
        try (InputStream in = TestParameters.class.getResourceAsStream("/vectors/" + fileName)) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static boolean isPrinted(ParameterStore store, ProofCircuit.Kind kind, JsonNode known) throws IOException {
        Path key = store.keyFile(circuit(kind));
        String printed = known.get("parameters").findValue("vk").textValue();
        return store.has(circuit(kind)) && HexFormat.of().formatHex(Files.readAllBytes(key)).equals(printed);
    }

    /** Secrets that known answers print. */
    static ToxicWaste waste(JsonNode scalars) {
        return new ToxicWaste(scalar(scalars, "alpha"), scalar(scalars, "beta"), scalar(scalars, "gamma"), scalar(scalars, "delta"),
                scalar(scalars, "tau"));
    }

    private static Scalar scalar(JsonNode object, String field) {
        return Scalar.fromBytes(HexFormat.of().parseHex(object.get(field).textValue()));
    }
}
