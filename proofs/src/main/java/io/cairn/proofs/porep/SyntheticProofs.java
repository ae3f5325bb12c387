package io.cairn.proofs.porep;

import io.cairn.proofs.DiskSpace;
import io.cairn.proofs.SectorShape;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.opening.MerkleProof;
import io.cairn.proofs.opening.PathElement;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The file of vanilla proofs for all synthetic challenges (FIP-0059): made while layers and trees are there, read when the seed is known
 * and they are gone. A header of three roots, then a record of fixed size for each challenge; positions in the trees follow from the
 * node's number, and labelings from the columns, so neither is stored.
 *
 * <p>Source: rust-fil-proofs, storage-proofs-porep/src/stacked/vanilla/params.rs (SynthProofs).
 */
public final class SyntheticProofs implements AutoCloseable {

    private static final int ROOTS = 3;
    private static final int PARENTS = ChallengeProof.BASE_PARENTS + ChallengeProof.EXPANDER_PARENTS;

    private final SectorShape shape;
    private final FileChannel file;
    private final byte[] dataRoot;
    private final byte[] columnRoot;
    private final byte[] replicaRoot;

    private SyntheticProofs(SectorShape shape, FileChannel file) throws IOException {
        this.shape = shape;
        this.file = file;
        ByteBuffer header = read(0, ROOTS * SectorShape.NODE_BYTES);
        dataRoot = node(header);
        columnRoot = node(header);
        replicaRoot = node(header);
    }

    /** Length of one record, bytes. */
    public static int recordBytes(SectorShape shape) {
        int path = 1 + (SectorShape.BASE_ARITY - 1) * shape.basePathLength()
                + Math.max(0, shape.subTreeArity() - 1) + Math.max(0, shape.topTreeArity() - 1);
        int nodes = 1 + shape.nodesLog2() + (1 + PARENTS) * (shape.layers() + path) + path;
        return (1 + PARENTS) * Long.BYTES + nodes * SectorShape.NODE_BYTES;
    }

    /** Length of the whole file, bytes. */
    public static long fileBytes(SectorShape shape) {
        return (long) ROOTS * SectorShape.NODE_BYTES + (long) shape.syntheticChallenges() * recordBytes(shape);
    }

