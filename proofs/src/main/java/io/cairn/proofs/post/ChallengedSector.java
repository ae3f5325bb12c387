package io.cairn.proofs.post;

/**
 * A sector with the leaves that it is challenged for.
 *
 * @param number     of the sector
 * @param commR      replica commitment, 32 bytes
 * @param challenges leaves, in order
 */
public record ChallengedSector(long number, byte[] commR, long[] challenges) {
}
