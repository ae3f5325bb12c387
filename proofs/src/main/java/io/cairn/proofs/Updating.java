package io.cairn.proofs;

import io.cairn.proofs.bincode.BincodeException;
import io.cairn.proofs.circuit.update.UpdateCircuit;
import io.cairn.proofs.circuit.update.UpdateWitness;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.groth16.Proof;
import io.cairn.proofs.groth16.Prover;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.parameter.ProofCircuit;
import io.cairn.proofs.piece.PieceInfo;
import io.cairn.proofs.seal.CacheFolder;
import io.cairn.proofs.seal.DecodedRange;
import io.cairn.proofs.update.ReplicaUpdate;
import io.cairn.proofs.update.UpdateCommitments;
import io.cairn.proofs.update.UpdatePartitionProof;
import io.cairn.proofs.update.UpdateProofCodec;
import io.cairn.proofs.update.UpdateProver;
import io.cairn.proofs.update.UpdatePublicInputs;
import io.cairn.proofs.update.UpdateShape;
import io.cairn.proofs.update.UpdateVerifier;
import io.cairn.protocol.sector.RegisteredUpdateProof;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Everything about updates of sectors (SnapDeals): encoding new data into a replica, the proof of it, and taking the data out again, as
 * filecoin-ffi offers it (rust-filecoin-proofs-api: src/update.rs). The old replica is the key of the updated one and must be kept for
 * as long as data is to come out. Long computations report progress and can be cancelled. Safe for many threads, but two must not work on
 * the same sector's files.
 */
public final class Updating {

    private final ParameterStore parameters;
    private final Workers workers;
    private final SecureRandom random = new SecureRandom();

    /** Proves with the parameters of that store, on those threads. */
    public Updating(ParameterStore parameters, Workers workers) {
        this.parameters = parameters;
        this.workers = workers;
    }

    /**
     * Makes the updated replica and the trees in its cache folder, which must be there.
     *
     * @param pieces  pieces of the new data in sector order, zero pieces included
     * @param staged  padded new data, perhaps with a trailer
     * @param key     the old replica, with {@code p_aux} and {@code t_aux} in its cache
     * @param updated written anew
     * @throws IllegalArgumentException if the pieces do not fill the sector or their commitment is not that of the data
     * @throws IOException              if a file is missing or has another length than it should
     */
    public UpdateCommitments encode(RegisteredUpdateProof type, List<PieceInfo> pieces, Path staged, SectorFiles key, SectorFiles updated,
                                    Progress progress) throws IOException {
        return new ReplicaUpdate(workers)
                .encode(pieces, staged, key.replica(), cache(type, key), updated.replica(), cache(type, updated), progress);
    }

    /**
     * Makes and checks the vanilla proofs of all partitions, in the bytes that {@link #prove} takes.
     *
     * @param progress hears of every partition
     * @throws ProofException if the files do not prove the commitments
     * @throws IOException    if a file is missing or has another length than it should
     */
    public List<byte[]> vanillaProofs(RegisteredUpdateProof type, UpdateCommitments commitments, SectorFiles key, SectorFiles updated,
                                      Progress progress) throws IOException {
        SectorShape sector = shape(type);
        UpdateVerifier verifier = new UpdateVerifier(sector, commitments);
        UpdateProofCodec codec = new UpdateProofCodec(sector);
        int partitions = UpdateShape.of(sector).partitions();
        List<byte[]> proofs = new ArrayList<>(partitions);
        try (UpdateProver prover = UpdateProver.open(key.replica(), cache(type, key), updated.replica(), cache(type, updated))) {
            for (int k = 0; k < partitions; k++) {
                progress.checkCancelled();
                UpdatePartitionProof proof = prover.prove(k);
                requireRight(verifier, proof, k, "a replica or tree is damaged or of another sector");
                proofs.add(codec.toBytes(proof));
                progress.advanced(k + 1, partitions);
            }
        }
        return proofs;
    }

    /**
     * Makes the proof and verifies it.
     *
     * @param vanillaProofs one for each partition, in order
     * @param progress      hears of all work, several times a second
     * @return 192 bytes for each partition
     * @throws BincodeException if the bytes of a vanilla proof are not of the sector's shape
     * @throws ProofException   if a vanilla proof is wrong or the proof does not verify
     */
    public byte[] prove(RegisteredUpdateProof type, UpdateCommitments commitments, List<byte[]> vanillaProofs, Progress progress)
            throws IOException {
        List<UpdatePartitionProof> partitions = read(type, commitments, vanillaProofs);
        Prover prover = parameters.prover(circuit(type), workers);
        UpdateShape shape = UpdateShape.of(shape(type));
        List<UpdateCircuit> circuits = IntStream.range(0, partitions.size())
                .mapToObj(k -> new UpdateCircuit(shape, UpdateWitness.of(commitments, k, partitions.get(k)))).toList();
        byte[] proof = Proof.listToBytes(prover.prove(circuits, random, progress));
        if (!verify(type, commitments, proof)) {
            throw new ProofException("update proof does not verify: the parameters are not those of this circuit");
        }
        return proof;
    }

