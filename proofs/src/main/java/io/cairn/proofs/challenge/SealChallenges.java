package io.cairn.proofs.challenge;

import io.cairn.proofs.SectorShape;
import io.cairn.protocol.sector.RegisteredSealProof;
import io.cairn.protocol.sector.SealFeature;

/** The challenges of a replication proof of any registered kind, by partition. */
public final class SealChallenges {

    private final SealFeature feature;
    private final SectorShape shape;
    private final byte[] replicaId;
    private final byte[] commR;
    private final byte[] seed;
    private final SyntheticChallenges synthetic;

    /** For one replica; all values 32 bytes. */
    public SealChallenges(RegisteredSealProof type, byte[] replicaId, byte[] commR, byte[] seed) {
        this(SectorShape.of(type.sectorSize()), type.feature(), replicaId, commR, seed);
    }

    /** As {@link #SealChallenges(RegisteredSealProof, byte[], byte[], byte[])}, for a shape that no registered proof need have. */
    public SealChallenges(SectorShape shape, SealFeature feature, byte[] replicaId, byte[] commR, byte[] seed) {
        this.shape = shape;
        this.feature = feature;
        this.replicaId = replicaId.clone();
        this.commR = commR.clone();
        this.seed = seed.clone();
        this.synthetic = feature == SealFeature.SYNTHETIC
                ? new SyntheticChallenges(shape.nodes(), shape.syntheticChallenges(), replicaId, commR) : null;
    }

    /** Number of partitions of the proof. */
    public int partitions() {
        return feature == SealFeature.NON_INTERACTIVE ? shape.nonInteractivePartitions() : shape.porepPartitions();
    }

    /** Positions of a synthetic proof's challenges, of one partition, in the set of all synthetic ones. */
    public int[] syntheticIndexes(int partition) {
        return synthetic.selectedIndexes(seed, partition, shape.porepChallengesPerPartition());
    }

    /** The challenges of one partition, from 0. */
    public long[] of(int partition) {
        return switch (feature) {
            case INTERACTIVE -> PorepChallenges.interactive(shape, replicaId, seed, partition);
            case SYNTHETIC -> synthetic.selected(seed, partition, shape.porepChallengesPerPartition());
            case NON_INTERACTIVE -> PorepChallenges.nonInteractive(shape, replicaId, commR, partition);
        };
    }
}
