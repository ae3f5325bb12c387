package io.cairn.proofs.seal;

import io.cairn.proofs.Commitment;
import io.cairn.proofs.SectorShape;
import io.cairn.proofs.challenge.ProverId;
import io.cairn.proofs.challenge.ReplicaId;
import io.cairn.proofs.graph.GraphVersion;
import io.cairn.proofs.graph.StackedGraph;
import io.cairn.protocol.sector.ProofVersion;
import io.cairn.protocol.sector.RegisteredSealProof;

/**
 * Which replica is to be made: everything that its labels depend on but the data.
 *
 * <p>Immutable; arrays are copied on their way in and out.
 */
public final class SectorSpec {

    private final SectorShape shape;
    private final byte[] porepId;
    private final GraphVersion graphVersion;
    private final byte[] proverId;
    private final long sectorNumber;
    private final byte[] ticket;

    /**
     * A replica of any shape, also those that are not registered.
     *
     * @param porepId 32 bytes of the proof type
     * @param proverId 32 bytes, see {@link ProverId}
     * @param sectorNumber unsigned 64-bit number
     * @param ticket sealing randomness, 32 bytes
     */
    public SectorSpec(SectorShape shape, byte[] porepId, GraphVersion graphVersion, byte[] proverId, long sectorNumber,
            byte[] ticket) {
        this.shape = shape;
        this.porepId = Commitment.requireLength("porep id", porepId).clone();
        this.graphVersion = graphVersion;
        this.proverId = Commitment.requireLength("prover id", proverId).clone();
        this.sectorNumber = sectorNumber;
        this.ticket = Commitment.requireLength("ticket", ticket).clone();
    }

    /** A replica under a registered proof type. */
    public static SectorSpec of(RegisteredSealProof proof, long minerActorId, long sectorNumber, byte[] ticket) {
        return new SectorSpec(SectorShape.of(proof.sectorSize()), proof.porepId(), graphVersion(proof.version()),
                ProverId.of(minerActorId), sectorNumber, ticket);
    }

    /** The graph that replicas follow under a version of the proofs. */
    public static GraphVersion graphVersion(ProofVersion version) {
        return version == ProofVersion.V1_0_0 ? GraphVersion.LEGACY : GraphVersion.CURRENT;
    }

    /** The sector's shape. */
    public SectorShape shape() {
        return shape;
    }

    /** The graph of the replica's labels. */
    public StackedGraph graph() {
        return new StackedGraph(shape.nodes(), porepId, graphVersion);
    }

    /**
     * The replica's identity once its data is known.
     *
     * @param commD data commitment, 32 bytes
     */
    public byte[] replicaId(byte[] commD) {
        return ReplicaId.of(proverId, sectorNumber, ticket, commD, porepId);
    }
}
