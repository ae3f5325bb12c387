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
    private static final int SEED_BYTES = 28;
    private static final int META_DEGREE = BASE_DEGREE - 1;
    private static final long MOST_NODES = 0xffff_ffffL;

    private final long nodes;
    private final GraphVersion version;
    private final byte[] baseSeed;
    private final long[] feistelKeys;
    private final FeistelPermutation expander;

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
        this.version = version;
        this.baseSeed = Arrays.copyOf(domainSeed("Filecoin_DRSample", porepId), SEED_BYTES);
        byte[] keyBytes = domainSeed("Filecoin_Feistel", porepId);
        this.feistelKeys = new long[4];
        Arrays.setAll(feistelKeys, i -> (long) LONG.get(keyBytes, 8 * i));
        this.expander = new FeistelPermutation(EXPANSION_DEGREE * nodes, feistelKeys);
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
        ChaCha8 random = new ChaCha8();
        Blake2bBlock blake = new Blake2bBlock();
        for (int i = 0; i < count; i++) {
            baseParents(first + i, random, out, DEGREE * i);
            expanderParents(first + i, blake, out, DEGREE * i + BASE_DEGREE);
        }
    }

    private void baseParents(long node, ChaCha8 random, int[] out, int offset) {
        if (node < 2) {
            Arrays.fill(out, offset, offset + BASE_DEGREE, 0);
            return;
        }
        boolean legacy = version == GraphVersion.LEGACY;
        out[legacy ? offset + META_DEGREE : offset] = (int) (node - 1);
        int sampled = legacy ? offset : offset + 1;
        random.restart(baseSeed, (int) node);
        long meta = node * META_DEGREE;
        int buckets = 64 - Long.numberOfLeadingZeros(meta - 1);
        for (int k = 0; k < META_DEGREE; k++) {
            long bucket = Long.remainderUnsigned(random.next(), buckets) + 1;
            long high = Math.min(meta, 1L << bucket);
            long low = Math.max(2, high >>> 1);
            long distance = low + Long.remainderUnsigned(random.next(), high - low + 1);
            long parent = (meta - distance) / META_DEGREE;
            out[sampled + k] = (int) (parent == node ? node - 1 : parent);
        }
    }

    private void expanderParents(long node, Blake2bBlock blake, int[] out, int offset) {
        for (int i = 0; i < EXPANSION_DEGREE; i++) {
            long transformed = expander.permute(EXPANSION_DEGREE * node + i, blake);
            // The legacy graph lost the upper bits here, which matters from 32 GiB on.
            long kept = version == GraphVersion.LEGACY ? transformed & 0xffff_ffffL : transformed;
            out[offset + i] = (int) (kept / EXPANSION_DEGREE);
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
