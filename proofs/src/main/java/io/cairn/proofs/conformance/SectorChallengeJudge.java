package io.cairn.proofs.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.proofs.SectorShape;
import io.cairn.proofs.challenge.PorepChallenges;
import io.cairn.proofs.challenge.PostChallenges;
import io.cairn.proofs.challenge.ProverId;
import io.cairn.proofs.challenge.ReplicaId;
import io.cairn.proofs.challenge.SyntheticChallenges;
import io.cairn.protocol.conformance.Judge;
import io.cairn.protocol.conformance.Verdicts;
import io.cairn.protocol.sector.ProofVersion;
import io.cairn.protocol.sector.RegisteredSealProof;
import java.util.Arrays;

/** Judges replica ids and challenges of whole sectors: small ones, the reference's regression records and its hard-coded numbers. */
public final class SectorChallengeJudge implements Judge {

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return computed(file) || recorded(file) || hardCoded(file);
    }

    private static boolean computed(JsonNode file) {
        return file.path("sectors").path(0).has("ni_challenges_by_partition");
    }

    private static boolean recorded(JsonNode file) {
        return file.path("records").path(0).has("computed_replica_id");
    }

    private static boolean hardCoded(JsonNode file) {
        return file.has("replica_id") && file.has("synthetic_porep");
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        if (computed(file)) {
            file.get("sectors").forEach(sector -> small(file.get("inputs"), sector, verdicts));
        }
        if (recorded(file)) {
            file.get("records").forEach(sealed -> regression(sealed, verdicts));
        }
        if (hardCoded(file)) {
            judgeHardCoded(file, verdicts);
        }
    }

    private static void small(JsonNode inputs, JsonNode sector, Verdicts verdicts) {
        SectorShape shape = SectorShape.of(sector.get("sector_size").longValue());
        long number = inputs.get("sector_number").longValue();
        byte[] proverId = ProverId.of(inputs.get("miner_actor_id").longValue());
        byte[] seed = Case.bytes(inputs, "seed");
        byte[] commR = Case.bytes(sector, "comm_r");
        byte[] replicaId = ReplicaId.of(proverId, number, Case.bytes(inputs, "ticket"), Case.bytes(sector, "comm_d"), Case.bytes(inputs, "porep_id"));
        SyntheticChallenges synthetic = new SyntheticChallenges(shape.nodes(), shape.syntheticChallenges(), replicaId, commR);
        byte[] randomness = Case.bytes(inputs, "post_randomness_already_masked");
        try (Case one = new Case("challenges of " + shape.sectorBytes() + " bytes", verdicts)) {
            one.equal(inputs, "prover_id", proverId);
            one.equal(sector, "replica_id", replicaId);
            one.equal(sector, "interactive_challenges_k0", PorepChallenges.interactive(shape, replicaId, seed, 0));
            for (int k = 0; k < shape.nonInteractivePartitions(); k++) {
                one.equal("ni_challenges_by_partition " + k, sector.get("ni_challenges_by_partition").get(k),
                        PorepChallenges.nonInteractive(shape, replicaId, commR, k));
            }
            one.equal(sector, "synthetic_challenge_count", synthetic.all().length);
            one.equal(sector, "synthetic_challenges_first_16", Arrays.copyOf(synthetic.all(), 16));
            one.equal(sector, "synthetic_selected_challenges_k0", synthetic.selected(seed, 0, shape.porepChallengesPerPartition()));
            one.equal(sector.get("window_post_V1_2"), "challenges_sector42",
                    PostChallenges.leaves(ProofVersion.V1_2_0, randomness, number, 0, SectorShape.WINDOW_CHALLENGES, shape.nodes()));
            one.equal(sector.get("winning_post_V1_0"), "challenges_sector42",
                    PostChallenges.leaves(ProofVersion.V1_0_0, randomness, number, 0, SectorShape.WINNING_CHALLENGES, shape.nodes()));
        }
    }

    private static void regression(JsonNode sealed, Verdicts verdicts) {
        SectorShape shape = SectorShape.of(sealed.get("sector_size").longValue());
        byte[] seed = Case.bytes(sealed, "seed");
        byte[] commR = Case.bytes(sealed, "comm_r");
        byte[] replicaId = ReplicaId.of(Case.bytes(sealed, "prover_id"), Long.parseUnsignedLong(sealed.get("sector_id").textValue()),
                Case.bytes(sealed, "ticket"), Case.bytes(sealed, "comm_d"), Case.bytes(sealed, "porep_id"));
        String feature = sealed.get("api_features").isEmpty() ? "" : sealed.get("api_features").get(0).textValue();
        long[] challenges = switch (feature) {
            case "SyntheticPoRep" -> new SyntheticChallenges(shape.nodes(), shape.syntheticChallenges(), replicaId, commR)
                    .selected(seed, 0, shape.porepChallengesPerPartition());
            case "NonInteractivePoRep" -> PorepChallenges.nonInteractive(shape, replicaId, commR, 0);
            default -> PorepChallenges.interactive(shape, replicaId, seed, 0);
        };
        String name = "challenges of " + sealed.get("from").textValue() + " " + shape.sectorBytes() + " " + sealed.get("api_version").textValue()
                + feature + " " + sealed.get("comm_r").textValue().substring(0, 8);
        try (Case one = new Case(name, verdicts)) {
            one.equal(sealed, "computed_replica_id", replicaId);
            one.equal(sealed, "computed_challenges_k0", challenges);
        }
    }

    private static void judgeHardCoded(JsonNode file, Verdicts verdicts) {
        JsonNode replica = file.get("replica_id");
        try (Case one = new Case("replica_id", verdicts)) {
            one.equal(replica, "replica_id", ReplicaId.of(ProverId.of(replica.get("miner_actor_id").longValue()), replica.get("sector").longValue(),
                    Case.bytes(replica, "ticket"), Case.bytes(replica, "comm_d"),
                    RegisteredSealProof.of(replica.get("registered_seal_proof").longValue()).porepId()));
        }
        JsonNode porep = file.get("synthetic_porep");
        SyntheticChallenges synthetic = new SyntheticChallenges(porep.get("sector_nodes").longValue(), porep.get("num_synth").intValue(),
                scalar(porep.get("replica_id_fr")), scalar(porep.get("comm_r_fr")));
        try (Case one = new Case("synthetic_porep", verdicts)) {
            one.equal(porep, "synthetic_challenges", synthetic.all());
            one.equal(porep, "selected_challenges_10", synthetic.selected(Case.bytes(porep, "randomness"), 0, 10));
        }
    }

    private static byte[] scalar(JsonNode small) {
        byte[] bytes = new byte[SectorShape.NODE_BYTES];
        bytes[0] = (byte) small.intValue();
        return bytes;
    }
}
