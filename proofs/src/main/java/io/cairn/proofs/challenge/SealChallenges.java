package io.cairn.proofs.challenge;

import io.cairn.proofs.SectorShape;
import io.cairn.protocol.sector.RegisteredSealProof;
import io.cairn.protocol.sector.SealFeature;

/** The challenges of a replication proof of any registered kind, by partition. */
public final class SealChallenges {

    private final RegisteredSealProof type;
    private final SectorShape shape;
    private final byte[] replicaId;
    private final byte[] commR;
    private final byte[] seed;
    private final SyntheticChallenges synthetic;

    /** For one replica; all values 32 bytes. */
    public SealChallenges(RegisteredSealProof type, byte[] replicaId, byte[] commR, byte[] seed) {
        this.type = type;
        this.shape = SectorShape.of(type.sectorSize());
        this.replicaId = replicaId.clone();
        this.commR = commR.clone();
        this.seed = seed.clone();
        this.synthetic = type.feature() == SealFeature.SYNTHETIC
                ? new SyntheticChallenges(shape.nodes(), shape.syntheticChallenges(), replicaId, commR) : null;
    }

    /** Number of partitions of the proof. */
    public int partitions() {
        return type.feature() == SealFeature.NON_INTERACTIVE ? shape.nonInteractivePartitions() : shape.porepPartitions();
    }

    /** The challenges of one partition, from 0. */
    public long[] of(int partition) {
        return switch (type.feature()) {
            case INTERACTIVE -> PorepChallenges.interactive(shape, replicaId, seed, partition);
            case SYNTHETIC -> synthetic.selected(seed, partition, shape.porepChallengesPerPartition());
            case NON_INTERACTIVE -> PorepChallenges.nonInteractive(shape, replicaId, commR, partition);
        };
    }
}
