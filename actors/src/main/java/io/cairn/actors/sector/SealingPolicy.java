package io.cairn.actors.sector;

import io.cairn.persistence.sector.Piece;
import io.cairn.persistence.sector.SectorState;

/**
 * The chain's rules of sealing and our margins, in epochs (builtin-actors: runtime/src/runtime/policy.rs).
 *
 * @param preCommitDelay    from a pre-commitment to its interactive randomness
 * @param seedConfidence    waited on top
 * @param messageConfidence tipsets on top of a message before it counts
 */
record SealingPolicy(long preCommitDelay, long seedConfidence, long messageConfidence) {
    static final long TICKET_LOOKBACK = 900;
    static final long TICKET_LIFE = 3780;
    static final long PROOF_LIFE = 86_550;
    static final long SHORTEST_LIFE = 518_400;
    static final long LONGEST_LIFE = 3_680_640;

    /** The epoch at which a sector should end: its deals' end or the wanted life, within what the chain allows. */
    static long expiration(SectorState state, long head) {
        long ticket = state.replica().ticketEpoch();
        long duration = state.created().orElseThrow().duration();
        long wanted = state.pieces().stream().mapToLong(Piece::endEpoch).max().orElse(-1);
        if (wanted < 0) {
            wanted = ticket + (duration == 0 ? LONGEST_LIFE : duration);
        }
        long floor = Math.max(ticket, head) + TICKET_LIFE + PROOF_LIFE + SHORTEST_LIFE;
        return Math.min(Math.max(wanted, floor), head + LONGEST_LIFE);
    }

    /** Last epoch at which a pre-commitment helps: the ticket's end or the earliest start of a deal. */
    static long preCommitBefore(SectorState state) {
        return Math.min(state.replica().ticketEpoch() + TICKET_LIFE, earliestStart(state));
    }

    /** The earliest epoch at which a deal of the sector has to be active. */
    static long earliestStart(SectorState state) {
        return state.pieces().stream().mapToLong(Piece::startEpoch).filter(epoch -> epoch >= 0).min().orElse(Long.MAX_VALUE);
    }

    long seedEpoch(SectorState state) {
        return state.onChain().preCommitEpoch() + preCommitDelay;
    }
}
