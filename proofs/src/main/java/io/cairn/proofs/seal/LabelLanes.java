package io.cairn.proofs.seal;

import io.cairn.proofs.graph.ParentSource;
import io.cairn.proofs.hash.Sha256Lanes;
import io.cairn.proofs.tree.MappedFile;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Labels as many replicas of one graph at once as SHA-256 has lanes; {@link LabelHasher} says what a label is.
 *
 * <p>The labels of a node are kept side by side, word by word ({@link #pack}), so that its replicas' parents are fetched together and are blocks of the lanes as they
 * are. A message has 20 blocks, but only nine different schedules (on layer 1, five): the parents repeat, two of them to a block.
 */
final class LabelLanes implements NodeLabeler {

    private static final int NODE = LabelHasher.NODE;
    private static final int WORDS = 8;
    private static final int BLOCK_WORDS = 16;
    private static final int SUMS = 64;
    private static final int PAIRS = LabelHasher.PARENT_LABELS / 2;
    private static final VarHandle NATIVE_INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());
    private static final VarHandle BIG_INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final Sha256Lanes sha;
    private final int lanes;
    private final byte[] header;
    private final byte[] lastBlock;
    private final int[] sums;
    private final int[] state;
    private final byte[] digests;
    private int parents;
    private MappedFile together;
    private List<Optional<MappedFile>> files = List.of();

    /**
     * Labels for some replicas; lanes that are left over hash what nobody reads.
     *
     * @param replicaIds identities of 32 bytes, at most as many as there are lanes
     */
    LabelLanes(Sha256Lanes sha, List<byte[]> replicaIds) {
        this.sha = sha;
        this.lanes = sha.lanes();
        this.header = new byte[lanes * LabelHasher.HEADER];
        this.lastBlock = new byte[lanes * LabelHasher.HEADER];
        this.sums = new int[lanes * SUMS * (ParentSource.DEGREE / 2 + 1)];
        this.state = new int[lanes * WORDS];
        this.digests = new byte[lanes * NODE];
        for (int lane = 0; lane < replicaIds.size(); lane++) {
            pack(replicaIds.get(lane), header, lanes, lane);
        }
    }

    /** Puts a node of 32 bytes, big-endian words, into its lane: word t, in the machine's order, at {@code 4 (lanes t + lane)}. */
    static void pack(byte[] node, byte[] words, int lanes, int lane) {
        for (int t = 0; t < WORDS; t++) {
            NATIVE_INT.set(words, Integer.BYTES * (lanes * t + lane), (int) BIG_INT.get(node, Integer.BYTES * t));
        }
    }

    /**
     * Where the layer that is begun next goes.
     *
     * @param memory labels of all replicas side by side, as many nodes of 32 bytes a graph node as there are lanes
     * @param layerFiles for each replica the file of its own labels, if it is wanted
     */
    void into(MappedFile memory, List<Optional<MappedFile>> layerFiles) {
        together = memory;
        files = List.copyOf(layerFiles);
    }

    @Override
    public int width() {
        return lanes;
    }

    @Override
    public void begin(int layer) {
        parents = layer == 1 ? ParentSource.BASE_DEGREE : ParentSource.DEGREE;
        setWord(header, 8, layer);
        startWith(0);
        Arrays.fill(lastBlock, (byte) 0);
        endWith(0, LabelHasher.HEADER);
    }

    @Override
    public void label(long node, byte[] labels, int offset) {
        startWith(node);
        int pairBytes = lanes * 2 * NODE;
        int distinct = parents / 2;
        for (int pair = 0; pair < distinct; pair++) {
            sha.extend(labels, offset + pair * pairBytes, sums, pair * lanes * SUMS);
            sha.compress(state, sums, pair * lanes * SUMS);
        }
        for (int pair = distinct; pair < PAIRS; pair++) {
            sha.compress(state, sums, pair % distinct * lanes * SUMS);
        }
        System.arraycopy(labels, offset + 2 * PAIRS % parents * lanes * NODE, lastBlock, 0, lanes * NODE);
        endWith(WORDS, LabelHasher.HEADER + LabelHasher.PARENT_LABELS * NODE);
    }

    private void startWith(long node) {
        setWord(header, 9, (int) (node >>> Integer.SIZE));
        setWord(header, 10, (int) node);
        sha.start(state);
        compressOnce(header);
    }

    /** The last block: padding from a word on, with the length of the message. */
    private void endWith(int word, int messageBytes) {
        setWord(lastBlock, word, 1 << 31);
        setWord(lastBlock, BLOCK_WORDS - 1, Byte.SIZE * messageBytes);
        compressOnce(lastBlock);
        sha.finish(state, digests, 0);
    }

    private void compressOnce(byte[] block) {
        int spare = lanes * SUMS * ParentSource.DEGREE / 2;
        sha.extend(block, 0, sums, spare);
        sha.compress(state, sums, spare);
    }

    private void setWord(byte[] block, int word, int value) {
        for (int at = Integer.BYTES * lanes * word; at < Integer.BYTES * lanes * (word + 1); at += Integer.BYTES) {
            NATIVE_INT.set(block, at, value);
        }
    }

    @Override
    public void store(long node) {
        MemorySegment.copy(state, 0, together.memory(), ValueLayout.JAVA_INT_UNALIGNED, node * lanes * NODE, state.length);
        for (int lane = 0; lane < files.size(); lane++) {
            if (files.get(lane).isPresent()) {
                files.get(lane).get().put(node, 1, digests, lane * NODE);
            }
        }
    }
}
