package io.cairn.persistence.sector;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.cairn.persistence.Blob;
import io.cairn.persistence.Durable;
import java.util.List;

/** What has happened to one sector. {@code at} is the wall clock in milliseconds since 1970; CIDs are in text form. */
public sealed interface SectorEvent extends Durable {
    /** Wall clock in milliseconds since 1970. */
    long at();

    /** A number got a sector. {@code duration} is the wanted life in epochs, 0 for the longest. */
    @JsonTypeName("sector.created.v1")
    record Created(long miner, long number, SectorKind kind, int sealProof, long sectorSize, long duration, long at)
            implements SectorEvent {
    }

    @JsonTypeName("sector.piece-reserved.v1")
    record PieceReserved(Piece piece, long offset, long at) implements SectorEvent {
    }

    @JsonTypeName("sector.piece-released.v1")
    record PieceReleased(String deal, String reason, long at) implements SectorEvent {
    }

    /** After a reorganisation of the chain the deal of a piece has another number there. */
    @JsonTypeName("sector.piece-renumbered.v1")
    record PieceRenumbered(String deal, long dealId, long at) implements SectorEvent {
    }

    /** The sector is closed for pieces; the list includes the filling. */
    @JsonTypeName("sector.packed.v1")
    record Packed(List<Piece> pieces, String commD, long at) implements SectorEvent {
        public Packed {
            pieces = List.copyOf(pieces);
        }
    }

    /** The randomness that makes the replica unique was drawn. */
    @JsonTypeName("sector.ticket-drawn.v1")
    record TicketDrawn(long epoch, Blob value, long at) implements SectorEvent {
    }

    /** Work was handed out; a result under another task id is ignored. */
    @JsonTypeName("sector.task-queued.v1")
    record TaskQueued(Stage stage, long taskId, int attempt, long at) implements SectorEvent {
    }

    @JsonTypeName("sector.layers-done.v1")
    record LayersDone(long taskId, long at) implements SectorEvent {
    }

    @JsonTypeName("sector.data-tree-done.v1")
    record DataTreeDone(long taskId, String commD, long at) implements SectorEvent {
    }

    @JsonTypeName("sector.trees-done.v1")
    record TreesDone(long taskId, String commR, long at) implements SectorEvent {
    }

    /** The parameters of the pre-commitment are fixed and a request id given. */
    @JsonTypeName("sector.precommit-queued.v1")
    record PreCommitQueued(String sendId, long expiration, long notAfter, long at) implements SectorEvent {
    }

    @JsonTypeName("sector.precommit-sent.v1")
    record PreCommitSent(String sendId, String cid, long at) implements SectorEvent {
    }

    @JsonTypeName("sector.precommit-landed.v1")
    record PreCommitLanded(long preCommitEpoch, long at) implements SectorEvent {
    }

    @JsonTypeName("sector.seed-ready.v1")
    record SeedReady(long epoch, Blob value, long at) implements SectorEvent {
    }

    @JsonTypeName("sector.proof-done.v1")
    record ProofDone(long taskId, Blob proof, long at) implements SectorEvent {
    }

    @JsonTypeName("sector.commit-queued.v1")
    record CommitQueued(String sendId, long notAfter, long at) implements SectorEvent {
    }

    @JsonTypeName("sector.commit-sent.v1")
    record CommitSent(String sendId, String cid, long at) implements SectorEvent {
    }

    @JsonTypeName("sector.commit-landed.v1")
    record CommitLanded(long activation, long expiration, long at) implements SectorEvent {
    }

    @JsonTypeName("sector.finalized.v1")
    record Finalized(long taskId, long at) implements SectorEvent {
    }

    @JsonTypeName("sector.stored.v1")
    record Stored(long taskId, long at) implements SectorEvent {
    }

    @JsonTypeName("sector.stage-failed.v1")
    record StageFailed(FailureCode code, String detail, long at) implements SectorEvent {
    }

    /** Files or facts were given up; the tracks stand where they are named. */
    @JsonTypeName("sector.rolled-back.v1")
    record RolledBack(Seal seal, Chain chain, boolean newTicket, String reason, long at) implements SectorEvent {
    }

    @JsonTypeName("sector.backed-off.v1")
    record BackedOff(long until, int attempt, long at) implements SectorEvent {
    }

    @JsonTypeName("sector.held.v1")
    record Held(FailureCode code, String detail, long at) implements SectorEvent {
    }

    @JsonTypeName("sector.resumed.v1")
    record Resumed(String by, long at) implements SectorEvent {
    }

    /** A reorganisation took away what had been seen on chain. */
    @JsonTypeName("sector.chain-reverted.v1")
    record ChainReverted(Chain to, String what, long at) implements SectorEvent {
    }

    @JsonTypeName("sector.fault-seen.v1")
    record FaultSeen(long epoch, long at) implements SectorEvent {
    }

    @JsonTypeName("sector.fault-recovered.v1")
    record FaultRecovered(long epoch, long at) implements SectorEvent {
    }

    @JsonTypeName("sector.extended.v1")
    record Extended(String cid, long expiration, long at) implements SectorEvent {
    }

    @JsonTypeName("sector.expired.v1")
    record Expired(long epoch, long at) implements SectorEvent {
    }

    @JsonTypeName("sector.terminated.v1")
    record Terminated(long epoch, long at) implements SectorEvent {
    }

    /** The sector is gone; its number never returns. */
    @JsonTypeName("sector.removed.v1")
    record Removed(String reason, long at) implements SectorEvent {
    }
}
