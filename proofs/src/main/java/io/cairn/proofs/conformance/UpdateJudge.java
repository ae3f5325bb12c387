package io.cairn.proofs.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.hash.Sha256Nodes;
import io.cairn.proofs.seal.PersistentAux;
import io.cairn.proofs.update.EncodingFactors;
import io.cairn.proofs.update.ReplicaUpdate;
import io.cairn.proofs.update.UpdateChallenges;
import io.cairn.proofs.update.UpdateCommitments;
import io.cairn.proofs.update.UpdatePartitionProof;
import io.cairn.proofs.update.UpdateProofCodec;
import io.cairn.proofs.update.UpdatePublicInputs;
import io.cairn.proofs.update.UpdateRandomness;
import io.cairn.proofs.update.UpdateShape;
import io.cairn.proofs.update.UpdateVerifier;
import io.cairn.protocol.conformance.Judge;
import io.cairn.protocol.conformance.Verdicts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Updates the sectors that the reference updated: files, commitments, challenges, public inputs and vanilla proofs; and takes the data out again. */
public final class UpdateJudge implements Judge {

    private static final String CACHE = "cache";

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return RecordedCases.any(file, "inputs", "phi", "comm_r_new") || file.has("rhos") || file.has("sector_update_challenges");
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        RecordedCases.with(file, "inputs", "phi", "comm_r_new").forEach(entry -> {
            try {
                recorded(entry.getKey(), entry.getValue(), file, verdicts);
            } catch (IOException e) {
                throw new UncheckedIOException("update " + entry.getKey(), e);
            }
        });
        if (file.has("rhos")) {
            derivations(file, verdicts);
        }
        if (file.has("sector_update_challenges")) {
            challenges(file.get("sector_update_challenges"), verdicts);
        }
    }

    private static void recorded(String name, JsonNode expected, JsonNode file, Verdicts verdicts) throws IOException {
        JsonNode inputs = expected.get("inputs");
        Optional<String> path = pathInAux(inputs.get("old_sector"), expected, file);
        try (Case one = new Case("update " + name, verdicts); TrialUpdate update = TrialUpdate.of(inputs, path.orElse(CACHE))) {
            commitments(one, expected, update);
            files(one, expected, update, path.isPresent());
            partitions(one, expected, update);
            wayBack(one, update);
        }
    }

    private static void commitments(Case one, JsonNode expected, TrialUpdate update) throws IOException {
        PersistentAux aux = PersistentAux.read(update.cache().persistentAux());
        UpdateCommitments commitments = update.commitments();
        one.equal(expected, "comm_d_old", update.old().commD());
        one.equal(expected, "comm_c", aux.commC());
        one.equal(expected, "comm_r_last_old", update.old().aux().commRLast());
        one.equal(expected, "comm_r_old", commitments.commROld());
        one.equal(expected, "comm_d_new", commitments.commDNew());
        UpdateShape shape = UpdateShape.of(update.shape());
        one.equal(expected.get("inputs"), "h", shape.highBits());
        factors(one, expected, "rhos_first_4", shape, commitments.commDNew(), commitments.commROld());
        one.equal(expected, "comm_r_last_new", aux.commRLast());
        one.equal(expected, "comm_r_new", commitments.commRNew());
    }

    private static void factors(Case one, JsonNode expected, String field, UpdateShape shape, byte[] commDNew, byte[] commROld) {
        Scalar phi = UpdateRandomness.phi(commDNew, commROld);
        one.equal(expected, "phi", phi.toBytes());
        EncodingFactors factors = EncodingFactors.of(shape, phi);
        JsonNode rhos = expected.get(field);
        for (int i = 0; i < rhos.size(); i++) {
            one.equal(field + " " + i, rhos.get(i), factors.factor(i).toBytes());
        }
    }

    private static void files(Case one, JsonNode expected, TrialUpdate update, boolean auxPathKnown) throws IOException {
        JsonNode replica = expected.get("new_replica");
        FileFacts.equal(one, "new_replica", replica, update.updated());
        one.equal("new_replica node_0", replica.get("node_0"), FileFacts.node(update.updated(), 0));
        one.equal("new_replica node_last", replica.get("node_last"), FileFacts.node(update.updated(), update.shape().nodes() - 1));
        if (auxPathKnown) {
            FileFacts.equal(one, "update_cache_files", expected.get("update_cache_files"), update.cache().directory());
        }
    }

    private static void partitions(Case one, JsonNode expected, TrialUpdate update) throws IOException {
        UpdateShape shape = UpdateShape.of(update.shape());
        UpdateVerifier verifier = new UpdateVerifier(update.shape(), update.commitments());
        UpdateProofCodec codec = new UpdateProofCodec(update.shape());
        one.equal(expected.get("inputs"), "update_partitions", shape.partitions());
        for (int k = 0; k < shape.partitions(); k++) {
            one.equal("challenges_by_partition " + k, expected.get("challenges_by_partition").get(k),
                    UpdateChallenges.of(shape, update.commitments().commRNew(), k));
            one.equal("public_inputs_by_partition " + k, PostVanillaJudge.texts(expected.get("public_inputs_by_partition").get(k)),
                    PostVanillaJudge.inputTexts(UpdatePublicInputs.of(shape, update.commitments(), k)));
            UpdatePartitionProof proof = update.prove(k);
            one.equal("verification of partition " + k, "no fault", verifier.fault(proof, k).orElse("no fault"));
            byte[] bytes = codec.toBytes(proof);
            JsonNode stated = expected.get("partition_proof_bincode").get(k);
            one.equal("partition_proof_bincode " + k + " bytes", stated.get("bytes"), bytes.length);
            one.equal("partition_proof_bincode " + k + " sha256", stated.get("sha256"), Sha256Nodes.newDigest().digest(bytes));
            one.equal("partition_proof_bincode " + k + " read and written", HexFormat.of().formatHex(bytes),
                    HexFormat.of().formatHex(codec.toBytes(codec.fromBytes(bytes))));
        }
    }

    /** The data comes out as it went in, and without it the old replica is there again. */
    private static void wayBack(Case one, TrialUpdate update) throws IOException {
        ReplicaUpdate way = new ReplicaUpdate(TrialSeal.workers());
        byte[] commD = update.commitments().commDNew();
        way.decode(update.updated(), update.old().sealed(), update.old().cache(), commD, update.file("decoded"), Progress.NONE);
        one.equal("decoded data", text(FileFacts.sha256(update.staged())), text(FileFacts.sha256(update.file("decoded"))));
        way.recoverKey(update.updated(), update.staged(), commD, update.file("key"), update.old().cache(), Progress.NONE);
        one.equal("recovered key", text(FileFacts.sha256(update.old().sealed())), text(FileFacts.sha256(update.file("key"))));
    }

    private static String text(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * The path that {@code t_aux} names. A case that states no more than the file's digest has the path of a sector beside it, with its own
     * number: the reference's runs keep sector 42's files under {@code 5-42}.
     */
    private static Optional<String> pathInAux(JsonNode sector, JsonNode expected, JsonNode file) {
        JsonNode hex = expected.at("/update_cache_files/t_aux/hex");
        if (hex.isTextual()) {
            return Optional.of(pathInAux(hex));
        }
        for (var other : RecordedCases.with(file, "update_cache_files")) {
            JsonNode otherHex = other.getValue().at("/update_cache_files/t_aux/hex");
            if (otherHex.isTextual()) {
                return Optional.of(pathInAux(otherHex).replace(folder(other.getValue().at("/inputs/old_sector")), folder(sector)));
            }
        }
        return Optional.empty();
    }

    private static String folder(JsonNode sector) {
        return "/" + sector.get("registered_seal_proof") + "-" + sector.get("sector_number") + "/";
    }

    private static String pathInAux(JsonNode hex) {
        byte[] aux = HexFormat.of().parseHex(hex.textValue());
        long length = ByteBuffer.wrap(aux).order(ByteOrder.LITTLE_ENDIAN).getLong(Long.BYTES);
        return new String(aux, 2 * Long.BYTES, Math.toIntExact(length), StandardCharsets.UTF_8);
    }

    /** What follows from commitments alone. */
    private static void derivations(JsonNode file, Verdicts verdicts) {
        UpdateShape shape = UpdateShape.ofNodesLog2(6);
        UpdateCommitments commitments = new UpdateCommitments(Case.bytes(file, "comm_r_old"), Case.bytes(file, "comm_d_new"),
                Case.bytes(file, "comm_r_new"));
        try (Case one = new Case("update of a sector of zeros", verdicts)) {
            one.equal(file, "h", shape.highBits());
            factors(one, file, "rhos", shape, commitments.commDNew(), commitments.commROld());
            one.equal("comm_r_new", file.get("comm_r_new"),
                    new PersistentAux(Case.bytes(file, "comm_c"), Case.bytes(file, "comm_r_last_new")).commR());
            one.equal(file, "challenges_partition0", UpdateChallenges.of(shape, commitments.commRNew(), 0));
            JsonNode inputs = file.get("circuit_public_inputs_partition0");
            List<Scalar> actual = UpdatePublicInputs.of(shape, commitments, 0);
            one.equal("public input 0", inputs.get(0), actual.getFirst().toBigInteger().longValueExact());
            for (int i = 1; i < actual.size(); i++) {
                one.equal("public input " + i, inputs.get(i), actual.get(i).toBytes());
            }
        }
    }

    private static void challenges(JsonNode stated, Verdicts verdicts) {
        for (JsonNode asked : stated.get("cases")) {
            long nodes = asked.get("sector_nodes").longValue();
            int partition = asked.get("partition").intValue();
            try (Case one = new Case("update challenges of " + nodes + " nodes, partition " + partition, verdicts)) {
                long[] all = UpdateChallenges.of(UpdateShape.ofNodesLog2(Long.numberOfTrailingZeros(nodes)),
                        Case.bytes(stated, "comm_r_new_le"), partition);
                JsonNode first = asked.get("first_5_challenges");
                one.equal("first_5_challenges", first, Arrays.copyOf(all, first.size()));
            }
        }
    }
}
