package io.cairn.proofs.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.proofs.aggregate.AggregateProof;
import io.cairn.proofs.aggregate.AggregateTrace;
import io.cairn.proofs.aggregate.AggregateVerifier;
import io.cairn.proofs.aggregate.Aggregator;
import io.cairn.proofs.aggregate.InnerProductSrs;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.groth16.Proof;
import io.cairn.proofs.groth16.Verifier;
import io.cairn.proofs.groth16.VerifyingKey;
import io.cairn.proofs.hash.Sha256Nodes;
import io.cairn.protocol.conformance.Judge;
import io.cairn.protocol.conformance.Verdicts;
import io.cairn.protocol.sector.RegisteredAggregationProof;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Aggregates the recorded small proofs anew: the SRS, every challenge, the aggregate's bytes, and what verifies and what does not. */
public final class AggregateJudge implements Judge {


    @Override
    public boolean knows(String fileName, JsonNode file) {
        return body(file) != null;
    }

    /** The aggregates are at the file's top or are its only case. */
    private static JsonNode body(JsonNode file) {
        for (JsonNode body : List.of(file, file.path("case"))) {
            if (body.has("srs") && body.path("cases").isArray() && body.path("proofs").isArray() && body.has("transcript_include")) {
                return body;
            }
        }
        return null;
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        JsonNode body = body(file);
        try (RecordedSrs srs = RecordedSrs.of(body.get("srs"), verdicts)) {
            VerifyingKey key = VerifyingKey.fromBytes(Case.bytes(body, "vk"));
            proofs(body, key, verdicts);
            AggregateVerifier verifier = new AggregateVerifier(srs.opened(), key);
            for (JsonNode used : body.get("cases")) {
                for (JsonNode result : used.get("results")) {
                    try (Case one = new Case("aggregate of " + used.get("proofs_used") + " proofs, " + result.get("version").textValue(), verdicts)) {
                        aggregate(one, body, used.get("proofs_used").intValue(), result, srs.opened(), verifier);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("keeping the recorded SRS in a temporary folder", e);
        }
    }

    private static void proofs(JsonNode file, VerifyingKey key, Verdicts verdicts) {
        Verifier verifier = new Verifier(key);
        try (Case one = new Case("proofs to aggregate", verdicts)) {
            for (JsonNode proof : file.get("proofs")) {
                boolean right = verifier.verify(Proof.fromBytes(Case.bytes(proof, "proof")), input(proof));
                one.equal("verification of " + proof.get("public_input_c").textValue(), "true", Boolean.toString(right));
            }
        }
    }

    private static List<Scalar> input(JsonNode proof) {
        return List.of(Scalar.fromBytes(Case.bytes(proof, "public_input_c")));
    }

    static RegisteredAggregationProof version(JsonNode result) {
        return RegisteredAggregationProof.valueOf("SNARK_PACK_" + result.get("version").textValue());
    }

    private static void aggregate(Case one, JsonNode file, int used, JsonNode result, InnerProductSrs srs, AggregateVerifier verifier) throws IOException {
        List<Proof> proofs = new ArrayList<>();
        List<List<Scalar>> inputs = new ArrayList<>();
        for (int k = 0; k < used; k++) {
            proofs.add(Proof.fromBytes(Case.bytes(file.get("proofs").get(k), "proof")));
            inputs.add(input(file.get("proofs").get(k)));
        }
        byte[] include = Case.bytes(file, "transcript_include");
        Aggregator aggregator = Aggregator.of(srs, used, Workers.CALLER, Progress.NONE);
        one.equal(result, "padded_to", aggregator.proofs());
        AggregateProof proof = aggregator.aggregate(proofs, include, version(result), Progress.NONE);
        byte[] bytes = proof.toBytes();
        one.equal(result, "aggregate_bytes", bytes.length);
        challenges(one, result.get("challenges"), new AggregateTrace(proof, include, version(result)));
        if (result.has("com_ab_0_uncompressed_576_bytes")) {
            one.equal(result, "com_ab_0_uncompressed_576_bytes", AggregateTrace.firstCommitment(proof));
        }
        if (result.has("aggregate")) {
            one.equal(result, "aggregate", bytes);
        }
        one.equal(result, "aggregate_sha256", Sha256Nodes.newDigest().digest(bytes));
        verifications(one, result, AggregateProof.fromBytes(bytes), AggregateProof.filled(inputs), include, verifier);
    }

    private static void challenges(Case one, JsonNode stated, AggregateTrace trace) {
        one.equal(stated, "hcom_preimage_sha256", trace.commitmentsPreimageDigest());
        trace.single().forEach((name, challenge) -> one.equal(stated, name, challenge.toBytes()));
        for (Map.Entry<String, List<Scalar>> list : trace.lists().entrySet()) {
            for (int k = 0; k < list.getValue().size(); k++) {
                one.equal(list.getKey() + " " + k, stated.get(list.getKey()).path(k), list.getValue().get(k).toBytes());
            }
        }
    }

    private static void verifications(Case one, JsonNode result, AggregateProof proof, List<List<Scalar>> inputs, byte[] include,
                                      AggregateVerifier verifier) {
        RegisteredAggregationProof version = version(result);
        RegisteredAggregationProof other = RegisteredAggregationProof.values()[1 - version.ordinal()];
        List<List<Scalar>> wrongInputs = new ArrayList<>(inputs);
        wrongInputs.set(0, List.of(inputs.getFirst().getFirst().plus(Scalar.ONE)));
        byte[] wrongInclude = include.clone();
        wrongInclude[0] ^= 1;
        Map<String, String> answers = Map.of(
                "as_given", answer(verifier, proof, inputs, include, version),
                "first public input of the first proof + 1", answer(verifier, proof, wrongInputs, include, version),
                "first byte of transcript_include xor 1", answer(verifier, proof, inputs, wrongInclude, version),
                "verified as the other version", answer(verifier, proof, inputs, include, other),
                "one input vector short", answer(verifier, proof, inputs.subList(1, inputs.size()), include, version));
        answers.forEach((how, answer) -> one.equal(how, result.get("verify").path(how).asText(answer), answer));
    }

    private static String answer(AggregateVerifier verifier, AggregateProof proof, List<List<Scalar>> inputs, byte[] include,
                                 RegisteredAggregationProof version) {
        try {
            return Boolean.toString(verifier.verify(proof, inputs, include, version));
        } catch (IllegalArgumentException refused) {
            return "error";
        }
    }
}
