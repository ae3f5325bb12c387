package io.cairn.actors.sector;

import akka.actor.typed.ActorRef;
import io.cairn.actors.Wire;
import io.cairn.actors.chain.HeadChange;
import io.cairn.actors.chain.Ledger;
import io.cairn.actors.view.SectorView;
import io.cairn.persistence.Blob;
import io.cairn.persistence.sector.FailureCode;
import io.cairn.persistence.sector.Piece;
import io.cairn.persistence.sector.SectorKind;
import java.math.BigInteger;

/** What a sector understands. */
public sealed interface SectorCommand extends Wire {
    /** The chain moved. */
    record HeadChanged(HeadChange change) implements SectorCommand {
    }

    /** How the sector stands on chain before a tipset's own messages. */
    record Stands(Ledger.Standing standing, long head) implements SectorCommand {
    }

    /** Begins a sector; a second one for the same number is refused unless it is the same. */
    record Create(SectorKind kind, int sealProof, long sectorSize, long duration, ActorRef<Answer> replyTo) implements SectorCommand {
    }

    /** Puts a piece into a sector that is still open. */
    record AddPiece(Piece piece, ActorRef<Answer> replyTo) implements SectorCommand {
    }

    /** Closes the sector for pieces and begins to seal. */
    record StartSealing(ActorRef<Answer> replyTo) implements SectorCommand {
    }

    /** Goes on with a sector that waits for an operator. */
    record Resume(String by, ActorRef<Answer> replyTo) implements SectorCommand {
    }

    /** Gives the sector up; its number never returns. */
    record Remove(String reason, ActorRef<Answer> replyTo) implements SectorCommand {
    }

    /** Asks for what is known. */
    record Look(ActorRef<SectorView> replyTo) implements SectorCommand {
    }

    /** Asks whether the sector waits for something that will come. */
    record Examine(ActorRef<Examined> replyTo) implements SectorCommand {
    }

    /**
     * How a sector stands.
     *
     * @param problem why it will not go on by itself although nothing says so; empty where all is well
     * @param stored  whether its files are where they stay
     */
    record Examined(long sector, String problem, boolean stored) implements Wire {
    }

    /** Whether a command was followed (the refusal is empty), and the offset of an added piece. */
    record Answer(String refusal, long offset) implements Wire {
    }

    /** The commitment of all pieces is known. */
    record PiecesCommitted(String commD) implements SectorCommand {
    }

    /** The ticket is drawn. */
    record TicketDrawn(long epoch, Blob value) implements SectorCommand {
    }

    /** A task ended well; the result's meaning depends on the stage: a commitment in text form, or nothing. */
    record TaskDone(long taskId, String commitment, Blob proof) implements SectorCommand {
    }

    /** A task ended badly. */
    record TaskFailed(long taskId, FailureCode code, String detail) implements SectorCommand {
    }

    /** A message of this sector is in the pool. */
    record MessageSent(String sendId, String cid) implements SectorCommand {
    }

    /** A message of this sector was not handed over. */
    record MessageNotSent(String sendId, String reason, boolean lacksFunds) implements SectorCommand {
    }

    /** What the addresses that may pay hold together, attoFIL. */
    record FundsSeen(BigInteger funds) implements SectorCommand {
    }

    /** A message of this sector was executed. */
    record MessageExecuted(String sendId, long exitCode, long epoch) implements SectorCommand {
    }

    /** What the chain says about the sector; epochs are −1 for what it does not know. */
    record ChainSeen(String preCommittedCid, long preCommitEpoch, String sealedCid, long activation, long expiration, long head)
            implements SectorCommand {
    }

    /** The interactive randomness at an epoch. */
    record SeedSeen(long epoch, Blob value) implements SectorCommand {
    }

    /** Asking the chain or the files failed; the next head tries again. */
    record LookupFailed(String what, String reason) implements SectorCommand {
    }
}
