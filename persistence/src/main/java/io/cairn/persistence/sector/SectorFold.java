package io.cairn.persistence.sector;

import io.cairn.persistence.sector.SectorEvent.BackedOff;
import io.cairn.persistence.sector.SectorEvent.ChainReverted;
import io.cairn.persistence.sector.SectorEvent.CommitLanded;
import io.cairn.persistence.sector.SectorEvent.CommitQueued;
import io.cairn.persistence.sector.SectorEvent.CommitSent;
import io.cairn.persistence.sector.SectorEvent.Created;
import io.cairn.persistence.sector.SectorEvent.DataTreeDone;
import io.cairn.persistence.sector.SectorEvent.Expired;
import io.cairn.persistence.sector.SectorEvent.Extended;
import io.cairn.persistence.sector.SectorEvent.FaultRecovered;
import io.cairn.persistence.sector.SectorEvent.FaultSeen;
import io.cairn.persistence.sector.SectorEvent.Finalized;
import io.cairn.persistence.sector.SectorEvent.Held;
import io.cairn.persistence.sector.SectorEvent.LayersDone;
import io.cairn.persistence.sector.SectorEvent.Packed;
import io.cairn.persistence.sector.SectorEvent.PieceReleased;
import io.cairn.persistence.sector.SectorEvent.PieceRenumbered;
import io.cairn.persistence.sector.SectorEvent.PieceReserved;
import io.cairn.persistence.sector.SectorEvent.PreCommitLanded;
import io.cairn.persistence.sector.SectorEvent.PreCommitQueued;
import io.cairn.persistence.sector.SectorEvent.PreCommitSent;
import io.cairn.persistence.sector.SectorEvent.ProofDone;
import io.cairn.persistence.sector.SectorEvent.Removed;
import io.cairn.persistence.sector.SectorEvent.Resumed;
import io.cairn.persistence.sector.SectorEvent.RolledBack;
import io.cairn.persistence.sector.SectorEvent.SeedReady;
import io.cairn.persistence.sector.SectorEvent.StageFailed;
import io.cairn.persistence.sector.SectorEvent.Stored;
import io.cairn.persistence.sector.SectorEvent.TaskQueued;
import io.cairn.persistence.sector.SectorEvent.Terminated;
import io.cairn.persistence.sector.SectorEvent.TicketDrawn;
import io.cairn.persistence.sector.SectorEvent.TreesDone;
import java.util.ArrayList;
import java.util.List;

/** What each event does to a sector. */
final class SectorFold {
    private SectorFold() {
    }

