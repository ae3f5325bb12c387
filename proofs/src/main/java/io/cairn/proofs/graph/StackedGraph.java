package io.cairn.proofs.graph;

import io.cairn.proofs.hash.Sha256Nodes;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The stacked depth-robust graph: six base parents (DRSample in buckets) and eight expander parents (a Feistel
 * permutation) for each node. A pure function of its seeds.
 *
 * <p>Source: rust-fil-proofs, storage-proofs-core/src/drgraph.rs and crypto/feistel.rs,
 * storage-proofs-porep/src/stacked/vanilla/graph.rs.
 */
public final class StackedGraph implements ParentSource {

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SEED_WORDS = 7;
    private static final long MOST_NODES = 0xffff_ffffL;

    private final long nodes;
    private final int[] seed;
    private final long[] feistelKeys;
    private final BaseParents base;
    private final ExpanderParents expander;

    /**
     * The graph of a sector.
     *
     * @param nodes nodes of the sector, at most 2^32 - 1
     * @param porepId 32 bytes that set apart the graphs of different proof types
     * @param version legacy or current rules
     */
    public StackedGraph(long nodes, byte[] porepId, GraphVersion version) {
        if (nodes < 2 || nodes > MOST_NODES) {
            throw new IllegalArgumentException("nodes: " + nodes + ", expected 2 to " + MOST_NODES);
        }
        if (porepId.length != 32) {
            throw new IllegalArgumentException("porep id: " + porepId.length + " bytes, expected 32");
        }
        this.nodes = nodes;
        byte[] seedBytes = domainSeed("Filecoin_DRSample", porepId);
        this.seed = new int[SEED_WORDS];
        Arrays.setAll(seed, i -> (int) INT.get(seedBytes, 4 * i));
        byte[] keyBytes = domainSeed("Filecoin_Feistel", porepId);
        this.feistelKeys = new long[4];
        Arrays.setAll(feistelKeys, i -> (long) LONG.get(keyBytes, 8 * i));
        this.base = new BaseParents(version);
        this.expander = new ExpanderParents(nodes, feistelKeys, version);
    }

    @Override
    public long nodes() {
        return nodes;
    }

    @Override
    public void parents(long first, int count, int[] out) {
        if (first < 0 || first + count > nodes) {
            throw new IllegalArgumentException(
                    "nodes: " + first + " to " + (first + count - 1) + ", expected less than " + nodes);
        }
        NodeStreams streams = NodeStreams.of(seed, count);
        int[] words = new int[NodeStreams.ROOM * NodeStreams.BATCH];
        ExpanderParents.Scratch scratch = new ExpanderParents.Scratch();
        for (int done = 0; done < count; done += NodeStreams.BATCH) {
            int batch = Math.min(NodeStreams.BATCH, count - done);
            streams.fill(first + done, batch, words);
            for (int i = 0; i < batch; i++) {
                base.of(first + done + i, words, i, out, DEGREE * (done + i));
            }
            expander.of(first + done, batch, scratch, out, DEGREE * done + BASE_DEGREE);
        }
    }

    /** The name under which the reference keeps this graph's parents in its cache directory. */
    public String cacheFileName() {
        MessageDigest sha = Sha256Nodes.newDigest();
        sha.update("poseidon_hasher".getBytes(StandardCharsets.US_ASCII));
        sha.update(("stacked_graph::StackedGraph{expansion_degree: " + EXPANSION_DEGREE
                + " base_graph: drgraph::BucketGraph{size: " + nodes + "; degree: " + BASE_DEGREE
                + "; hasher: poseidon_hasher} }").getBytes(StandardCharsets.US_ASCII));
        byte[] number = new byte[8];
        for (long key : feistelKeys) {
            LONG.set(number, 0, key);
            sha.update(number);
        }
        LONG.set(number, 0, nodes);
        sha.update(number, 0, 4);
        return "v28-sdr-parent-" + HexFormat.of().formatHex(sha.digest()) + ".cache";
    }

    private static byte[] domainSeed(String domain, byte[] porepId) {
        MessageDigest sha = Sha256Nodes.newDigest();
        sha.update(domain.getBytes(StandardCharsets.US_ASCII));
        return sha.digest(porepId);
    }
}
