package io.cairn.proofs.groth16;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.proofs.Progress;
import io.cairn.proofs.SectorShape;
import io.cairn.proofs.Workers;
import io.cairn.proofs.circuit.Circuit;
import io.cairn.proofs.circuit.porep.PorepCircuit;
import io.cairn.proofs.circuit.porep.PorepWitness;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.porep.CommitJsonReader;
import io.cairn.proofs.porep.CommitOutput;
import io.cairn.protocol.sector.SectorSize;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Parameters (1.1 GB) and proof of a 2 KiB replication: the reference's bytes. Takes minutes. */
@Tag("slow")
class ReplicationProofTest {

    private static final Logger LOG = LoggerFactory.getLogger(ReplicationProofTest.class);
    private static final HexFormat HEX = HexFormat.of();

    @TempDir
    private Path folder;

    @Test
    void parametersAndProofAreTheReferences() throws Exception {
        JsonNode file = vectors("reference-porep-2kib.json");
        Path path = folder.resolve("porep.params");
        Workers workers = new Workers(ForkJoinPool.commonPool(), 2);
        Instant start = Instant.now();
        Setup.create(PorepCircuit.blank(SectorShape.of(SectorSize.KIB_2)), waste(file.at("/parameters/waste/scalars")), path, workers, Progress.NONE);
        LOG.info("parameters took {}", Duration.between(start, Instant.now()));
        assertEquals(file.at("/parameters/porep/params/params_sha256").textValue(), sha256(path));

        JsonNode partition = file.at("/V1_1/c2/partitions/0");
        try (Parameters parameters = Parameters.open(path)) {
            Prover prover = new Prover(parameters, workers);
            start = Instant.now();
            Proof proof = prover.prove(circuit(), scalar(partition, "r"), scalar(partition, "s"), Progress.NONE);
            LOG.info("proof took {}", Duration.between(start, Instant.now()));
            assertEquals(partition.get("proof").textValue(), HEX.formatHex(proof.toBytes()));
            assertTrue(new Verifier(parameters.key()).verify(proof, inputs(file.at("/V1_1/public_inputs_by_partition/0"))));
        }
    }

    private static Circuit circuit() throws IOException {
        try (InputStream in = ReplicationProofTest.class.getResourceAsStream("/vectors/computed-c1-output-2kib.json")) {
            CommitOutput output = CommitJsonReader.read(in.readAllBytes());
            return new PorepCircuit(PorepWitness.of(output.replicaId(), output.commD(), output.commR(), output.partitions().getFirst()));
        }
    }

    private static ToxicWaste waste(JsonNode scalars) {
        return new ToxicWaste(scalar(scalars, "alpha"), scalar(scalars, "beta"), scalar(scalars, "gamma"),
                scalar(scalars, "delta"), scalar(scalars, "tau"));
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

    private static JsonNode vectors(String name) throws IOException {
        try (InputStream in = ReplicationProofTest.class.getResourceAsStream("/vectors/" + name)) {
            return new ObjectMapper().readTree(in);
        }
    }
}
