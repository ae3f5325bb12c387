package io.cairn.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cairn.proofs.aggregate.AggregateProof;
import io.cairn.proofs.aggregate.SrsSecrets;
import io.cairn.proofs.challenge.SealChallenges;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.parameter.ProofCircuit;
import io.cairn.proofs.porep.PorepPublicInputs;
import io.cairn.proofs.post.ChallengedSector;
import io.cairn.proofs.post.PostPartitions;
import io.cairn.proofs.post.PostPublicInputs;
import io.cairn.protocol.sector.RegisteredPostProof;
import io.cairn.protocol.sector.RegisteredSealProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Our proofs and parameters before the network's own verifier: a tool around the reference, whose path the system property
 * {@code cairn.test.reference} gives. {@code check-proof KEY INPUTS PROOF} and {@code check-params FILE} end with 0 if all is right.
 */
@Tag("slow")
class ReferenceToolTest {

    private static final String TOOL = System.getProperty("cairn.test.reference", "");
    private static final long PATIENCE_MINUTES = 20;
    private static final Workers WORKERS = new ProofDispatcher(Runtime.getRuntime().availableProcessors()).workers();
    private static final byte[] RANDOMNESS = Commitment.masked(SealedSector.SEED);

    @TempDir
    Path folder;

    @BeforeEach
    void requireTool() {
        assumeTrue(!TOOL.isEmpty(), "the property cairn.test.reference does not name the reference's tool");
    }

    @Test
    void aWindowProofOfTwoPartitionsPasses() throws Exception {
        try (ParameterStore store = TestParameters.any(ProofCircuit.Kind.WINDOW)) {
            RegisteredPostProof type = RegisteredPostProof.STACKED_DRG_WINDOW_2KIB_V1_1;
            List<PostSector> sectors = List.of(seal(7, store).toProve(), seal(42, store).toProve(), seal(300, store).toProve());
            byte[] proof = new SpaceTime(store, WORKERS).windowPost(type, RANDOMNESS, sectors, Progress.NONE);
            SortedMap<Long, byte[]> commRs = new TreeMap<>();
            sectors.forEach(sector -> commRs.put(sector.number(), sector.commR()));
            List<List<Scalar>> inputs = new ArrayList<>();
            for (List<ChallengedSector> partition : PostPartitions.window(type, RANDOMNESS, commRs)) {
                inputs.add(PostPublicInputs.window(partition, 2));
            }
            assertPasses(store, ProofCircuit.Kind.WINDOW, inputs, proof);
        }
    }

    @Test
    void aWinningProofPasses() throws Exception {
        try (ParameterStore store = TestParameters.any(ProofCircuit.Kind.WINNING)) {
            RegisteredPostProof type = RegisteredPostProof.STACKED_DRG_WINNING_2KIB_V1;
            PostSector sector = seal(42, store).toProve();
            byte[] proof = new SpaceTime(store, WORKERS).winningPost(type, RANDOMNESS, sector, Progress.NONE);
            ChallengedSector challenged = PostPartitions.winning(type, RANDOMNESS, 42, sector.commR());
            assertPasses(store, ProofCircuit.Kind.WINNING, List.of(PostPublicInputs.winning(challenged)), proof);
        }
    }

    @Test
    void aReplicationProofPasses() throws Exception {
        try (ParameterStore store = TestParameters.any(ProofCircuit.Kind.REPLICATION)) {
            SealedSector sector = seal(42, store);
            Sealing sealing = new Sealing(store, WORKERS);
            byte[] proof = sealing.sealCommit2(sealing.sealCommit1(sector.request(), SealedSector.SEED, sector.commitments(), sector.pieces(),
                    sector.files(), Progress.NONE), 1000, 42, Progress.NONE);
            byte[] commR = sector.commitments().commR();
            byte[] commD = sector.commitments().commD();
            byte[] replicaId = sector.request().spec().replicaId(commD);
            long[] challenges = new SealChallenges(sector.request().type(), replicaId, commR, SealedSector.SEED).of(0);
            assertPasses(store, ProofCircuit.Kind.REPLICATION,
                    List.of(PorepPublicInputs.of(sector.request().spec().graph(), replicaId, commD, commR, challenges)), proof);
        }
    }

    @Test
    void aNonInteractiveProofPasses() throws Exception {
        RegisteredSealProof type = RegisteredSealProof.STACKED_DRG_2KIB_V1_2_NON_INTERACTIVE;
        try (ParameterStore given = TestParameters.any(ProofCircuit.Kind.REPLICATION); ParameterStore store = withKnownSrs(given)) {
            Sealing sealing = new Sealing(store, WORKERS);
            SealedSector sector = SealedSector.number(42, type, sealing, folder);
            byte[] proof = sealing.sealCommit2(sealing.sealCommit1(sector.request(), SealedSector.SEED, sector.commitments(), sector.pieces(),
                    sector.files(), Progress.NONE), 1000, 42, Progress.NONE);
            byte[] commR = sector.commitments().commR();
            List<List<Scalar>> inputs = SealVerifier.inputs(type, 1000,
                    new AggregateSealInfo(42, SealedSector.TICKET, SealedSector.SEED, commR, sector.commitments().commD()));
            assertAggregatePasses(store, inputs, MessageDigest.getInstance("SHA-256").digest(commR), proof);
        }
    }