    static SectorState fold(SectorState s, SectorEvent event) {
        return switch (event) {
            case Created e -> s.created(e);
            case PieceReserved e -> s.pieces(with(s.pieces(), e.piece()));
            case PieceReleased e -> s.pieces(s.pieces().stream().filter(p -> !p.deal().equals(e.deal())).toList());
            case PieceRenumbered e -> s.pieces(s.pieces().stream().map(p -> p.deal().equals(e.deal()) ? p.numbered(e.dealId()) : p).toList());
            case Packed e -> s.pieces(e.pieces()).replica(s.replica().data(e.commD())).seal(Seal.PACKED);
            case TicketDrawn e -> s.replica(s.replica().ticket(e.epoch(), e.value()));
            case TaskQueued e -> s.work(s.work().queued(e.stage(), e.taskId(), e.attempt()));
            case LayersDone e -> s.seal(Seal.LAYERED).work(s.work().done());
            case DataTreeDone e -> s.seal(Seal.DATA_TREE).work(s.work().done());
            case TreesDone e -> s.seal(Seal.SEALED).replica(s.replica().sealed(e.commR())).work(s.work().done());
            case PreCommitQueued e -> s.chain(Chain.PRECOMMIT_QUEUED, s.onChain().preCommit(e.sendId(), "", e.expiration()));
            case PreCommitSent e -> s.chain(Chain.PRECOMMIT_SENT,
                    s.onChain().preCommit(e.sendId(), e.cid(), s.onChain().expiration())).work(s.work().done());
            case PreCommitLanded e -> s.chain(Chain.PRECOMMITTED, s.onChain().preCommitted(e.preCommitEpoch())).work(s.work().done());
            case SeedReady e -> s.chain(Chain.SEEDED, s.onChain().seeded(e.epoch(), e.value()));
            case ProofDone e -> s.chain(Chain.PROVED, s.onChain().proved(e.proof())).work(s.work().done());
            case CommitQueued e -> s.chain(Chain.COMMIT_QUEUED, s.onChain().commit(e.sendId(), ""));
            case CommitSent e -> s.chain(Chain.COMMIT_SENT, s.onChain().commit(e.sendId(), e.cid())).work(s.work().done());
            case CommitLanded e -> s.chain(Chain.ACTIVE, s.onChain().active(e.activation(), e.expiration())).work(s.work().done());
            case Finalized e -> s.files(Files.FINALIZED).work(s.work().done());
            case Stored e -> s.files(Files.STORED).chain(s.chain(), s.onChain().withoutProof()).work(s.work().done());
            case StageFailed e -> s.troubles(s.troubles().met(e.code(), e.detail())).work(s.work().failed());
            case RolledBack e -> rolledBack(s, e);
            case BackedOff e -> s.work(s.work().backedOff(e.until(), e.attempt()));
            case Held e -> s.troubles(s.troubles().held(e.code(), e.detail())).work(s.work().failed());
            case Resumed e -> s.troubles(s.troubles().resumed()).work(s.work().done());
            case ChainReverted e -> s.chain(e.to(), s.onChain().revertedTo(e.to())).work(s.work().failed());
            case FaultSeen e -> s.troubles(s.troubles().faulty(true));
            case FaultRecovered e -> s.troubles(s.troubles().faulty(false));
            case Extended e -> s.chain(s.chain(), s.onChain().expiring(e.expiration()));
            case Expired e -> s.chain(Chain.EXPIRED, s.onChain());
            case Terminated e -> s.chain(Chain.TERMINATED, s.onChain());
            case Removed e -> s.gone();
        };
    }

    /** What an operator may want to know about an event beyond its name. */
    static String note(SectorEvent event) {
        return switch (event) {
            case PieceReserved e -> e.piece().cid();
            case PieceReleased e -> e.reason();
            case PieceRenumbered e -> "deal " + e.dealId();
            case TicketDrawn e -> "epoch " + e.epoch();
            case TaskQueued e -> e.stage() + ", task " + e.taskId();
            case TreesDone e -> e.commR();
            case PreCommitSent e -> e.cid();
            case PreCommitLanded e -> "epoch " + e.preCommitEpoch();
            case SeedReady e -> "epoch " + e.epoch();
            case CommitSent e -> e.cid();
            case CommitLanded e -> "active at epoch " + e.activation() + ", until " + e.expiration();
            case StageFailed e -> e.code() + ": " + e.detail();
            case RolledBack e -> "to " + e.seal() + ", " + e.chain() + ": " + e.reason();
            case Held e -> e.code() + ": " + e.detail();
            case Resumed e -> "by " + e.by();
            case ChainReverted e -> "to " + e.to() + ": " + e.what();
            case Extended e -> "until " + e.expiration();
            case Removed e -> e.reason();
            case Created e -> e.kind().name();
            case Packed e -> e.commD();
            case BackedOff e -> "attempt " + e.attempt();
            case LayersDone e -> "";
            case DataTreeDone e -> e.commD();
            case PreCommitQueued e -> e.sendId();
            case ProofDone e -> "";
            case CommitQueued e -> e.sendId();
            case Finalized e -> "";
            case Stored e -> "";
            case FaultSeen e -> "epoch " + e.epoch();
            case FaultRecovered e -> "epoch " + e.epoch();
            case Expired e -> "epoch " + e.epoch();
            case Terminated e -> "epoch " + e.epoch();
        };
    }

    private static SectorState rolledBack(SectorState s, RolledBack e) {
        Replica replica = e.newTicket() ? s.replica().withoutTicket() : s.replica();
        return s.seal(e.seal()).replica(replica).chain(e.chain(), s.onChain().revertedTo(e.chain())).work(s.work().failed());
    }

    private static List<Piece> with(List<Piece> pieces, Piece piece) {
        List<Piece> more = new ArrayList<>(pieces);
        more.add(piece);
        return more;
    }
}
