package io.cairn.proofs.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cairn.proofs.SealVerifyInfo;
import io.cairn.proofs.Sealing;
import io.cairn.proofs.SpaceTime;
import io.cairn.proofs.Updating;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.parameter.ProofCircuit;
import io.cairn.proofs.update.UpdateCommitments;
import io.cairn.protocol.conformance.Judge;
import io.cairn.protocol.conformance.Verdicts;
import io.cairn.protocol.sector.RegisteredPostProof;
import io.cairn.protocol.sector.RegisteredSealProof;
import io.cairn.protocol.sector.RegisteredUpdateProof;
import io.cairn.protocol.sector.SectorSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Judges whole verifications, from what the chain knows to the answer, with recorded keys and proofs, right and wrong ones. */
public final class RecordedProofJudge implements Judge {

    private static final Map<String, ProofCircuit.Kind> KINDS = Map.of(
            "window", ProofCircuit.Kind.WINDOW, "winning", ProofCircuit.Kind.WINNING, "porep", ProofCircuit.Kind.REPLICATION,
            "update", ProofCircuit.Kind.UPDATE);

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return KINDS.keySet().stream().anyMatch(key -> file.path("parameters").path(key).path("vk").isTextual());
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        KINDS.forEach((key, kind) -> {
            JsonNode verifyingKey = file.path("parameters").path(key).path("vk");
            if (verifyingKey.isTextual()) {
                judge(kind, HexFormat.of().parseHex(verifyingKey.textValue()), file, verdicts);
            }
        });
    }

    private static void judge(ProofCircuit.Kind kind, byte[] verifyingKey, JsonNode file, Verdicts verdicts) {
        try (RecordedKeys keys = RecordedKeys.of(new ProofCircuit(kind, SectorSize.KIB_2), verifyingKey, file, verdicts)) {
            file.properties().forEach(entry -> proofs(kind, entry.getKey(), entry.getValue(), keys.store(), verdicts));
        } catch (IOException e) {
            throw new UncheckedIOException("keeping the recorded key in a temporary folder", e);
        }
    }

    private static void proofs(ProofCircuit.Kind kind, String name, JsonNode recorded, ParameterStore store, Verdicts verdicts) {
        JsonNode made = kind == ProofCircuit.Kind.REPLICATION ? recorded.path("c2") : recorded;
        if (!made.has("must_fail")) {
            return;
        }
        try (Case one = new Case("verification of " + name, verdicts)) {
            for (Map.Entry<String, JsonNode> verification : made.get("verify").properties()) {
                if (!verification.getValue().isTextual()) {
                    continue;
                }
                Optional<JsonNode> asked = altered(recorded, verification.getKey());
                if (asked.isEmpty()) {
                    verdicts.skipped("verification of " + name + ", " + verification.getKey(), "an alteration that is not known here");
                } else {
                    one.equal(verification.getKey(), verification.getValue().textValue(), answer(kind, asked.get(), made.get("proof"), store));
                }
            }
            for (JsonNode wrong : made.get("must_fail")) {
                one.equal(wrong.get("what").textValue(), wrong.get("expected").textValue(), answer(kind, recorded, wrong.get("proof"), store));
            }
        }
    }

    /** The case with what the chain knows altered as the file says; empty where the words are not known. */
    private static Optional<JsonNode> altered(JsonNode recorded, String how) {
        ObjectNode changed = recorded.deepCopy();
        ObjectNode inputs = (ObjectNode) changed.get("inputs");
        switch (how) {
            case "as_given" -> { }
            case "first byte of randomness xor 1" -> flip(inputs, "randomness_already_masked");
            case "first byte of seed xor 1" -> flip(inputs, "seed");
            case "first byte of comm_r xor 1" -> flip(changed, "comm_r");
            case "sector number + 1" -> inputs.put("sector_number", inputs.get("sector_number").longValue() + 1);
            case "first byte of comm_r_old xor 1" -> flip(changed, "comm_r_old");
            case "first byte of comm_d_new xor 1" -> flip(changed, "comm_d_new");
            case "first byte of comm_r_new xor 1" -> flip(changed, "comm_r_new");
            case "comm_r all zero" -> changed.put("comm_r", HexFormat.of().formatHex(new byte[32]));
            default -> {
                return Optional.empty();
            }
        }
        return Optional.of(changed);
    }

    private static void flip(ObjectNode object, String field) {
        byte[] bytes = Case.bytes(object, field);
        bytes[0] ^= 1;
        object.put(field, HexFormat.of().formatHex(bytes));
    }

    /** True, false or error, as the files say it. */
    private static String answer(ProofCircuit.Kind kind, JsonNode recorded, JsonNode proof, ParameterStore store) {
        byte[] bytes = HexFormat.of().parseHex(proof.textValue());
        try {
            return Boolean.toString(switch (kind) {
                case REPLICATION -> seal(recorded, bytes, store);
                case WINDOW, WINNING -> post(kind, recorded, bytes, store);
                case UPDATE -> update(recorded, bytes, store);
            });
        } catch (IllegalArgumentException malformed) {
            return "error";
        } catch (IOException e) {
            throw new UncheckedIOException("reading the recorded key", e);
        }
    }

    private static boolean seal(JsonNode recorded, byte[] proof, ParameterStore store) throws IOException {
        JsonNode inputs = recorded.get("inputs");
        return new Sealing(store, Workers.CALLER).verifySeal(new SealVerifyInfo(
                RegisteredSealProof.of(inputs.get("registered_seal_proof").longValue()), inputs.get("miner_actor_id").longValue(),
                inputs.get("sector_number").longValue(), Case.bytes(inputs, "ticket"), Case.bytes(inputs, "seed"),
                Case.bytes(recorded, "comm_r"), Case.bytes(recorded, "comm_d"), proof));
    }

    private static boolean update(JsonNode recorded, byte[] proof, ParameterStore store) throws IOException {
        UpdateCommitments commitments = new UpdateCommitments(Case.bytes(recorded, "comm_r_old"), Case.bytes(recorded, "comm_d_new"),
                Case.bytes(recorded, "comm_r_new"));
        return new Updating(store, Workers.CALLER)
                .verify(RegisteredUpdateProof.of(recorded.at("/inputs/registered_update_proof").longValue()), commitments, proof);
    }

    private static boolean post(ProofCircuit.Kind kind, JsonNode recorded, byte[] proof, ParameterStore store) throws IOException {
        JsonNode inputs = recorded.get("inputs");
        SortedMap<Long, byte[]> commRs = new TreeMap<>();
        recorded.get("sectors").forEach(sector -> commRs.put(sector.get("sector_number").longValue(), Case.bytes(sector, "comm_r")));
        byte[] randomness = Case.bytes(inputs, "randomness_already_masked");
        SpaceTime spaceTime = new SpaceTime(store, Workers.CALLER);
        RegisteredPostProof type = RecordedCases.postType(inputs);
        if (kind == ProofCircuit.Kind.WINNING) {
            return spaceTime.verifyWinningPost(type, randomness, commRs.firstKey(), commRs.get(commRs.firstKey()), proof);
        }
        return spaceTime.verifyWindowPost(type, randomness, commRs, proof);
    }
}
