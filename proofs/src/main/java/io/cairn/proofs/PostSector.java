package io.cairn.proofs;

/**
 * A sector to be proved by a space-time proof.
 *
 * @param number of the sector
 * @param commR  replica commitment, 32 bytes
 * @param files  replica and cache, or those of its update
 */
public record PostSector(long number, byte[] commR, SectorFiles files) {
}
