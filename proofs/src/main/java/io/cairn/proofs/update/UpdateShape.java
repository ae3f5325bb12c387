package io.cairn.proofs.update;

import io.cairn.proofs.SectorShape;
import java.util.Collections;
import java.util.List;

/**
 * What the proof of an update depends on besides the trees' arities (rust-fil-proofs: storage-proofs-update/src/constants.rs).
 *
 * @param nodesLog2       binary logarithm of the sector's nodes
 * @param partitions      proofs of an update, a power of two; each asks for a range of nodes of its own
 * @param challenges      challenges of each partition
 * @param apexLeaves      nodes of the data tree that each partition states for all its openings, a power of two
 * @param highBitsAllowed the six numbers of high bits of a node's index among which the circuit lets its prover choose
 * @param highBits        the number that the network uses: nodes whose indexes agree in that many high bits share a factor
 */
public record UpdateShape(int nodesLog2, int partitions, int challenges, int apexLeaves, List<Integer> highBitsAllowed, int highBits) {

    /** Bits that are drawn from one digest at most. */
    private static final int DIGEST_BITS = 254;
    private static final List<Integer> SMALL = Collections.nCopies(6, 1);
    private static final List<Integer> LARGE = List.of(7, 8, 9, 10, 11, 12);
    private static final int IN_USE = 3;

    /** Of a sector. */
    public static UpdateShape of(SectorShape sector) {
        return ofNodesLog2(sector.nodesLog2());
    }

    /** Of sectors of 2^{@code nodesLog2} nodes, from 2^5. */
    public static UpdateShape ofNodesLog2(int nodesLog2) {
        if (nodesLog2 <= 8) {
            return of(nodesLog2, 1, 10, 8, SMALL);
        }
        if (nodesLog2 <= 10) {
            return of(nodesLog2, 2, 10, 128, SMALL);
        }
        return nodesLog2 <= 19 ? of(nodesLog2, 4, 10, 128, LARGE) : of(nodesLog2, 16, 86, 128, LARGE);
    }

    private static UpdateShape of(int nodesLog2, int partitions, int challenges, int apexLeaves, List<Integer> highBitsAllowed) {
        return new UpdateShape(nodesLog2, partitions, challenges, apexLeaves, highBitsAllowed, highBitsAllowed.get(IN_USE));
    }

    /** Binary logarithm of the partitions: the highest bits of a challenge. */
    public int partitionsLog2() {
        return Integer.numberOfTrailingZeros(partitions);
    }

    /** Binary logarithm of the apex leaves of a partition. */
    public int apexLeavesLog2() {
        return Integer.numberOfTrailingZeros(apexLeaves);
    }

    /** Row of the data tree that the apex leaves stand in, 0 for the data itself. */
    public int apexRow() {
        return randomBits() - apexLeavesLog2();
    }

    /** Bits of a challenge that are drawn at random. */
    public int randomBits() {
        return nodesLog2 - partitionsLog2();
    }

    /** Challenges drawn from one digest. */
    public int challengesPerDigest() {
        return DIGEST_BITS / randomBits();
    }

    /** Digests that the challenges of a partition are drawn from. */
    public int digests() {
        return (challenges + challengesPerDigest() - 1) / challengesPerDigest();
    }

    /** The chosen number of high bits as the public input states it: one bit, at its first place among the allowed ones. */
    public int selector() {
        return 1 << highBitsAllowed.indexOf(highBits);
    }

    /** Bits of the selector. */
    public int selectorBits() {
        return highBitsAllowed.size();
    }
}
