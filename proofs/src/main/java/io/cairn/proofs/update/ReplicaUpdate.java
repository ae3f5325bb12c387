package io.cairn.proofs.update;

import io.cairn.proofs.DiskFullException;
import io.cairn.proofs.ProofException;
import io.cairn.proofs.SectorShape;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.piece.PieceInfo;
import io.cairn.proofs.seal.CacheFolder;
import io.cairn.proofs.seal.DataTreeBuilder;
import io.cairn.proofs.seal.DecodedRange;
import io.cairn.proofs.seal.FieldNodes;
import io.cairn.proofs.seal.PersistentAux;
import io.cairn.proofs.seal.ReplicaTreeBuilder;
import io.cairn.proofs.seal.TemporaryAux;
import io.cairn.proofs.tree.MappedFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;

/**
 * Encodes new data into an old replica, which is then its key, and takes either out again. Node by node, new = old + data * factor.
 *
 * <p>Every step may be run again after an interruption: none changes what it reads. Source: rust-fil-proofs,
 * storage-proofs-update/src/vanilla.rs (encode_into, decode_from, remove_encoded_data).
 */
public final class ReplicaUpdate {

    private static final int NODE = SectorShape.NODE_BYTES;
    private static final int GRAIN = 2048;

    private final Workers workers;

    /** Updates on the given threads. */
    public ReplicaUpdate(Workers workers) {
        this.workers = workers;
    }

    /**
     * Makes the updated replica, and in its cache the trees over data and replica, {@code p_aux} and {@code t_aux}.
     *
     * @param pieces   pieces of the new data in sector order, zero pieces included
     * @param staged   padded new data, perhaps with a trailer
     * @param key      the old replica
     * @param keyCache the old replica's cache; its {@code p_aux} and {@code t_aux} are read
     * @param updated  file of the updated replica, written anew
     * @param cache    folder whose directory exists
     * @param progress counts nodes, each three times: as data, encoded, and in the replica's tree
     * @throws IllegalArgumentException if the pieces do not fill the sector or their commitment is not that of the data
     * @throws IOException              if a file is missing or has another length than the shape asks for
     * @throws DiskFullException        if the disk has no room
     */
    public UpdateCommitments encode(List<PieceInfo> pieces, Path staged, Path key, CacheFolder keyCache, Path updated, CacheFolder cache,
            Progress progress) throws IOException {
        SectorShape shape = cache.shape();
        long nodes = shape.nodes();
        PersistentAux old = PersistentAux.read(keyCache.persistentAux());
        TemporaryAux.requireRight(keyCache.temporaryAux(), shape);
        byte[] commD = new DataTreeBuilder(workers, cache, pieces).build(staged, progress.part(0, 1, 3 * nodes));
        EncodingFactors factors = factors(shape, commD, old);
        combine(shape, staged, key, updated, progress.part(nodes, 1, 3 * nodes), (data, keys, first, count) -> {
            factors.multiply(data, first, count);
            FieldNodes.add(data, keys, count);
        });
        byte[] root = new ReplicaTreeBuilder(workers).build(updated, cache, progress.part(2 * nodes, 1, 3 * nodes));
        PersistentAux aux = new PersistentAux(old.commC(), root);
        aux.write(cache.persistentAux());
        Files.copy(keyCache.temporaryAux(), cache.temporaryAux(), StandardCopyOption.REPLACE_EXISTING);
        return new UpdateCommitments(old.commR(), commD, aux.commR());
    }

    /**
     * Takes the data out of an updated replica.
     *
     * @param commD    data commitment of the updated sector, 32 bytes
     * @param keyCache the old replica's cache; that of the updated one gives wrong data
     * @param data     file of the padded data, written anew
     * @param progress counts nodes
     */
    public void decode(Path updated, Path key, CacheFolder keyCache, byte[] commD, Path data, Progress progress) throws IOException {
        SectorShape shape = keyCache.shape();
        EncodingFactors factors = factors(shape, commD, PersistentAux.read(keyCache.persistentAux())).inverted();
        combine(shape, updated, key, data, progress, decoding(factors));
    }

    /**
     * Takes a range of the user's data out of an updated replica, in the calling thread.
     *
     * @param range    which data
     * @param keyCache the old replica's cache; that of the updated one gives wrong data
     * @param commD    data commitment of the updated sector, 32 bytes
     */
    public void decodeRange(Path updated, Path key, CacheFolder keyCache, byte[] commD, DecodedRange range, OutputStream out, Progress progress)
            throws IOException {
        EncodingFactors factors = factors(keyCache.shape(), commD, PersistentAux.read(keyCache.persistentAux())).inverted();
        range.write(updated, key, decoding(factors), out, progress);
    }

    private static DecodedRange.Decoding decoding(EncodingFactors inverses) {
        return (nodes, keys, first, count) -> {
            FieldNodes.subtract(nodes, keys, count);
            inverses.multiply(nodes, first, count);
        };
    }

    /**
     * Takes the data off an updated replica, so that its key is there again, with the key's tree and {@code p_aux}.
     *
     * @param staged   padded data of the updated sector, perhaps with a trailer
     * @param keyCache folder of the old replica, with its {@code p_aux}; gets its tree
     * @param key      file of the old replica, written anew
     * @param progress counts nodes, each twice: taken off, and in the replica's tree
     * @throws ProofException if what comes out is not the old replica
     */
    public void recoverKey(Path updated, Path staged, byte[] commD, Path key, CacheFolder keyCache, Progress progress) throws IOException {
        SectorShape shape = keyCache.shape();
        PersistentAux old = PersistentAux.read(keyCache.persistentAux());
        EncodingFactors factors = factors(shape, commD, old);
        combine(shape, staged, updated, key, progress.part(0, 1, 2 * shape.nodes()), (data, replica, first, count) -> {
            factors.multiply(data, first, count);
            FieldNodes.subtract(replica, data, count);
            System.arraycopy(replica, 0, data, 0, count * NODE);
        });
        byte[] root = new ReplicaTreeBuilder(workers).build(key, keyCache, progress.part(shape.nodes(), 1, 2 * shape.nodes()));
        if (!Arrays.equals(root, old.commRLast())) {
            throw new ProofException(key + ": not the replica that " + keyCache.persistentAux() + " states; updated replica, data and"
                    + " comm_d do not belong together");
        }
    }

    private static EncodingFactors factors(SectorShape shape, byte[] commD, PersistentAux old) {
        Scalar phi = UpdateRandomness.phi(commD, old.commR());
        return EncodingFactors.of(UpdateShape.of(shape), phi);
    }

    /** Changes the nodes of the first file with those of the second. */
    private void combine(SectorShape shape, Path nodesFile, Path othersFile, Path outFile, Progress progress,
            DecodedRange.Decoding step) throws IOException {
        try (MappedFile nodes = MappedFile.readPrefix(nodesFile, shape.sectorBytes());
                MappedFile others = MappedFile.read(othersFile, shape.sectorBytes());
                MappedFile out = MappedFile.create(outFile, shape.sectorBytes())) {
            workers.forEachRange(shape.nodes(), GRAIN, progress, (from, to) -> {
                int count = (int) (to - from);
                byte[] run = new byte[count * NODE];
                byte[] otherRun = new byte[count * NODE];
                nodes.get(from, count, run, 0);
                others.get(from, count, otherRun, 0);
                step.apply(run, otherRun, from, count);
                out.put(from, count, run, 0);
            });
            out.force();
        }
    }
}
