package io.cairn.proofs;

/**
 * What the chain knows of one sector whose replication proof is in an aggregate (go-state-types: proof/proof_types.go, AggregateSealVerifyInfo).
 *
 * @param sectorNumber of the sector
 * @param ticket       sealing randomness, 32 bytes, not masked
 * @param seed         interactive randomness, 32 bytes, not masked; for non-interactive proofs any that is not zero
 * @param commR        replica commitment, 32 bytes
 * @param commD        data commitment, 32 bytes
 */
public record AggregateSealInfo(long sectorNumber, byte[] ticket, byte[] seed, byte[] commR, byte[] commD) {
}
