package io.cairn.proofs.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.groth16.Proof;
import io.cairn.proofs.groth16.ProofFormatException;
import io.cairn.proofs.groth16.Verifier;
import io.cairn.proofs.groth16.VerifyingKey;
import io.cairn.protocol.conformance.Judge;
import io.cairn.protocol.conformance.Verdicts;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Verifies the recorded proofs of the reference under the recorded verifying key, one by one and as a batch, and wants every proof that must fail to
 * be found false or malformed as recorded.
 */
public final class ProofVerificationJudge implements Judge {

    private static final HexFormat HEX = HexFormat.of();
    private static final List<String> CIRCUITS = List.of("window", "winning", "porep", "update");

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return key(file) != null;
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        JsonNode recorded = key(file);
        byte[] bytes = HEX.parseHex(recorded.path("vk").asText());
        VerifyingKey key = VerifyingKey.fromBytes(bytes);
        compare("verifying key", "bytes", recorded.path("vk").asText(), HEX.formatHex(key.toBytes()), verdicts);
        Verifier verifier = new Verifier(key);
        file.properties().forEach(entry -> {
            JsonNode proved = entry.getValue().has("c2") ? ofPartitions(entry.getValue().path("c2")) : entry.getValue();
            if (proved.path("proof").isTextual() && entry.getValue().path("public_inputs_by_partition").isArray()) {
                judgeCase(entry.getKey(), proved, inputs(entry.getValue()), verifier, verdicts);
            }
        });
    }

    /** The proof of a non-interactive sector is an aggregate; judged here is what was aggregated, the proofs of its partitions. */
    private static JsonNode ofPartitions(JsonNode proved) {
        StringBuilder proofs = new StringBuilder();
        proved.path("partitions").forEach(partition -> proofs.append(partition.path("proof").asText()));
        if (proofs.toString().equals(proved.path("proof").asText())) {
            return proved;
        }
        return proved.<ObjectNode>deepCopy().put("proof", proofs.toString()).without("must_fail");
    }

    private static JsonNode key(JsonNode file) {
        for (String circuit : CIRCUITS) {
            JsonNode key = file.path("parameters").path(circuit);
            if (key.path("vk").isTextual()) {
                return key;
            }
        }
        return null;
    }

    private static List<List<Scalar>> inputs(JsonNode proved) {
        List<List<Scalar>> all = new ArrayList<>();
        for (JsonNode partition : proved.path("public_inputs_by_partition")) {
            List<Scalar> inputs = new ArrayList<>();
            partition.forEach(input -> inputs.add(Scalar.fromBytes(HEX.parseHex(input.asText()))));
            all.add(inputs);
        }
        return all;
    }

    private static void judgeCase(String name, JsonNode proved, List<List<Scalar>> inputs, Verifier verifier, Verdicts verdicts) {
        String proof = proved.path("proof").asText();
        compare(name + ": as given", "verdict", "true", verdict(proof, inputs, verifier), verdicts);
        compare(name + ": first input off by one", "verdict", "false", verdict(proof, spoiled(inputs), verifier), verdicts);
        for (JsonNode bad : proved.path("must_fail")) {
            compare(name + ": " + bad.path("what").asText(), "verdict", bad.path("expected").asText(),
                    verdict(bad.path("proof").asText(), inputs, verifier), verdicts);
        }
    }

    private static List<List<Scalar>> spoiled(List<List<Scalar>> inputs) {
        List<List<Scalar>> out = new ArrayList<>(inputs);
        List<Scalar> first = new ArrayList<>(inputs.getFirst());
        first.set(0, first.getFirst().plus(Scalar.ONE));
        out.set(0, first);
        return out;
    }

    private static String verdict(String hex, List<List<Scalar>> inputs, Verifier verifier) {
        List<Proof> proofs;
        try {
            proofs = Proof.listFromBytes(HEX.parseHex(hex), inputs.size());
        } catch (ProofFormatException malformed) {
            return "error";
        }
        boolean each = true;
        for (int k = 0; k < proofs.size(); k++) {
            each &= verifier.verify(proofs.get(k), inputs.get(k));
        }
        boolean together = verifier.verifyBatch(proofs, inputs);
        return each == together ? Boolean.toString(each) : "one by one " + each + ", as a batch " + together;
    }

    private static void compare(String name, String field, String expected, String actual, Verdicts verdicts) {
        try (Case judged = new Case(name, verdicts)) {
            judged.equal(field, expected, actual);
        }
    }
}
