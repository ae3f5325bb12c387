package io.cairn.proofs.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.proofs.SectorShape;
import io.cairn.proofs.graph.ParentSource;
import io.cairn.proofs.graph.StackedGraph;
import io.cairn.proofs.hash.Sha256Nodes;
import io.cairn.proofs.seal.SectorSpec;
import io.cairn.protocol.conformance.Judge;
import io.cairn.protocol.conformance.Verdicts;
import io.cairn.protocol.sector.RegisteredSealProof;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;

/** Judges the graphs' parents by the published digests of the parent caches. */
public final class ParentCacheJudge implements Judge {

    private static final int STRIDE = 4096;
    /** System property: of the largest graph whose parents are computed, the nodes. */
    public static final String NODES_PROPERTY = "cairn.conformance.parent-nodes";

    private static final long DEFAULT_NODES = 1L << 24;

    private final long mostNodes;

    /** Computes the parents of the graphs of up to 512 MiB, or as many nodes as {@value #NODES_PROPERTY} says. */
    public ParentCacheJudge() {
        this(Long.getLong(NODES_PROPERTY, DEFAULT_NODES));
    }

    /**
     * Computes the parents of smaller graphs and only the names of larger ones' caches.
     *
     * @param mostNodes of the largest graph that is computed
     */
    public ParentCacheJudge(long mostNodes) {
        this.mostNodes = mostNodes;
    }

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return file.path("entries").path(0).has("cache_id");
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        for (JsonNode entry : file.get("entries")) {
            RegisteredSealProof proof = RegisteredSealProof.of(entry.get("registered_seal_proof").longValue());
            StackedGraph graph = new StackedGraph(SectorShape.of(proof.sectorSize()).nodes(), proof.porepId(),
                    SectorSpec.graphVersion(proof.version()));
            try (Case one = new Case("name of the parent cache of " + proof, verdicts)) {
                one.equal("cache_id", entry.get("cache_id").textValue() + ".cache", graph.cacheFileName());
            }
            String content = "parents of " + proof;
            if (graph.nodes() > mostNodes) {
                verdicts.skipped(content, "the graph has " + graph.nodes() + " nodes, " + NODES_PROPERTY + " is " + mostNodes);
                continue;
            }
            try (Case one = new Case(content, verdicts)) {
                one.equal(entry, "sha256_of_parents_u32le_14_per_node", digest(graph));
            }
        }
    }

    private static byte[] digest(StackedGraph graph) {
        MessageDigest sha = Sha256Nodes.newDigest();
        for (long first = 0; first < graph.nodes(); first += STRIDE) {
            int count = (int) Math.min(STRIDE, graph.nodes() - first);
            int[] parents = new int[count * ParentSource.DEGREE];
            graph.parents(first, count, parents);
            ByteBuffer bytes = ByteBuffer.allocate(parents.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asIntBuffer().put(parents);
            sha.update(bytes);
        }
        return sha.digest();
    }
}
