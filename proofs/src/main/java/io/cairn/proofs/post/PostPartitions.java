package io.cairn.proofs.post;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.challenge.PostChallenges;
import io.cairn.protocol.sector.ProofVersion;
import io.cairn.protocol.sector.RegisteredPostProof;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Challenges of the sectors of a space-time proof and their cut into proof partitions, which are not the deadline's partitions
 * (rust-fil-proofs: filecoin-proofs/src/api/post_util.rs).
 */
public final class PostPartitions {

    private PostPartitions() {
    }

    /**
     * The partitions of a window proof with their challenges, sectors in ascending number.
     *
     * @param randomness masked, 32 bytes
     * @param commRs     replica commitments by sector number, not empty
     */
    public static List<List<ChallengedSector>> window(RegisteredPostProof type, byte[] randomness, SortedMap<Long, byte[]> commRs) {
        SectorShape shape = SectorShape.of(type.sectorSize());
        List<List<ChallengedSector>> partitions = new ArrayList<>();
        long position = 0;
        for (Map.Entry<Long, byte[]> sector : commRs.entrySet()) {
            if (position % shape.windowSectors() == 0) {
                partitions.add(new ArrayList<>());
            }
            long[] leaves = PostChallenges.leaves(type.version(), randomness, sector.getKey(), position, SectorShape.WINDOW_CHALLENGES, shape.nodes());
            partitions.getLast().add(new ChallengedSector(sector.getKey(), sector.getValue(), leaves));
            position++;
        }
        return partitions;
    }

    /** The one sector of a winning proof with its 66 challenges. */
    public static ChallengedSector winning(RegisteredPostProof type, byte[] randomness, long number, byte[] commR) {
        long[] leaves = PostChallenges.leaves(ProofVersion.V1_0_0, randomness, number, 0, SectorShape.WINNING_CHALLENGES,
                type.sectorSize().nodes());
        return new ChallengedSector(number, commR, leaves);
    }
}
