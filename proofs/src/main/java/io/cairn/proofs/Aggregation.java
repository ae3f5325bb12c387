package io.cairn.proofs;

import io.cairn.proofs.aggregate.AggregateFormatException;
import io.cairn.proofs.aggregate.AggregateMemory;
import io.cairn.proofs.aggregate.AggregateProof;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.dispatch.Shares;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.groth16.Proof;
import io.cairn.proofs.groth16.ProofFormatException;
import io.cairn.proofs.hash.Sha256Nodes;
import io.cairn.proofs.parameter.MissingParametersException;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.parameter.ProofCircuit;
import io.cairn.proofs.update.UpdateCommitments;
import io.cairn.proofs.update.UpdatePublicInputs;
import io.cairn.proofs.update.UpdateShape;
import io.cairn.protocol.sector.RegisteredAggregationProof;
import io.cairn.protocol.sector.RegisteredSealProof;
import io.cairn.protocol.sector.RegisteredUpdateProof;
import io.cairn.protocol.sector.SealFeature;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One short proof for many sectors: replication proofs and update proofs aggregated with SnarkPack (rust-fil-proofs: filecoin-proofs/src/api/seal.rs and
 * update.rs). How many sectors the chain takes in one aggregate is the chain's policy, not checked here. Safe for many threads.
 */
public final class Aggregation {

    /** The most sectors of one aggregate of non-interactive proofs (FIP-0092). */
    public static final int MOST_NON_INTERACTIVE_SECTORS = 65;

    private static final Logger LOG = LoggerFactory.getLogger(Aggregation.class);
    /** How long an aggregate waits for others to give back memory. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final ParameterStore parameters;
    private final Workers workers;

    /** Aggregates with the SRS of that store, on those threads. */
    public Aggregation(ParameterStore parameters, Workers workers) {
        this.parameters = parameters;
        this.workers = workers;
    }

    /**
     * Aggregates the replication proofs of sectors of one miner.
     *
     * @param sectors  in the order in which the aggregate will be verified
     * @param proofs   for each sector 192 bytes for each partition; of a non-interactive sector what {@link Sealing#sealCommit2Partitions} makes
     * @param progress hears of all work
     * @throws IllegalArgumentException   if there are no sectors or too many, or a proof or commitment is malformed
     * @throws MissingParametersException if the store has no SRS
     * @throws MemoryBudgetException      if the memory that the aggregate takes is not free within half an hour
     */
    public byte[] aggregateSeals(RegisteredSealProof type, RegisteredAggregationProof version, List<AggregateSealInfo> sectors, List<byte[]> proofs,
                                 Progress progress) throws IOException {
        requireSectors(type, sectors);
        return aggregate(proofs(proofs, sectors.size(), SealVerifier.partitions(type)), include(type, sectors), version, progress);
    }

    /**
     * Whether an aggregate of replication proofs is right.
     *
     * @param sectors in the order in which they were aggregated
     * @throws AggregateFormatException   if the aggregate is malformed
     * @throws IllegalArgumentException   if it is not for as many proofs as the sectors have, or a sector's commitment is malformed
     * @throws MissingParametersException if the store has no SRS, or no key
     */
    public boolean verifySeals(RegisteredSealProof type, RegisteredAggregationProof version, long minerActorId, List<AggregateSealInfo> sectors,
                               byte[] aggregate) throws IOException {
        requireSectors(type, sectors);
        List<List<Scalar>> inputs = new ArrayList<>();
        for (AggregateSealInfo sector : sectors) {
            ProofDispatcher.giveWay();
            inputs.addAll(SealVerifier.inputs(type, minerActorId, sector));
        }
        return verify(SealVerifier.circuit(type), version, aggregate, inputs, include(type, sectors));
    }

    /**
     * Aggregates the proofs of sector updates, with the second version of SnarkPack as the reference demands.
     *
     * @param updates  in the order in which the aggregate will be verified
     * @param proofs   for each update 192 bytes for each partition
     * @param progress hears of all work
     * @throws IllegalArgumentException   if there are no updates, or a proof is malformed
     * @throws MissingParametersException if the store has no SRS
     * @throws MemoryBudgetException      if the memory that the aggregate takes is not free within half an hour
     */
    public byte[] aggregateUpdates(RegisteredUpdateProof type, List<UpdateCommitments> updates, List<byte[]> proofs, Progress progress)
            throws IOException {
        requireAny(updates);
        UpdateShape shape = UpdateShape.of(SectorShape.of(type.sectorSize()));
        return aggregate(proofs(proofs, updates.size(), shape.partitions()), include(shape, updates), RegisteredAggregationProof.SNARK_PACK_V2, progress);
    }

