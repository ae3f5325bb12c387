package io.cairn.proofs;

/**
 * The commitments of a sealed sector.
 *
 * @param commR replica commitment, 32 bytes
 * @param commD data commitment, 32 bytes
 */
public record SealCommitments(byte[] commR, byte[] commD) {
}
