package io.cairn.actors.deal;

import akka.actor.typed.ActorRef;
import io.cairn.actors.chain.ChainAccess;
import io.cairn.actors.chain.Executed;
import io.cairn.actors.chain.Head;
import io.cairn.actors.chain.MarketAccess;
import io.cairn.actors.chain.Outbound;
import io.cairn.actors.deal.DealCommand.Batched;
import io.cairn.actors.deal.DealCommand.ChainSeen;
import io.cairn.actors.deal.DealCommand.DataChecked;
import io.cairn.actors.deal.DealCommand.NotYet;
import io.cairn.actors.deal.DealCommand.PiecePlaced;
import io.cairn.actors.deal.DealCommand.PublishConfirmed;
import io.cairn.actors.deal.DealCommand.PublishFailed;
import io.cairn.actors.deal.DealCommand.PublishSent;
import io.cairn.actors.miner.MinerCommand.DealBatch;
import io.cairn.actors.ports.SealingTasks;
import io.cairn.actors.sector.SectorCommand;
import io.cairn.actors.sender.Outbox;
import io.cairn.actors.sender.Purpose;
import io.cairn.actors.sender.SenderCommand;
import io.cairn.actors.wire.MarketMessages;
import io.cairn.actors.work.RunningWork;
import io.cairn.actors.work.UnderWay;
import io.cairn.actors.work.Work;
import io.cairn.actors.work.WorkKind;
import io.cairn.persistence.Blob;
import io.cairn.persistence.deal.DealEvent.Accepted;
import io.cairn.persistence.deal.DealEvent.PublishQueued;
import io.cairn.persistence.deal.DealState;
import io.cairn.persistence.sector.Piece;
import io.cairn.proofs.dispatch.Priority;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.protocol.actor.market.MarketMethod;
import io.cairn.protocol.sector.ProofVersion;
import io.cairn.protocol.sector.RegisteredSealProof;
import io.cairn.protocol.sector.SealFeature;
import io.cairn.protocol.sector.SectorSize;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Does a deal's work for real. */
public final class WorkingDealCrew implements DealCrew {
    private final long miner;
    private final ChainAccess chain;
    private final MarketAccess market;
    private final SealingTasks tasks;
    private final Outbox outbox;
    private final Office office;
    private final String maxFee;
    private final long confidence;
    private final UnderWay underWay;
    private final RunningWork work;

    /** Where deals meet each other and find sectors. */
    public interface Office {
        /** Asks for a publish message; the answer's request id is empty while the deal waits for company. */
        CompletionStage<DealBatch> queue(String deal, Blob proposal, String collateral, String failed);

        /** Asks for the sector of a piece; the same deal gets the same one until that refuses. */
        CompletionStage<Long> assign(String deal, long size);

        /** Puts a piece into a sector, which is begun if it does not exist. */
        CompletionStage<SectorCommand.Answer> add(long sector, int sealProof, long sectorSize, Piece piece);

        /** A sector did not take a piece or lost it. */
        void refused(String deal, long sector);

        /** A deal ended. */
        void ended(String deal);
    }

    /**
     * A crew.
     *
     * @param maxFee     the most that gas of one message may cost, attoFIL in decimal digits
     * @param confidence tipsets that must lie on top of a message
     * @param underWay   where deals on their way are listed
     * @param work       where computations are listed while they run
     */
    public WorkingDealCrew(long miner, ChainAccess chain, MarketAccess market, SealingTasks tasks, Outbox outbox, Office office,
                           String maxFee, long confidence, UnderWay underWay, RunningWork work) {
        this.miner = miner;
        this.chain = chain;
        this.market = market;
        this.tasks = tasks;
        this.outbox = outbox;
        this.office = office;
        this.maxFee = maxFee;
        this.confidence = confidence;
        this.underWay = underWay;
        this.work = work;
    }