    /**
     * Whether the proof of an update is right.
     *
     * @throws IllegalArgumentException if the proof is malformed
     */
    public boolean verify(RegisteredUpdateProof type, UpdateCommitments commitments, byte[] proof) throws IOException {
        UpdateShape shape = UpdateShape.of(shape(type));
        List<Proof> proofs = Proof.listFromBytes(proof, shape.partitions());
        List<List<Scalar>> inputs = new ArrayList<>();
        for (int k = 0; k < shape.partitions(); k++) {
            inputs.add(UpdatePublicInputs.of(shape, commitments, k));
        }
        return parameters.verifier(circuit(type)).verifyBatch(proofs, inputs);
    }

    /**
     * Takes the data out of an updated replica.
     *
     * @param commD   data commitment of the updated sector, 32 bytes
     * @param updated file of the updated replica
     * @param key     the old replica, with {@code p_aux} in its own cache
     * @param data    file of the padded data, written anew
     */
    public void decode(RegisteredUpdateProof type, byte[] commD, Path updated, SectorFiles key, Path data, Progress progress)
            throws IOException {
        new ReplicaUpdate(workers).decode(updated, key.replica(), cache(type, key), Commitment.require("comm_d", commD), data, progress);
    }

    /**
     * Writes a range of an updated sector's user data, without its padding.
     *
     * @param commD  data commitment of the updated sector, 32 bytes
     * @param offset first byte of user data, a multiple of 127
     * @param length bytes of user data, a multiple of 127
     */
    public void decodeRange(RegisteredUpdateProof type, byte[] commD, Path updated, SectorFiles key, long offset, long length,
                            OutputStream out, Progress progress) throws IOException {
        new ReplicaUpdate(workers).decodeRange(updated, key.replica(), cache(type, key), Commitment.require("comm_d", commD),
                new DecodedRange(shape(type), offset, length), out, progress);
    }

    /**
     * Makes the old replica again from the updated one and its data.
     *
     * @param commD  data commitment of the updated sector, 32 bytes
     * @param staged padded data of the updated sector, perhaps with a trailer
     * @param key    replica and tree are written anew; {@code p_aux} must be in the cache
     * @throws ProofException if what comes out is not the old replica
     */
    public void recoverKey(RegisteredUpdateProof type, byte[] commD, Path updated, Path staged, SectorFiles key, Progress progress)
            throws IOException {
        new ReplicaUpdate(workers).recoverKey(updated, staged, Commitment.require("comm_d", commD), key.replica(), cache(type, key), progress);
    }

    private static List<UpdatePartitionProof> read(RegisteredUpdateProof type, UpdateCommitments commitments, List<byte[]> vanillaProofs) {
        SectorShape sector = shape(type);
        int partitions = UpdateShape.of(sector).partitions();
        if (vanillaProofs.size() != partitions) {
            throw new IllegalArgumentException("vanilla proofs of an update: " + vanillaProofs.size() + ", expected " + partitions);
        }
        UpdateVerifier verifier = new UpdateVerifier(sector, commitments);
        UpdateProofCodec codec = new UpdateProofCodec(sector);
        List<UpdatePartitionProof> proofs = new ArrayList<>(partitions);
        for (int k = 0; k < partitions; k++) {
            UpdatePartitionProof proof = codec.fromBytes(vanillaProofs.get(k));
            requireRight(verifier, proof, k, "it was made for another update or altered on its way");
            proofs.add(proof);
        }
        return proofs;
    }

    private static void requireRight(UpdateVerifier verifier, UpdatePartitionProof proof, int partition, String otherwise) {
        verifier.fault(proof, partition).ifPresent(fault -> {
            throw new ProofException("vanilla update proof of partition " + partition + ": " + fault + "; " + otherwise);
        });
    }

    private static SectorShape shape(RegisteredUpdateProof type) {
        return SectorShape.of(type.sectorSize());
    }

    private static CacheFolder cache(RegisteredUpdateProof type, SectorFiles files) {
        return new CacheFolder(files.cache(), shape(type));
    }

    private static ProofCircuit circuit(RegisteredUpdateProof type) {
        return new ProofCircuit(ProofCircuit.Kind.UPDATE, type.sectorSize());
    }
}
