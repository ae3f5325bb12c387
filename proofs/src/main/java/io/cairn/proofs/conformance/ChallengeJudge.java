package io.cairn.proofs.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.proofs.SectorShape;
import io.cairn.proofs.challenge.PorepChallenges;
import io.cairn.proofs.challenge.PostChallenges;
import io.cairn.proofs.challenge.ProverId;
import io.cairn.proofs.challenge.SyntheticChallenges;
import io.cairn.protocol.conformance.Judge;
import io.cairn.protocol.conformance.Verdicts;
import io.cairn.protocol.sector.ProofVersion;
import java.util.Arrays;

/** Judges the derivation of challenges and prover ids. */
public final class ChallengeJudge implements Judge {

    private static final long NODES_2_KIB = 64;
    private static final long NODES_32_GIB = 1L << 30;

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return file.has("porep_32gib") && file.has("prover_id_examples");
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        porep(file.get("porep_32gib"), new Case("porep_32gib", verdicts));
        JsonNode porep = file.get("porep_32gib");
        try (Case one = new Case("porep_64gib_interactive_k0", verdicts)) {
            one.equal("challenges", file.get("porep_64gib_interactive_k0"), PorepChallenges.interactive(
                    SectorShape.of(64L << 30), Case.bytes(porep, "replica_id"), Case.bytes(porep, "seed"), 0));
        }
        post(file.get("post"), verdicts);
        try (Case one = new Case("prover_id_examples", verdicts)) {
            file.get("prover_id_examples").properties().forEach(example ->
                    one.equal(example.getKey(), example.getValue(), ProverId.of(Long.parseLong(example.getKey()))));
        }
    }

    private static void porep(JsonNode porep, Case one) {
        SectorShape shape = SectorShape.of(32L << 30);
        byte[] replicaId = Case.bytes(porep, "replica_id");
        byte[] commR = Case.bytes(porep, "comm_r");
        byte[] seed = Case.bytes(porep, "seed");
        SyntheticChallenges synthetic = new SyntheticChallenges(shape.nodes(), shape.syntheticChallenges(), replicaId, commR);
        long[] all = synthetic.all();
        try (one) {
            one.equal(porep, "interactive_k0", PorepChallenges.interactive(shape, replicaId, seed, 0));
            one.equal(porep, "interactive_k9", PorepChallenges.interactive(shape, replicaId, seed, 9));
            one.equal(porep, "ni_k0", PorepChallenges.nonInteractive(shape, replicaId, commR, 0));
            one.equal(porep, "ni_k125", PorepChallenges.nonInteractive(shape, replicaId, commR, 125));
            one.equal(porep, "synthetic_first_8_of_262144", Arrays.copyOf(all, 8));
            one.equal(porep, "synthetic_last", all[all.length - 1]);
            one.equal(porep, "synthetic_indexes_k0", longs(synthetic.selectedIndexes(seed, 0, 18)));
            one.equal(porep, "synthetic_challenges_k0", synthetic.selected(seed, 0, 18));
            one.equal(porep, "synthetic_indexes_k9", longs(synthetic.selectedIndexes(seed, 9, 18)));
        }
    }

    private static void post(JsonNode post, Verdicts verdicts) {
        byte[] randomness = Case.bytes(post, "randomness_masked");
        byte[] proverId = ProverId.of(post.get("miner_actor_id").longValue());
        try (Case one = new Case("winning_sector_index", verdicts)) {
            one.equal(post, "prover_id", proverId);
            for (JsonNode set : post.get("winning_sector_index")) {
                one.equal(set, "index", PostChallenges.winningSector(proverId, randomness, set.get("sector_set_len").longValue()));
            }
        }
        try (Case one = new Case("leaf challenges", verdicts)) {
            one.equal(post, "leaf_32gib_sector_7_index_0_to_9",
                    PostChallenges.leaves(ProofVersion.V1_2_0, randomness, 7, 0, SectorShape.WINDOW_CHALLENGES, NODES_32_GIB));
            one.equal(post, "winning 32 GiB sector 7, 66 challenges",
                    PostChallenges.leaves(ProofVersion.V1_0_0, randomness, 7, 0, SectorShape.WINNING_CHALLENGES, NODES_32_GIB));
            window(one, post.get("V1_0_0/V1_1_0 window, sectors [5,7,9], 2 KiB, 2 sectors per partition"), ProofVersion.V1_0_0, randomness);
            window(one, post.get("V1_2_0 window, same sectors"), ProofVersion.V1_2_0, randomness);
        }
    }

    private static void window(Case one, JsonNode bySector, ProofVersion version, byte[] randomness) {
        long position = 0;
        for (String sector : new String[] {"5", "7", "9"}) {
            one.equal(version + " sector " + sector, bySector.get(sector), PostChallenges.leaves(
                    version, randomness, Long.parseLong(sector), position++, SectorShape.WINDOW_CHALLENGES, NODES_2_KIB));
        }
    }

    private static long[] longs(int[] values) {
        return Arrays.stream(values).asLongStream().toArray();
    }
}
