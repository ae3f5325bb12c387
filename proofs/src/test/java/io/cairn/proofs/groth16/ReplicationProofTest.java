package io.cairn.proofs.groth16;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.proofs.Progress;
import io.cairn.proofs.TestParameters;
import io.cairn.proofs.Workers;
import io.cairn.proofs.circuit.Circuit;
import io.cairn.proofs.circuit.porep.PorepCircuit;
import io.cairn.proofs.circuit.porep.PorepWitness;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.parameter.ProofCircuit;
import io.cairn.proofs.porep.CommitJsonReader;
import io.cairn.proofs.porep.CommitOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Parameters (1.1 GB) and proof of a 2 KiB replication: the reference's bytes. Takes minutes where the parameters have to be made. */
@Tag("slow")
class ReplicationProofTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final ProofCircuit.Kind KIND = ProofCircuit.Kind.REPLICATION;

    @Test
    void parametersAndProofAreTheReferences() throws Exception {
        JsonNode known = TestParameters.knownAnswers(KIND);
        try (ParameterStore store = TestParameters.printed(KIND)) {
            assertEquals(known.at("/parameters/porep/params/params_sha256").textValue(), sha256(store.parametersFile(TestParameters.circuit(KIND))));
            JsonNode partition = known.at("/V1_1/c2/partitions/0");
            Parameters parameters = store.parameters(TestParameters.circuit(KIND));
            Prover prover = new Prover(parameters, new Workers(ForkJoinPool.commonPool(), Runtime.getRuntime().availableProcessors()));
            Proof proof = prover.prove(circuit(), scalar(partition, "r"), scalar(partition, "s"), Progress.NONE);
            assertEquals(partition.get("proof").textValue(), HEX.formatHex(proof.toBytes()));
            assertTrue(new Verifier(parameters.key()).verify(proof, inputs(known.at("/V1_1/public_inputs_by_partition/0"))));
        }
    }

    private static Circuit circuit() throws IOException {
        try (InputStream in = ReplicationProofTest.class.getResourceAsStream("/vectors/computed-c1-output-2kib.json")) {
            CommitOutput output = CommitJsonReader.read(in.readAllBytes());
            return new PorepCircuit(PorepWitness.of(output.replicaId(), output.commD(), output.commR(), output.partitions().getFirst()));
        }
    }

    private static Scalar scalar(JsonNode object, String field) {
        return Scalar.fromBytes(HEX.parseHex(object.get(field).textValue()));
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
