package io.cairn.actors;

import akka.actor.typed.ActorRef;
import io.cairn.actors.deal.Acceptance;
import io.cairn.actors.deal.DealCommand;
import io.cairn.actors.deal.DealRefusedException;
import io.cairn.actors.deal.Quote;
import io.cairn.actors.deal.WorkingDealCrew;
import io.cairn.actors.file.CatalogueCommand;
import io.cairn.actors.miner.MinerCommand;
import io.cairn.actors.miner.MinerCommand.DealBatch;
import io.cairn.actors.sector.SectorCommand;
import io.cairn.actors.view.DealView;
import io.cairn.actors.view.MinerView;
import io.cairn.persistence.Blob;
import io.cairn.persistence.deal.DealEvent.Accepted;
import io.cairn.persistence.deal.DealStage;
import io.cairn.persistence.file.StoredFile;
import io.cairn.persistence.sector.Piece;
import io.cairn.persistence.sector.SectorKind;
import io.cairn.protocol.address.Address;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The provider's market: deals are proposed here, files are written down, and deals find their messages and sectors. */
public final class Marketplace implements WorkingDealCrew.Office {
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final long miner;
    private final Shards shards;
    private final Acceptance acceptance;

    Marketplace(ProviderSettings settings, Shards shards, Provider.Ports ports) {
        this.miner = settings.miner();
        this.shards = shards;
        this.acceptance = new Acceptance(miner, settings.market(), ports.chain(), ports.market(), this::deals, Clock.systemUTC());
    }

    /**
     * Proposes a deal; proposing the same again is harmless.
     *
     * @param uuid   the client's name for the deal
     * @param signed CBOR of the signed proposal
     * @return fails with {@link DealRefusedException} if the provider does not take it
     */
    public CompletionStage<Void> propose(String uuid, Blob signed) {
        return deal(uuid).thenCompose(view -> view.state().accepted().filter(known -> known.proposal().equals(signed))
                .<CompletionStage<Accepted>>map(CompletableFuture::completedFuture)
                .orElseGet(() -> acceptance.judge(uuid, signed))).thenCompose(this::take);
    }

    /** Takes a deal that passed all checks. */
    CompletionStage<Void> take(Accepted proposal) {
        return shards.miner(miner).<MinerCommand.Noted>ask(replyTo -> new MinerCommand.DealTaken(proposal.deal(), replyTo), LOOK)
                .thenCompose(noted -> command(proposal.deal(), replyTo -> new DealCommand.Propose(proposal, replyTo)));
    }

    /** Gives a deal its data: unpadded, at most as long as the piece. */
    public CompletionStage<Void> importData(String deal, String path) {
        return command(deal, replyTo -> new DealCommand.ImportData(path, replyTo));
    }

    /** Goes on with a paused deal. */
    public CompletionStage<Void> retry(String deal) {
        return command(deal, DealCommand.Retry::new);
    }

    /** Ends a deal that is not published. */
    public CompletionStage<Void> cancel(String deal) {
        return command(deal, DealCommand.Cancel::new);
    }

    private CompletionStage<Void> command(String deal, Function<ActorRef<DealCommand.Answer>, DealCommand> command) {
        return shards.deal(deal).<DealCommand.Answer>ask(command::apply, LOOK).thenAccept(answer -> {
            if (!answer.refusal().isEmpty()) {
                throw new DealRefusedException(answer.refusal());
            }
        });
    }

    /** One deal as it is known now; of stage NONE if there is no such deal. */
    public CompletionStage<DealView> deal(String deal) {
        return shards.deal(deal).ask(DealCommand.Look::new, LOOK);
    }

    /** All deals that have not ended. */
    public CompletionStage<List<DealView>> deals() {
        return shards.miner(miner).<MinerView>ask(MinerCommand.Look::new, LOOK)
                .thenCompose(view -> deals(view.state().deals().stream().toList()))
                .thenApply(deals -> deals.stream().filter(deal -> deal.state().stage() != DealStage.NONE).toList());
    }

    /** Some deals in the given order. */
    public CompletionStage<List<DealView>> deals(List<String> names) {
        return Waits.all(names.stream().map(this::deal).toList());
    }

    /** What the provider asks for a piece of a padded size at the moment. */
    public CompletionStage<Quote> quote(long size) {
        return acceptance.quote(size);
    }

    /** What a client has free in escrow beyond what its deals on their way to the chain will need, attoFIL; may be negative. */
    public CompletionStage<BigInteger> available(Address client) {
        return acceptance.available(client);
    }

    /** Writes a file down; under a known request the one that was written down before is answered. */
    public CompletionStage<StoredFile> record(StoredFile file) {
        return shards.catalogue(miner).<CatalogueCommand.Recorded>ask(replyTo -> new CatalogueCommand.Record(file, replyTo), LOOK)
                .thenApply(CatalogueCommand.Recorded::file);
    }

    /** All files, oldest first. */
    public CompletionStage<List<StoredFile>> files() {
        return shards.catalogue(miner).<CatalogueCommand.Files>ask(CatalogueCommand.Look::new, LOOK).thenApply(CatalogueCommand.Files::files);
    }

    @Override
    public CompletionStage<DealBatch> queue(String deal, Blob proposal, String collateral, String failed) {
        return shards.miner(miner).ask(replyTo -> new MinerCommand.QueueDeal(deal, proposal, collateral, failed, replyTo), LOOK);
    }

    @Override
    public CompletionStage<Long> assign(String deal, long size) {
        return shards.miner(miner).<MinerCommand.Assigned>ask(replyTo -> new MinerCommand.AssignPiece(deal, size, replyTo), LOOK)
                .thenApply(MinerCommand.Assigned::sector);
    }

    @Override
    public CompletionStage<SectorCommand.Answer> add(long sector, int sealProof, long sectorSize, Piece piece) {
        return shards.sector(miner, sector).<SectorCommand.Answer>ask(replyTo ->
                        new SectorCommand.Create(SectorKind.DEAL, sealProof, sectorSize, 0, replyTo), LOOK)
                .thenCompose(answer -> answer.refusal().isEmpty()
                        ? shards.sector(miner, sector).ask(replyTo -> new SectorCommand.AddPiece(piece, replyTo), LOOK)
                        : CompletableFuture.completedFuture(answer));
    }

    @Override
    public void refused(String deal, long sector) {
        shards.miner(miner).tell(new MinerCommand.PieceRefused(deal, sector));
    }

    @Override
    public void ended(String deal) {
        shards.miner(miner).tell(new MinerCommand.DealEnded(deal));
    }
}
