package io.cairn.actors.deal;

import akka.actor.typed.ActorRef;
import io.cairn.actors.chain.ChainAccess;
import io.cairn.actors.chain.Executed;
import io.cairn.actors.chain.Head;
import io.cairn.actors.chain.Outbound;
import io.cairn.actors.deal.DealCommand.DataChecked;
import io.cairn.actors.deal.DealCommand.NotYet;
import io.cairn.actors.deal.DealCommand.PiecePlaced;
import io.cairn.actors.deal.DealCommand.PublishConfirmed;
import io.cairn.actors.deal.DealCommand.PublishFailed;
import io.cairn.actors.deal.DealCommand.PublishSent;
import io.cairn.actors.ports.SealingTasks;
import io.cairn.actors.sender.Outbox;
import io.cairn.actors.sender.SenderCommand;
import io.cairn.persistence.Blob;
import io.cairn.persistence.deal.DealEvent.Accepted;
import io.cairn.persistence.deal.DealState;
import io.cairn.persistence.sector.Piece;
import io.cairn.protocol.actor.market.PublishStorageDealsReturn;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.sector.ProofVersion;
import io.cairn.protocol.sector.RegisteredSealProof;
import io.cairn.protocol.sector.SealFeature;
import io.cairn.protocol.sector.SectorSize;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Does a deal's work for real: each deal is published by a message of its own and gets a sector of its own. */
public final class WorkingDealCrew implements DealCrew {
    private static final String STORAGE_MARKET = "t05";
    private static final long PUBLISH_STORAGE_DEALS = 4;

    /** Where sectors are had. */
    public interface Office {
        /** Opens a sector for pieces; the same request id stands for the same sector. */
        CompletionStage<Long> open(String requestId, int sealProof);

        /** Puts a piece into a sector; the offset in padded bytes. */
        CompletionStage<Long> addPiece(long sector, Piece piece);

        /** Closes a sector and seals it. */
        CompletionStage<Void> seal(long sector);

        /** A deal ended. */
        void ended(String deal);
    }

    private final long miner;
    private final ChainAccess chain;
    private final SealingTasks tasks;
    private final Outbox outbox;
    private final Office office;
    private final String maxFee;
    private final long confidence;
    private final Executor blocking;

    /**
     * A crew.
     *
     * @param maxFee     the most that gas of one message may cost, attoFIL in decimal digits
     * @param confidence tipsets that must lie on top of a message
     */
    public WorkingDealCrew(long miner, ChainAccess chain, SealingTasks tasks, Outbox outbox, Office office, String maxFee,
                           long confidence, Executor blocking) {
        this.miner = miner;
        this.chain = chain;
        this.tasks = tasks;
        this.outbox = outbox;
        this.office = office;
        this.maxFee = maxFee;
        this.confidence = confidence;
        this.blocking = blocking;
    }

    @Override
    public void check(DealState state, String path, ActorRef<DealCommand> deal) {
        Accepted proposal = state.accepted().orElseThrow();
        CompletableFuture.supplyAsync(() -> tasks.pieceCommitment(path, proposal.pieceSize()), blocking)
                .thenApply(found -> found.equals(proposal.pieceCid()) ? ""
                        : "the data has commitment " + found + ", expected " + proposal.pieceCid())
                .exceptionally(Throwable::toString)
                .thenAccept(problem -> deal.tell(new DataChecked(path, problem)));
    }

    @Override
    public void publish(DealState state, Head head, ActorRef<DealCommand> deal) {
        Accepted proposal = state.accepted().orElseThrow();
        Blob params = Blob.of(new CborWriter().array(1).array(1).raw(proposal.proposal().toByteArray()).toByteArray());
        chain.miner(miner, head)
                .thenCompose(identity -> outbox.send(state.publishRequest(),
                        new Outbound(identity.worker(), STORAGE_MARKET, "0", PUBLISH_STORAGE_DEALS, params, maxFee)))
                .thenApply(WorkingDealCrew::published)
                .exceptionally(failure -> new NotYet(failure.toString()))
                .thenAccept(deal::tell);
    }

    private static DealCommand published(SenderCommand.Answer answer) {
        return switch (answer) {
            case SenderCommand.Sent sent -> new PublishSent(sent.cid());
            case SenderCommand.Refused refused -> new NotYet(refused.reason());
        };
    }

    @Override
    public void look(DealState state, Head head, ActorRef<DealCommand> deal) {
        chain.executed(state.publishCid(), head)
                .thenApply(found -> confirmed(state, found.filter(e -> head.height() >= e.epoch() + confidence)))
                .exceptionally(failure -> new NotYet("publish message " + state.publishCid() + ": " + failure))
                .thenAccept(deal::tell);
    }

    private static DealCommand confirmed(DealState state, Optional<Executed> found) {
        if (found.isEmpty()) {
            return new NotYet("publish message " + state.publishCid() + " is not final yet");
        }
        Executed executed = found.get();
        if (executed.exitCode() != 0) {
            return new PublishFailed("publish message " + executed.cid() + ": exit code " + executed.exitCode());
        }
        CborReader reader = new CborReader(executed.value().toByteArray());
        PublishStorageDealsReturn deals = PublishStorageDealsReturn.readFrom(reader);
        reader.end();
        return deals.ids().isEmpty() ? new PublishFailed("publish message " + executed.cid() + ": the deal was left out")
                : new PublishConfirmed(executed.cid(), deals.ids().getFirst(), executed.epoch());
    }

    @Override
    public void place(DealState state, Head head, ActorRef<DealCommand> deal) {
        Accepted proposal = state.accepted().orElseThrow();
        Piece piece = new Piece(proposal.deal(), proposal.pieceCid(), proposal.pieceSize(), state.path(),
                proposal.startEpoch(), proposal.endEpoch(), state.dealId());
        chain.miner(miner, head)
                .thenCompose(identity -> office.open("deal/" + proposal.deal(), sealProof(identity.sectorSize())))
                .thenCompose(sector -> office.addPiece(sector, piece).thenCompose(offset -> office.seal(sector)
                        .<DealCommand>thenApply(sealing -> new PiecePlaced(sector, offset, piece.size()))))
                .exceptionally(failure -> new NotYet(failure.toString()))
                .thenAccept(deal::tell);
    }

    private static int sealProof(long sectorSize) {
        return RegisteredSealProof.of(SectorSize.ofBytes(sectorSize), ProofVersion.V1_1_0, SealFeature.INTERACTIVE).number();
    }

    @Override
    public void ended(DealState state) {
        state.accepted().ifPresent(proposal -> office.ended(proposal.deal()));
    }
}
