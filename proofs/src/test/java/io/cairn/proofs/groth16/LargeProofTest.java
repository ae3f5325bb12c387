package io.cairn.proofs.groth16;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.proofs.MemoryBudget;
import io.cairn.proofs.SectorShape;
import io.cairn.proofs.TestParameters;
import io.cairn.proofs.circuit.Circuit;
import io.cairn.proofs.circuit.porep.PorepCircuit;
import io.cairn.proofs.circuit.porep.PorepWitness;
import io.cairn.proofs.circuit.update.UpdateCircuit;
import io.cairn.proofs.circuit.update.UpdateWitness;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.parameter.ProofCircuit;
import io.cairn.proofs.porep.CommitJsonReader;
import io.cairn.proofs.porep.CommitOutput;
import io.cairn.proofs.update.UpdateCommitments;
import io.cairn.proofs.update.UpdateProofCodec;
import io.cairn.proofs.update.UpdateShape;
import io.cairn.protocol.sector.SectorSize;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Parameters and proofs of 2 KiB sectors that take millions of rows: the reference's bytes. Takes minutes where the parameters have to be made. */
@Tag("slow")
class LargeProofTest {

    private static final HexFormat HEX = HexFormat.of();

    /** Parameters of 1.1 GB. */
    @Test
    void replicationParametersAndProofAreTheReferences() throws Exception {
        requireReferences(ProofCircuit.Kind.REPLICATION, "/parameters/porep", "/V1_1", "/c2", replication());
    }

    /** Parameters of 0.66 GB. */
    @Test
    void updateParametersAndProofAreTheReferences() throws Exception {
        JsonNode known = TestParameters.knownAnswers(ProofCircuit.Kind.UPDATE).get("cc_sector");
        requireReferences(ProofCircuit.Kind.UPDATE, "/parameters/update", "/cc_sector", "", update(known));
    }

    private static void requireReferences(ProofCircuit.Kind kind, String parametersPath, String casePath, String proofPath, Circuit circuit)
            throws Exception {
        JsonNode known = TestParameters.knownAnswers(kind);
        try (ParameterStore store = TestParameters.printed(kind)) {
            assertEquals(known.at(parametersPath + "/params/params_sha256").textValue(), sha256(store.parametersFile(TestParameters.circuit(kind))));
            JsonNode partition = known.at(casePath + proofPath + "/partitions/0");
            Parameters parameters = store.parameters(TestParameters.circuit(kind));
            Prover prover = new Prover(parameters, new ProofDispatcher(Runtime.getRuntime().availableProcessors()).workers(),
                    MemoryBudget.ofMachine(), "large proof");
            Proof proof = prover.prove(circuit, scalar(partition, "r"), scalar(partition, "s"), Progress.NONE);
            assertEquals(partition.get("proof").textValue(), HEX.formatHex(proof.toBytes()));
            assertTrue(new Verifier(parameters.key()).verify(proof, inputs(known.at(casePath + "/public_inputs_by_partition/0"))));
        }
    }

    private static Circuit update(JsonNode known) {
        SectorShape sector = SectorShape.of(SectorSize.KIB_2);
        UpdateCommitments commitments = new UpdateCommitments(bytes(known, "comm_r_old"), bytes(known, "comm_d_new"), bytes(known, "comm_r_new"));
        byte[] proof = bytes(known.at("/partition_proof_bincode/0"), "hex");
        return new UpdateCircuit(UpdateShape.of(sector), UpdateWitness.of(commitments, 0, new UpdateProofCodec(sector).fromBytes(proof)));
    }

    private static byte[] bytes(JsonNode object, String field) {
        return HEX.parseHex(object.get(field).textValue());
    }

    private static Circuit replication() throws IOException {
        try (InputStream in = LargeProofTest.class.getResourceAsStream("/vectors/computed-c1-output-2kib.json")) {
            CommitOutput output = CommitJsonReader.read(in.readAllBytes());
            return new PorepCircuit(PorepWitness.of(output.replicaId(), output.commD(), output.commR(), output.partitions().getFirst()));
        }
    }

    private static Scalar scalar(JsonNode object, String field) {
        return Scalar.fromBytes(bytes(object, field));
    }

    private static List<Scalar> inputs(JsonNode array) {
        List<Scalar> inputs = new ArrayList<>();
        array.forEach(input -> inputs.add(Scalar.fromBytes(HEX.parseHex(input.textValue()))));
        return inputs;
    }

    private static String sha256(Path path) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
            byte[] buffer = new byte[1 << 20];
            while (in.read(buffer) >= 0) {
                continue;
            }
        }
        return HEX.formatHex(digest.digest());
    }
}
