package io.cairn.proofs;

import io.cairn.proofs.seal.SectorSpec;
import io.cairn.protocol.sector.RegisteredSealProof;

/**
 * Which sector is to be sealed.
 *
 * @param type         kind of replication proof
 * @param minerActorId id of the miner actor
 * @param sectorNumber of the sector
 * @param ticket       sealing randomness, 32 bytes, not masked
 */
public record SealRequest(RegisteredSealProof type, long minerActorId, long sectorNumber, byte[] ticket) {

    SectorSpec spec() {
        return SectorSpec.of(type, minerActorId, sectorNumber, ticket);
    }

    SectorShape shape() {
        return SectorShape.of(type.sectorSize());
    }
}
