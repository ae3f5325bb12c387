package io.cairn.proofs.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.proofs.SectorShape;
import io.cairn.proofs.challenge.ProverId;
import io.cairn.proofs.graph.GraphVersion;
import io.cairn.proofs.graph.ParentSource;
import io.cairn.proofs.seal.CacheFolder;
import io.cairn.proofs.seal.PreCommit1Output;
import io.cairn.proofs.seal.PreCommit2Output;
import io.cairn.proofs.seal.SectorSpec;
import io.cairn.protocol.conformance.Judge;
import io.cairn.protocol.conformance.Verdicts;
import io.cairn.protocol.sector.RegisteredSealProof;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** Seals the sectors that the reference sealed and compares every file, commitment and text on the way. */
public final class SealingJudge implements Judge {

    private static final String CACHE = "cache";

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return computed(file) || RecordedCases.any(file, "inputs", "labels");
    }

    private static boolean computed(JsonNode file) {
        return file.path("sectors").path(0).has("layer1_sha256");
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        if (computed(file)) {
            file.get("sectors").forEach(sector -> small(file.get("inputs"), sector, verdicts));
        }
        RecordedCases.with(file, "inputs", "labels").forEach(entry -> reference(entry.getKey(), entry.getValue(), verdicts));
    }

    private static void reference(String name, JsonNode expected, Verdicts verdicts) {
        JsonNode inputs = expected.get("inputs");
        SectorSpec spec = spec(inputs, inputs.get("sector_size").longValue());
        byte[] data = TrialData.of(inputs.get("data").textValue(), inputs.get("unpadded_data_bytes").intValue());
        try (Case one = new Case("sealing " + name, verdicts); TrialSeal seal = TrialSeal.afterPhase1(spec, data)) {
            phase1(one, expected, seal);
            seal.phase2(CACHE);
            phase2(one, expected, seal);
            if (inputs.get("size_is_registered").booleanValue()) {
                texts(one, expected, seal);
            }
            if (expected.has("challenges_by_partition")) {
                CommitFacts.equal(one, expected, seal);
            }
            if (expected.has("synthetic")) {
                SyntheticFacts.equal(one, expected, seal);
            }
            seal.cache().clear();
            if (expected.has("cache_files_after_clear_cache")) {
                FileFacts.equal(one, "cache_files_after_clear_cache", expected.get("cache_files_after_clear_cache"), seal.cache().directory());
            }
            seal.cache().clearSyntheticProofs();
            FileFacts.equal(one, "cache_files_final", expected.get("cache_files_final"), seal.cache().directory());
        } catch (IOException e) {
            throw new UncheckedIOException("sealing " + name, e);
        }
    }

    static SectorSpec spec(JsonNode inputs, long sectorBytes) {
        GraphVersion graph = inputs.get("api_version").textValue().matches("V?1[._]0[._]0")
                ? GraphVersion.LEGACY
                : GraphVersion.CURRENT;
        return new SectorSpec(SectorShape.of(sectorBytes), Case.bytes(inputs, "porep_id"), graph,
                ProverId.of(inputs.get("miner_actor_id").longValue()), inputs.get("sector_number").longValue(),
                Case.bytes(inputs, "ticket"));
    }

    private static void phase1(Case one, JsonNode expected, TrialSeal seal) throws IOException {
        one.equal(expected.get("pieces").get(0), "comm_p", seal.piece().commitment());
        one.equal(expected.get("pieces").get(0), "unpadded_bytes", seal.piece().unpaddedBytes());
        one.equal(expected, "padded_data_sha256", FileFacts.sha256(seal.unsealed()));
        one.equal(expected, "comm_d", seal.commD());
        one.equal(expected, "replica_id", seal.spec().replicaId(seal.commD()));
        for (Map.Entry<String, JsonNode> node : expected.get("parents").properties()) {
            one.equal("parents of " + node.getKey(), node.getValue(), parents(seal.spec(), Long.parseLong(node.getKey())));
        }
        for (JsonNode layer : expected.get("labels")) {
            Path file = seal.cache().layer(layer.get("layer").intValue());
            String name = "layer " + layer.get("layer") + " ";
            one.equal(name + "sha256", layer.get("sha256"), FileFacts.sha256(file));
            one.equal(name + "node_0", layer.get("node_0"), FileFacts.node(file, 0));
            one.equal(name + "node_1", layer.get("node_1"), FileFacts.node(file, 1));
            one.equal(name + "node_last", layer.get("node_last"), FileFacts.node(file, seal.spec().shape().nodes() - 1));
        }
    }

    private static long[] parents(SectorSpec spec, long node) {
        int[] indexes = new int[ParentSource.DEGREE];
        spec.graph().parents(node, 1, indexes);
        long[] parents = new long[indexes.length];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = Integer.toUnsignedLong(indexes[i]);
        }
        return parents;
    }

    private static void phase2(Case one, JsonNode expected, TrialSeal seal) throws IOException {
        one.equal(expected, "comm_c", seal.aux().commC());
        one.equal(expected, "comm_r_last", seal.aux().commRLast());
        one.equal(expected, "comm_r", seal.aux().commR());
        JsonNode sealed = expected.get("sealed");
        FileFacts.equal(one, "sealed", sealed, seal.sealed());
        one.equal("sealed node_0", sealed.get("node_0"), FileFacts.node(seal.sealed(), 0));
        one.equal("sealed node_last", sealed.get("node_last"),
                FileFacts.node(seal.sealed(), seal.spec().shape().nodes() - 1));
        FileFacts.equal(one, "cache_files_after_pc2", expected.get("cache_files_after_pc2"), seal.cache().directory());
    }

    private static void texts(Case one, JsonNode expected, TrialSeal seal) {
        RegisteredSealProof proof =
                RegisteredSealProof.of(expected.get("inputs").get("registered_seal_proof").longValue());
        String phase1 = new PreCommit1Output(proof, CACHE, seal.commD()).toJson();
        one.equal("pc1_output_json", expected.get("pc1_output_json").textValue(), phase1);
        one.equal("pc1_output_json read and written", phase1, PreCommit1Output.ofJson(phase1).toJson());
        one.equal("pc2_output_json", expected.get("pc2_output_json").textValue(),
                new PreCommit2Output(proof, seal.aux().commR(), seal.commD()).toJson());
    }

    private static void small(JsonNode inputs, JsonNode expected, Verdicts verdicts) {
        SectorSpec spec = spec(inputs, expected.get("sector_size").longValue());
        byte[] data = TrialData.of("affine:1,0,251", (int) spec.shape().unpaddedBytes());
        String name = "sealing " + spec.shape().sectorBytes() + " bytes";
        try (Case one = new Case(name, verdicts); TrialSeal seal = TrialSeal.afterPhase1(spec, data).phase2(CACHE)) {
            CacheFolder cache = seal.cache();
            one.equal(expected, "layers", spec.shape().layers());
            one.equal(expected, "tree_arities", SectorShape.BASE_ARITY, spec.shape().subTreeArity(), spec.shape().topTreeArity());
            one.equal(expected, "padded_data_sha256", FileFacts.sha256(seal.unsealed()));
            one.equal(expected, "comm_d", seal.commD());
            one.equal(expected, "replica_id", spec.replicaId(seal.commD()));
            one.equal(expected, "layer1_sha256", FileFacts.sha256(cache.layer(1)));
            one.equal(expected, "layer2_sha256", FileFacts.sha256(cache.layer(2)));
            one.equal(expected, "layer1_node0", FileFacts.node(cache.layer(1), 0));
            one.equal(expected, "layer1_node1", FileFacts.node(cache.layer(1), 1));
            one.equal(expected, "layer2_node1", FileFacts.node(cache.layer(2), 1));
            one.equal(expected, "layer2_last", FileFacts.node(cache.layer(2), spec.shape().nodes() - 1));
            one.equal(expected, "sealed_replica_sha256", FileFacts.sha256(seal.sealed()));
            one.equal(expected, "comm_c", seal.aux().commC());
            one.equal(expected, "comm_r_last", seal.aux().commRLast());
            one.equal(expected, "comm_r", seal.aux().commR());
            one.equal(expected, "p_aux_hex", FileFacts.content(cache.persistentAux()));
            JsonNode roots = expected.get("base_tree_roots_r_last");
            for (int tree = 0; tree < spec.shape().baseTrees(); tree++) {
                one.equal("base_tree_roots_r_last " + tree, roots.get(tree), FileFacts.content(cache.treeRLast().get(tree)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
