package io.cairn.proofs;

import io.cairn.protocol.sector.RegisteredSealProof;

/**
 * What the chain knows of a replication proof (go-state-types: proof/proof_types.go).
 *
 * @param type         kind of replication proof
 * @param minerActorId id of the miner actor
 * @param sectorNumber of the sector
 * @param ticket       sealing randomness, 32 bytes, not masked
 * @param seed         interactive randomness, 32 bytes, not masked; without meaning for a non-interactive sector
 * @param commR        replica commitment, 32 bytes
 * @param commD        data commitment, 32 bytes
 * @param proof        192 bytes for each partition; of a non-interactive sector the aggregate of its partitions
 */
public record SealVerifyInfo(RegisteredSealProof type, long minerActorId, long sectorNumber, byte[] ticket, byte[] seed, byte[] commR,
                             byte[] commD, byte[] proof) {
}
