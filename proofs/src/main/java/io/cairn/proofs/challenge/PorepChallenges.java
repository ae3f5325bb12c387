package io.cairn.proofs.challenge;

import io.cairn.proofs.SectorShape;
import java.nio.charset.StandardCharsets;

/**
 * Challenged nodes of a replication proof that come straight from a hash
 * (rust-fil-proofs: storage-proofs-porep/src/stacked/vanilla/challenges.rs; FIP-0092 for the non-interactive ones).
 *
 * <p>Every challenge lies in 1 to nodes − 1; a node may be challenged twice. All partitions share one list, cut in equal parts.
 */
public final class PorepChallenges {

    private static final byte[] NON_INTERACTIVE_TAG = "filecoin.io|PoRep|1|NonInteractive|1".getBytes(StandardCharsets.US_ASCII);

    private PorepChallenges() {
    }

    /**
     * Challenges of one partition of an interactive proof.
     *
     * @param replicaId 32 bytes
     * @param seed      the chain's randomness, 32 bytes, not masked
     * @param partition from 0
     */
    public static long[] interactive(SectorShape shape, byte[] replicaId, byte[] seed, int partition) {
        long[] challenges = new long[shape.porepChallengesPerPartition()];
        for (int i = 0; i < challenges.length; i++) {
            byte[] counter = Digests.littleEndian(partition * challenges.length + i);
            challenges[i] = node(Digests.sha256(replicaId, seed, counter), 0, shape.nodes());
        }
        return challenges;
    }

    /**
     * Challenges of one partition of a non-interactive proof.
     *
     * @param replicaId 32 bytes
     * @param commR     replica commitment, 32 bytes
     * @param partition from 0
     */
    public static long[] nonInteractive(SectorShape shape, byte[] replicaId, byte[] commR, int partition) {
        long[] challenges = new long[shape.porepChallengesPerPartition()];
        for (int i = 0; i < challenges.length; i++) {
            byte[] counter = Digests.littleEndian(partition * challenges.length + i);
            challenges[i] = node(Digests.sha256(NON_INTERACTIVE_TAG, replicaId, commR, counter), 0, shape.nodes());
        }
        return challenges;
    }

    /** Maps 32 random bytes to a node other than the first. */
    static long node(byte[] bytes, int offset, long nodes) {
        return Digests.remainder(bytes, offset, nodes - 1) + 1;
    }
}