    @Override
    public void check(DealState state, String path, ActorRef<DealCommand> deal) {
        Accepted proposal = state.accepted().orElseThrow();
        Work commitment = new Work(WorkKind.PIECE, "deal " + proposal.deal(), "commitment of the piece", "bytes");
        work.compute(Priority.PIECE, commitment, Progress.NONE, progress -> tasks.pieceCommitment(path, proposal.pieceSize(), progress))
                .thenApply(found -> found.equals(proposal.pieceCid()) ? ""
                        : "commP expected=" + proposal.pieceCid() + ", actual=" + found + ": commp mismatch")
                .exceptionally(WorkingDealCrew::reason)
                .thenAccept(problem -> deal.tell(new DataChecked(path, problem)));
    }

    @Override
    public void queue(DealState state, ActorRef<DealCommand> deal) {
        Accepted proposal = state.accepted().orElseThrow();
        answer(deal, "publishing", office.queue(proposal.deal(), proposal.proposal(),
                        MarketMessages.providerCollateral(proposal.proposal()).toString(), state.publish().failed())
                .thenApply(batch -> batch.requestId().isEmpty() ? new NotYet("waits for other deals to be published with it")
                        : new Batched(batch.requestId(), batch.index(), MarketMessages.publication(batch.proposals()), batch.deposit())));
    }

    @Override
    public void publish(DealState state, Head head, ActorRef<DealCommand> deal) {
        PublishQueued message = state.publish().message().orElseThrow();
        answer(deal, "publishing", chain.miner(miner, head).thenCompose(identity -> new BigInteger(message.deposit()).signum() == 0
                ? send(message, identity.worker()) : deposit(message, identity.worker(), head)));
    }

    /** Each message brings its own collateral along, so that messages at the same time do not compete for what is in escrow. */
    private CompletionStage<DealCommand> deposit(PublishQueued message, String worker, Head head) {
        Outbound deposit = new Outbound(worker, MarketMessages.STORAGE_MARKET, message.deposit(), MarketMethod.ADD_BALANCE.number(),
                MarketMessages.minerAddress(miner), maxFee);
        return outbox.send("escrow/" + message.requestId(), deposit).thenCompose(answer -> switch (answer) {
            case SenderCommand.Refused refused -> done(new NotYet("collateral not paid: " + refused.reason()));
            case SenderCommand.Sent sent -> chain.executed(sent.cid(), head).thenCompose(found -> paid(message, worker, sent.cid(), found));
        });
    }

    private CompletionStage<DealCommand> paid(PublishQueued message, String worker, String cid, Optional<Executed> found) {
        if (found.isEmpty()) {
            return done(new NotYet("collateral of " + message.deposit() + " attoFIL is on its way to the market: message " + cid));
        }
        return found.get().exitCode() == 0 ? send(message, worker) : done(new PublishFailed(message.requestId(), "paying the collateral of "
                + message.deposit() + " attoFIL failed: message " + cid + ", exit code " + found.get().exitCode()));
    }

    private CompletionStage<DealCommand> send(PublishQueued message, String worker) {
        return outbox.send(message.requestId(), Purpose.DEAL_PUBLISH, publication(message, worker)).thenApply(answer -> switch (answer) {
            case SenderCommand.Sent sent -> new PublishSent(sent.cid());
            case SenderCommand.Refused refused when refused.cause() == SenderCommand.Cause.CONTENT && !refused.signed() ->
                    new PublishFailed(message.requestId(), "publish validation failed: " + refused.reason());
            case SenderCommand.Refused refused -> new NotYet("publish message not sent: " + refused.reason());
        });
    }

    /** The message may have been signed anew since: its sender knows the one that counts. */
    @Override
    public void look(DealState state, Head head, ActorRef<DealCommand> deal) {
        answer(deal, "publish message " + state.publish().cid(), chain.executed(state.publish().cid(), head)
                .thenCompose(found -> found.isPresent() ? CompletableFuture.completedFuture(found) : newest(state, head))
                .thenApply(found -> confirmed(state, found.filter(e -> head.height() >= e.epoch() + confidence))));
    }

    private CompletionStage<Optional<Executed>> newest(DealState state, Head head) {
        PublishQueued message = state.publish().message().orElseThrow();
        return chain.miner(miner, head).thenCompose(identity -> outbox.send(message.requestId(), Purpose.DEAL_PUBLISH, publication(message, identity.worker())))
                .thenCompose(answer -> switch (answer) {
                    case SenderCommand.Sent sent when !sent.cid().equals(state.publish().cid()) -> chain.executed(sent.cid(), head);
                    case SenderCommand.Sent sent -> CompletableFuture.completedFuture(Optional.empty());
                    case SenderCommand.Refused refused -> CompletableFuture.failedFuture(new IllegalStateException(refused.reason()));
                });
    }

