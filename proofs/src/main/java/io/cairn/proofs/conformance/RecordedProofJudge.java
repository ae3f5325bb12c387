package io.cairn.proofs.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.proofs.SealVerifyInfo;
import io.cairn.proofs.Sealing;
import io.cairn.proofs.SpaceTime;
import io.cairn.proofs.Workers;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.parameter.ProofCircuit;
import io.cairn.protocol.conformance.Judge;
import io.cairn.protocol.conformance.Verdicts;
import io.cairn.protocol.sector.RegisteredPostProof;
import io.cairn.protocol.sector.RegisteredSealProof;
import io.cairn.protocol.sector.SectorSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/** Judges whole verifications, from what the chain knows to the answer, with recorded keys and proofs, right and wrong ones. */
public final class RecordedProofJudge implements Judge {

    private static final String WINDOW = "reference-window-post-2kib.json";
    private static final String WINNING = "reference-winning-post-2kib.json";
    private static final String REPLICATION = "reference-porep-2kib.json";

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return fileName.equals(WINDOW) || fileName.equals(WINNING) || fileName.equals(REPLICATION);
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        ProofCircuit.Kind kind = switch (fileName) {
            case WINDOW -> ProofCircuit.Kind.WINDOW;
            case WINNING -> ProofCircuit.Kind.WINNING;
            default -> ProofCircuit.Kind.REPLICATION;
        };
        String key = switch (kind) {
            case WINDOW -> "window";
            case WINNING -> "winning";
            case REPLICATION -> "porep";
        };
        try {
            Path folder = Files.createTempDirectory("cairn-keys-");
            ProofCircuit circuit = new ProofCircuit(kind, SectorSize.KIB_2);
            try (ParameterStore store = new ParameterStore(folder)) {
                Files.write(store.keyFile(circuit), HexFormat.of().parseHex(file.at("/parameters/" + key + "/vk").textValue()));
                file.properties().forEach(entry -> proofs(kind, entry.getKey(), entry.getValue(), store, verdicts));
                Files.delete(store.keyFile(circuit));
            }
            Files.delete(folder);
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
            one.equal("as given", made.at("/verify/as_given").textValue(), answer(kind, recorded, made.get("proof"), store));
            for (JsonNode wrong : made.get("must_fail")) {
                one.equal(wrong.get("what").textValue(), wrong.get("expected").textValue(), answer(kind, recorded, wrong.get("proof"), store));
            }
        }
    }

    /** True, false or error, as the files say it. */
    private static String answer(ProofCircuit.Kind kind, JsonNode recorded, JsonNode proof, ParameterStore store) {
        byte[] bytes = HexFormat.of().parseHex(proof.textValue());
        try {
            return Boolean.toString(kind == ProofCircuit.Kind.REPLICATION ? seal(recorded, bytes, store) : post(kind, recorded, bytes, store));
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

    private static boolean post(ProofCircuit.Kind kind, JsonNode recorded, byte[] proof, ParameterStore store) throws IOException {
        JsonNode inputs = recorded.get("inputs");
        SortedMap<Long, byte[]> commRs = new TreeMap<>();
        recorded.get("sectors").forEach(sector -> commRs.put(sector.get("sector_number").longValue(), Case.bytes(sector, "comm_r")));
        byte[] randomness = Case.bytes(inputs, "randomness_already_masked");
        SpaceTime spaceTime = new SpaceTime(store, Workers.CALLER);
        if (kind == ProofCircuit.Kind.WINNING) {
            return spaceTime.verifyWinningPost(RegisteredPostProof.STACKED_DRG_WINNING_2KIB_V1, randomness, commRs.firstKey(),
                    commRs.get(commRs.firstKey()), proof);
        }
        RegisteredPostProof type = inputs.get("api_version").textValue().equals("1.2.0")
                ? RegisteredPostProof.STACKED_DRG_WINDOW_2KIB_V1_1 : RegisteredPostProof.STACKED_DRG_WINDOW_2KIB_V1;
        return spaceTime.verifyWindowPost(type, randomness, commRs, proof);
    }
}