    /** The same parameters with the SRS that the tool knows. */
    private ParameterStore withKnownSrs(ParameterStore given) throws IOException {
        Path parameters = Files.createDirectory(folder.resolve("parameters"));
        ProofCircuit circuit = TestParameters.circuit(ProofCircuit.Kind.REPLICATION);
        for (Path file : List.of(given.parametersFile(circuit), given.keyFile(circuit))) {
            Files.createSymbolicLink(parameters.resolve(file.getFileName()), file.toAbsolutePath());
        }
        JsonNode srs = TestParameters.knownAnswers("reference-snarkpack.json").get("srs");
        ParameterStore store = new ParameterStore(parameters);
        store.createInsecureSrs(new SrsSecrets(scalar(srs.get("a")), scalar(srs.get("b"))), srs.get("points_per_vector").intValue() / 2, WORKERS,
                Progress.NONE);
        return store;
    }

    private static Scalar scalar(JsonNode hex) {
        return Scalar.fromBytes(HexFormat.of().parseHex(hex.textValue()));
    }

    private void assertAggregatePasses(ParameterStore store, List<List<Scalar>> inputs, byte[] include, byte[] aggregate) throws Exception {
        ObjectNode file = new ObjectMapper().createObjectNode().put("vk_file", store.keyFile(TestParameters.circuit(ProofCircuit.Kind.REPLICATION)).toString())
                .put("transcript_include", HexFormat.of().formatHex(include)).put("version", "V2").put("aggregate", HexFormat.of().formatHex(aggregate));
        ArrayNode lists = file.putArray("public_inputs");
        for (List<Scalar> partition : AggregateProof.filled(inputs)) {
            ArrayNode list = lists.addArray();
            partition.forEach(input -> list.add(HexFormat.of().formatHex(input.toBytes())));
        }
        assertEquals("true", firstLine(file), "as it was made");
        ((ArrayNode) lists.get(2)).set(5, "01" + "00".repeat(31));
        assertEquals("false", firstLine(file), "with another public input");
    }

    private String firstLine(ObjectNode aggregate) throws Exception {
        Path file = Files.writeString(folder.resolve("aggregate.json"), aggregate.toString());
        assertEquals(0, run("check-aggregate", file.toString()));
        return Files.readAllLines(folder.resolve("output")).getFirst();
    }

    @Test
    void ourSpaceTimeParametersPass() throws Exception {
        for (ProofCircuit.Kind kind : List.of(ProofCircuit.Kind.WINDOW, ProofCircuit.Kind.WINNING)) {
            try (ParameterStore store = TestParameters.any(kind)) {
                String circuit = kind == ProofCircuit.Kind.WINDOW ? "window-2KiB" : "winning-2KiB";
                assertEquals(0, run("check-params", store.parametersFile(TestParameters.circuit(kind)).toString(), circuit));
            }
        }
    }

    private SealedSector seal(long number, ParameterStore store) throws IOException {
        return SealedSector.number(number, new Sealing(store, WORKERS), folder);
    }

    private void assertPasses(ParameterStore store, ProofCircuit.Kind kind, List<List<Scalar>> inputs, byte[] proof) throws Exception {
        Path list = Files.writeString(folder.resolve("inputs.json"), inputs.stream()
                .map(partition -> partition.stream().map(input -> '"' + HexFormat.of().formatHex(input.toBytes()) + '"')
                        .collect(Collectors.joining(",", "[", "]")))
                .collect(Collectors.joining(",", "[", "]")));
        String key = store.keyFile(TestParameters.circuit(kind)).toString();
        assertEquals(0, run("check-proof", key, list.toString(), HexFormat.of().formatHex(proof)));
        Scalar wrong = inputs.getFirst().getFirst().plus(Scalar.ONE);
        Files.writeString(list, Files.readString(list).replaceFirst("[0-9a-f]{64}", HexFormat.of().formatHex(wrong.toBytes())));
        assertNotEquals(0, run("check-proof", key, list.toString(), HexFormat.of().formatHex(proof)));
    }

    private int run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(TOOL));
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        assertTrue(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES), "no answer within " + PATIENCE_MINUTES + " minutes: " + command);
        System.out.println(String.join(" ", command).replaceAll("[0-9a-f]{384,}", "PROOF") + "\n" + Files.readString(output)
                + "exit " + process.exitValue());
        return process.exitValue();
    }
}