    /**
     * Writes the file: under its name stands a whole one or none. Each challenge is proved and checked on its own, so all threads work.
     *
     * @param challenges all synthetic challenges, in their order
     * @param progress   hears of challenges and can cancel
     * @throws IllegalArgumentException if a proof does not verify: the sector's files are damaged
     */
    public static void write(Path path, SectorShape shape, long[] challenges, PorepProver prover, PorepVerifier verifier, Workers workers,
            Progress progress) throws IOException {
        Path unfinished = path.resolveSibling(path.getFileName() + ".tmp");
        DiskSpace.require(unfinished, fileBytes(shape));
        try (FileChannel out = FileChannel.open(unfinished, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            writeAt(out, header(proved(challenges[0], prover, verifier)), 0);
            workers.forEachRange(challenges.length, 1, progress, (from, to) -> {
                for (long i = from; i < to; i++) {
                    ByteBuffer record = record(shape, proved(challenges[(int) i], prover, verifier));
                    writeAt(out, record, (long) ROOTS * SectorShape.NODE_BYTES + i * recordBytes(shape));
                }
            });
        } catch (UncheckedIOException e) {
            throw DiskSpace.explained(path, fileBytes(shape), e.getCause());
        }
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static ChallengeProof proved(long challenge, PorepProver prover, PorepVerifier verifier) {
        ChallengeProof proof = prover.prove(challenge);
        verifier.fault(List.of(proof), new long[] {challenge}).ifPresent(fault -> {
            throw new IllegalArgumentException("synthetic replication proof: " + fault);
        });
        return proof;
    }

    private static ByteBuffer header(ChallengeProof proof) {
        return ByteBuffer.allocate(ROOTS * SectorShape.NODE_BYTES)
                .put(proof.dataOpening().root()).put(proof.column().opening().root()).put(proof.replicaOpening().root()).flip();
    }

    private static void writeAt(FileChannel out, ByteBuffer bytes, long position) {
        try {
            DiskSpace.writeAt(out, bytes, position);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens a file.
     *
     * @throws IOException if it is missing or has another length than the shape asks for
     */
    public static SyntheticProofs open(Path path, SectorShape shape) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            if (file.size() != fileBytes(shape)) {
                throw new IOException(path + ": " + file.size() + " bytes, expected " + fileBytes(shape) + "; make the synthetic proofs again");
            }
            return new SyntheticProofs(shape, file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** The proof of the synthetic challenge at that position; what it claims has still to be verified. */
    public ChallengeProof proof(int index) throws IOException {
        if (index < 0 || index >= shape.syntheticChallenges()) {
            throw new IllegalArgumentException("synthetic challenge: " + index + ", expected 0 to " + (shape.syntheticChallenges() - 1));
        }
        int bytes = recordBytes(shape);
        ByteBuffer record = read(ROOTS * SectorShape.NODE_BYTES + (long) index * bytes, bytes);
        long challenge = record.getLong();
        long[] parents = new long[PARENTS];
        for (int i = 0; i < PARENTS; i++) {
            parents[i] = record.getLong();
        }
        MerkleProof data = dataOpening(challenge, record);
        ColumnProof column = column(challenge, record);
        List<ColumnProof> opened = new ArrayList<>(PARENTS);
        for (long parent : parents) {
            opened.add(column(parent, record));
        }
        List<ColumnProof> base = opened.subList(0, ChallengeProof.BASE_PARENTS);
        List<ColumnProof> expander = opened.subList(ChallengeProof.BASE_PARENTS, PARENTS);
        List<LabelingProof> labelings = new ArrayList<>(shape.layers());
        for (int layer = 1; layer <= shape.layers(); layer++) {
            labelings.add(PorepProver.labeling(base, expander, layer, challenge));
        }
        return new ChallengeProof(data, stackedOpening(challenge, replicaRoot, record), column, base, expander, labelings, labelings.getLast());
    }

    private static ByteBuffer record(SectorShape shape, ChallengeProof proof) {
        ByteBuffer record = ByteBuffer.allocate(recordBytes(shape)).order(ByteOrder.LITTLE_ENDIAN);
        record.putLong(proof.column().node());
        proof.parents().forEach(parent -> record.putLong(parent.node()));
        put(record, proof.dataOpening());
        put(record, proof.column());
        proof.parents().forEach(parent -> put(record, parent));
        put(record, proof.replicaOpening());
        return record.flip();
    }

    private static void put(ByteBuffer record, ColumnProof column) {
        column.rows().forEach(record::put);
        put(record, column.opening());
    }

    private static void put(ByteBuffer record, MerkleProof opening) {
        record.put(opening.leaf());
        for (List<PathElement> part : List.of(opening.basePath(), opening.upperPath())) {
            part.forEach(element -> element.siblings().forEach(record::put));
        }
    }

    private MerkleProof dataOpening(long node, ByteBuffer record) {
        byte[] leaf = node(record);
        return MerkleProof.single(dataRoot, leaf, new Positions(node).path(record, shape.nodesLog2(), 2));
    }

    private ColumnProof column(long node, ByteBuffer record) {
        List<byte[]> rows = new ArrayList<>(shape.layers());
        for (int layer = 0; layer < shape.layers(); layer++) {
            rows.add(node(record));
        }
        return new ColumnProof(node, rows, stackedOpening(node, columnRoot, record));
    }

    private MerkleProof stackedOpening(long node, byte[] root, ByteBuffer record) {
        byte[] leaf = node(record);
        Positions positions = new Positions(node);
        List<PathElement> base = positions.path(record, shape.basePathLength(), SectorShape.BASE_ARITY);
        List<PathElement> upper = new ArrayList<>();
        for (int arity : new int[] {shape.subTreeArity(), shape.topTreeArity()}) {
            upper.addAll(positions.path(record, arity > 0 ? 1 : 0, arity));
        }
        return new MerkleProof(root, leaf, base, upper);
    }

    /** The position on each level of a path, lowest first: the digits of the leaf's number. */
    private static final class Positions {

        private long rest;

        Positions(long node) {
            rest = node;
        }

        List<PathElement> path(ByteBuffer record, int length, int arity) {
            List<PathElement> path = new ArrayList<>(length);
            for (int level = 0; level < length; level++) {
                List<byte[]> siblings = new ArrayList<>(arity - 1);
                for (int i = 1; i < arity; i++) {
                    siblings.add(node(record));
                }
                path.add(new PathElement(siblings, (int) (rest % arity)));
                rest /= arity;
            }
            return path;
        }
    }

    private static byte[] node(ByteBuffer record) {
        byte[] node = new byte[SectorShape.NODE_BYTES];
        record.get(node);
        return node;
    }

    private ByteBuffer read(long from, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, from + buffer.position()) < 0) {
                throw new EOFException("synthetic proofs end after " + (from + buffer.position()) + " bytes");
            }
        }
        return buffer.flip();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
