package io.cairn.proofs.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.proofs.SectorShape;
import io.cairn.proofs.challenge.PostChallenges;
import io.cairn.proofs.challenge.ProverId;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.post.ChallengedSector;
import io.cairn.proofs.post.PostPartitions;
import io.cairn.proofs.post.PostPublicInputs;
import io.cairn.proofs.post.PostSectorProof;
import io.cairn.proofs.post.PostSectorProofCodec;
import io.cairn.proofs.post.PostVerifier;
import io.cairn.protocol.conformance.Judge;
import io.cairn.protocol.conformance.Verdicts;
import io.cairn.protocol.sector.ProofVersion;
import io.cairn.protocol.sector.RegisteredPostProof;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** Judges vanilla space-time proofs, their bytes, partitions and public inputs. */
public final class PostVanillaJudge implements Judge {

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return file.has("p_aux_and_base_roots") || RecordedCases.any(file, "public_inputs_by_partition", "sectors");
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        if (file.has("p_aux_and_base_roots")) {
            golden(file, verdicts);
        }
        RecordedCases.with(file, "public_inputs_by_partition", "sectors").forEach(entry -> {
            RegisteredPostProof type = RecordedCases.postType(entry.getValue().get("inputs"));
            switch (type.kind()) {
                case WINNING -> winning(entry.getKey(), type, entry.getValue(), verdicts);
                case WINDOW -> window(entry.getKey(), type, entry.getValue(), verdicts);
            }
        });
    }

    private static void golden(JsonNode file, Verdicts verdicts) {
        SectorShape shape = SectorShape.of(32L << 30);
        byte[] bytes = Base64.getDecoder().decode(file.get("base64").textValue());
        PostSectorProofCodec codec = new PostSectorProofCodec(shape);
        PostSectorProof proof = codec.fromBytes(bytes);
        long[] challenges = PostChallenges.leaves(ProofVersion.V1_2_0, Case.bytes(file, "randomness"), proof.sectorNumber(), 0,
                SectorShape.WINDOW_CHALLENGES, shape.nodes());
        JsonNode decoded = file.get("decoded");
        try (Case one = new Case("32 GiB window vanilla proof", verdicts)) {
            one.equal("sector_number", file.get("sector_number"), proof.sectorNumber());
            one.equal(decoded, "comm_r", proof.commR());
            one.equal(decoded, "comm_c", proof.commC());
            one.equal(decoded, "comm_r_last", proof.commRLast());
            one.equal(decoded, "challenges", challenges);
            one.equal("base64", HexFormat.of().formatHex(bytes), HexFormat.of().formatHex(codec.toBytes(proof)));
            one.equal("verification", "no fault", new PostVerifier(shape).fault(proof, proof.commR(), challenges).orElse("no fault"));
        }
    }

    private static void window(String name, RegisteredPostProof type, JsonNode post, Verdicts verdicts) {
        TreeMap<Long, byte[]> commRs = new TreeMap<>();
        post.get("sectors").forEach(sector -> commRs.put(sector.get("sector_number").longValue(), Case.bytes(sector, "comm_r")));
        List<List<ChallengedSector>> partitions = PostPartitions.window(type, Case.bytes(post.get("inputs"), "randomness_already_masked"), commRs);
        int sectorCount = post.at("/inputs/sectors_per_partition").intValue();
        try (Case one = new Case("vanilla " + name, verdicts)) {
            one.equal(post, "proof_partitions", partitions.size());
            for (int i = 0; i < partitions.size(); i++) {
                inputs(one, i, post, PostPublicInputs.window(partitions.get(i), sectorCount));
            }
            List<ChallengedSector> sectors = partitions.stream().flatMap(List::stream).toList();
            for (int i = 0; i < sectors.size(); i++) {
                sector(one, type, post.get("sectors").get(i), sectors.get(i));
            }
        }
    }

    private static void winning(String name, RegisteredPostProof type, JsonNode post, Verdicts verdicts) {
        JsonNode stated = post.get("sectors").get(0);
        byte[] randomness = Case.bytes(post.get("inputs"), "randomness_already_masked");
        ChallengedSector sector =
                PostPartitions.winning(type, randomness, stated.get("sector_number").longValue(), Case.bytes(stated, "comm_r"));
        try (Case one = new Case("vanilla " + name, verdicts)) {
            sector(one, type, stated, sector);
            inputs(one, 0, post, PostPublicInputs.winning(sector));
            JsonNode drawn = post.path("winning_sector_index");
            if (drawn.isObject()) {
                one.equal(drawn, "index", PostChallenges.winningSector(ProverId.of(post.at("/inputs/miner_actor_id").longValue()), randomness,
                        drawn.get("sector_set_len").longValue()));
            }
        }
    }

    private static void sector(Case one, RegisteredPostProof type, JsonNode stated, ChallengedSector sector) {
        one.equal(stated, "challenges", sector.challenges());
        JsonNode bytes = stated.at("/vanilla_proof_bincode/hex");
        if (bytes.isMissingNode()) {
            return;
        }
        SectorShape shape = SectorShape.of(type.sectorSize());
        PostSectorProofCodec codec = new PostSectorProofCodec(shape);
        PostSectorProof proof = codec.fromBytes(HexFormat.of().parseHex(bytes.textValue()));
        one.equal("vanilla_proof_bincode", bytes, codec.toBytes(proof));
        one.equal("verification", "no fault", new PostVerifier(shape).fault(proof, sector.commR(), sector.challenges()).orElse("no fault"));
    }

    private static void inputs(Case one, int partition, JsonNode post, List<Scalar> inputs) {
        one.equal("public_inputs_by_partition " + partition, texts(post.get("public_inputs_by_partition").get(partition)), inputTexts(inputs));
    }

    /** Public inputs as the files print them: hex of 32 bytes each. */
    static String inputTexts(List<Scalar> inputs) {
        return inputs.stream().map(input -> HexFormat.of().formatHex(input.toBytes())).toList().toString();
    }

    static String texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList().toString();
    }
}
