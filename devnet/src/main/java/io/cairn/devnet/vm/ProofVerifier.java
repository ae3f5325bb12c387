package io.cairn.devnet.vm;

import io.cairn.protocol.cid.Cid;
import java.util.List;

/** Checks the proofs that providers submit. The chain always runs with the implementation of the proofs library. */
public interface ProofVerifier {

    /** What a PoRep proof is about. Randomness values are 32 bytes. */
    record Seal(int sealProof, long miner, long sector, byte[] ticket, byte[] seed, Cid sealedCid, Cid unsealedCid, byte[] proof) { }

    /** A challenged sector. */
    record ChallengedSector(int sealProof, long sector, Cid sealedCid) { }

    /** What a window or winning proof is about; sectors in ascending order, one proof for all partitions. */
    record SpaceTime(int postProof, long miner, byte[] randomness, List<ChallengedSector> sectors, byte[] proof) { }

    /** Whether the sector was sealed as claimed. */
    boolean verifySeal(Seal seal);

    /** Whether the replicas were there at the window's challenge. */
    boolean verifyWindow(SpaceTime window);

    /** Whether the challenged replica was there when the block was won. */
    boolean verifyWinning(SpaceTime winning);

    /** Which of {@code sectors} sectors a winning proof must cover, by index into the proving set. */
    List<Integer> winningChallenges(int postProof, long miner, byte[] randomness, int sectors);

    /** The unsealed CID of a sector that holds these pieces in order; padded sizes in bytes. */
    Cid unsealedCid(int sealProof, List<Cid> pieces, List<Long> paddedSizes);
}
