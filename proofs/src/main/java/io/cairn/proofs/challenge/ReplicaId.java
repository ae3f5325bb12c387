package io.cairn.proofs.challenge;

import java.nio.ByteBuffer;

/** The identity of a replica, which enters each of its labels (rust-fil-proofs: storage-proofs-porep/src/stacked/vanilla/params.rs). */
public final class ReplicaId {

    private ReplicaId() {
    }

    /**
     * Derives a replica's identity.
     *
     * @param proverId     32 bytes, see {@link ProverId}
     * @param sectorNumber unsigned 64-bit number, hashed in big-endian order
     * @param ticket       sealing randomness, 32 bytes, not masked
     * @param commD        data commitment, 32 bytes
     * @param porepId      32 bytes of the proof type
     * @return 32 bytes, below the field's modulus
     */
    public static byte[] of(byte[] proverId, long sectorNumber, byte[] ticket, byte[] commD, byte[] porepId) {
        byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(sectorNumber).array();
        byte[] id = Digests.sha256(proverId, number, ticket, commD, porepId);
        id[31] &= 0x3f;
        return id;
    }
}