    private Outbound publication(PublishQueued message, String worker) {
        return new Outbound(worker, MarketMessages.STORAGE_MARKET, "0", MarketMethod.PUBLISH_STORAGE_DEALS.number(), message.params(), maxFee);
    }

    private static DealCommand confirmed(DealState state, Optional<Executed> found) {
        if (found.isEmpty()) {
            return new NotYet("publish message " + state.publish().cid() + " is not final yet");
        }
        Executed executed = found.get();
        PublishQueued message = state.publish().message().orElseThrow();
        if (executed.exitCode() != 0) {
            return new PublishFailed(message.requestId(), "publish message " + executed.cid() + ": exit code " + executed.exitCode());
        }
        OptionalLong id = MarketMessages.dealId(executed.value(), message.index());
        return id.isEmpty() ? new PublishFailed(message.requestId(), "publish message " + executed.cid() + ": deal was invalid at publication")
                : new PublishConfirmed(executed.cid(), id.getAsLong(), executed.epoch());
    }

    @Override
    public void place(DealState state, Head head, ActorRef<DealCommand> deal) {
        Accepted proposal = state.accepted().orElseThrow();
        Piece piece = new Piece(proposal.deal(), proposal.pieceCid(), proposal.pieceSize(), state.path(),
                proposal.startEpoch(), proposal.endEpoch(), state.dealId());
        answer(deal, "placing", chain.miner(miner, head).thenCompose(identity -> office.assign(proposal.deal(), piece.size())
                .thenCompose(sector -> office.add(sector, sealProof(identity.sectorSize()), identity.sectorSize(), piece)
                        .thenApply(answer -> placed(piece, sector, answer)))));
    }

    private DealCommand placed(Piece piece, long sector, SectorCommand.Answer answer) {
        if (answer.refusal().isEmpty()) {
            return new PiecePlaced(sector, answer.offset(), piece.size());
        }
        office.refused(piece.deal(), sector);
        return new NotYet(answer.refusal());
    }

    private static int sealProof(long sectorSize) {
        return RegisteredSealProof.of(SectorSize.ofBytes(sectorSize), ProofVersion.V1_1_0, SealFeature.INTERACTIVE).number();
    }

    @Override
    public void release(DealState state) {
        state.place().ifPresent(place -> office.refused(state.accepted().orElseThrow().deal(), place.sector()));
    }

    @Override
    public void watch(DealState state, Head head, ActorRef<DealCommand> deal) {
        answer(deal, "deal " + state.dealId(), market.deal(state.dealId(), head)
                .thenApply(found -> seen(found.filter(published -> isOurs(state, published)), head)));
    }

    /** After a reorganisation another deal may have the number. */
    private static boolean isOurs(DealState state, MarketAccess.Published published) {
        return state.accepted().filter(deal -> deal.pieceCid().equals(published.pieceCid()) && deal.startEpoch() == published.startEpoch()
                && deal.endEpoch() == published.endEpoch()).isPresent();
    }

    private static ChainSeen seen(Optional<MarketAccess.Published> found, Head head) {
        return new ChainSeen(found.isPresent(), found.map(MarketAccess.Published::activation).orElse(-1L),
                found.map(MarketAccess.Published::slashed).orElse(-1L), head.height());
    }

    @Override
    public void underWay(String deal, boolean is) {
        underWay.set("deal " + deal, is);
    }

    @Override
    public void ended(DealState state) {
        state.accepted().ifPresent(proposal -> office.ended(proposal.deal()));
    }

    private static void answer(ActorRef<DealCommand> deal, String what, CompletionStage<? extends DealCommand> command) {
        command.whenComplete((found, failure) -> deal.tell(failure == null ? found : new NotYet(what + ": " + reason(failure))));
    }

    private static CompletionStage<DealCommand> done(DealCommand command) {
        return CompletableFuture.completedFuture(command);
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