    /**
     * Whether an aggregate of update proofs is right.
     *
     * @param updates in the order in which they were aggregated
     * @throws AggregateFormatException   if the aggregate is malformed
     * @throws IllegalArgumentException   if it is not for as many proofs as the updates have
     * @throws MissingParametersException if the store has no SRS, or no key
     */
    public boolean verifyUpdates(RegisteredUpdateProof type, List<UpdateCommitments> updates, byte[] aggregate) throws IOException {
        requireAny(updates);
        UpdateShape shape = UpdateShape.of(SectorShape.of(type.sectorSize()));
        List<List<Scalar>> inputs = new ArrayList<>();
        for (UpdateCommitments update : updates) {
            ProofDispatcher.giveWay();
            for (int k = 0; k < shape.partitions(); k++) {
                inputs.add(UpdatePublicInputs.of(shape, update, k));
            }
        }
        ProofCircuit circuit = new ProofCircuit(ProofCircuit.Kind.UPDATE, type.sectorSize());
        return verify(circuit, RegisteredAggregationProof.SNARK_PACK_V2, aggregate, inputs, include(shape, updates));
    }

    private byte[] aggregate(List<Proof> proofs, byte[] include, RegisteredAggregationProof version, Progress progress) throws IOException {
        Shares shares = new Shares(progress, 10 * Shares.FINE);
        String purpose = "aggregate of " + proofs.size() + " proofs";
        MemoryBudget budget = parameters.budget();
        long peak = AggregateMemory.peak(AggregateProof.padded(proofs.size()), workers.parallelism());
        try (MemoryReservation memory = budget.reserve(peak, purpose, PATIENCE, progress)) {
            LOG.info("{}: at most {} MiB; {} of {} MiB are reserved by all", purpose, memory.bytes() >> 20, budget.inUse() >> 20, budget.limit() >> 20);
            return parameters.aggregator(proofs.size(), workers, shares.next(Shares.FINE)).aggregate(proofs, include, version, shares.rest()).toBytes();
        }
    }

    private boolean verify(ProofCircuit circuit, RegisteredAggregationProof version, byte[] aggregate, List<List<Scalar>> inputs, byte[] include)
            throws IOException {
        return parameters.aggregateVerifier(circuit).verify(AggregateProof.fromBytes(aggregate), AggregateProof.filled(inputs), include, version);
    }

    private static List<Proof> proofs(List<byte[]> proofs, int sectors, int partitions) {
        if (proofs.size() != sectors) {
            throw new IllegalArgumentException("proofs to aggregate: " + proofs.size() + " for " + sectors + " sectors, expected as many");
        }
        List<Proof> all = new ArrayList<>(sectors * partitions);
        for (int k = 0; k < sectors; k++) {
            ProofDispatcher.giveWay();
            try {
                all.addAll(Proof.listFromBytes(proofs.get(k), partitions));
            } catch (ProofFormatException malformed) {
                throw new IllegalArgumentException("proof " + k + " to aggregate: " + malformed.getMessage(), malformed);
            }
        }
        return all;
    }

    private static void requireSectors(RegisteredSealProof type, List<AggregateSealInfo> sectors) {
        requireAny(sectors);
        if (type.feature() == SealFeature.NON_INTERACTIVE && sectors.size() > MOST_NON_INTERACTIVE_SECTORS) {
            throw new IllegalArgumentException("sectors of an aggregate of non-interactive proofs: " + sectors.size() + ", expected at most "
                    + MOST_NON_INTERACTIVE_SECTORS);
        }
    }

    private static void requireAny(List<?> sectors) {
        if (sectors.isEmpty()) {
            throw new IllegalArgumentException("sectors of an aggregate: none, expected at least 1");
        }
    }

    /** What the challenges depend on besides the proofs: where the sectors' challenges come from, and the replicas. */
    private static byte[] include(RegisteredSealProof type, List<AggregateSealInfo> sectors) {
        MessageDigest digest = Sha256Nodes.newDigest();
        for (AggregateSealInfo sector : sectors) {
            if (type.feature() != SealFeature.NON_INTERACTIVE) {
                digest.update(Commitment.requireLength("seed", sector.seed()));
            }
            digest.update(Commitment.require("comm_r", sector.commR()));
        }
        return digest.digest();
    }

    private static byte[] include(UpdateShape shape, List<UpdateCommitments> updates) {
        MessageDigest digest = Sha256Nodes.newDigest();
        for (UpdateCommitments update : updates) {
            digest.update((byte) shape.highBits());
            digest.update(update.commROld());
            digest.update(update.commRNew());
            digest.update(update.commDNew());
        }
        return digest.digest();
    }
}
