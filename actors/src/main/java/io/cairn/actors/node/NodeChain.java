package io.cairn.actors.node;

import io.cairn.actors.chain.ChainAccess;
import io.cairn.actors.chain.ChainSector;
import io.cairn.actors.chain.Executed;
import io.cairn.actors.chain.Gas;
import io.cairn.actors.chain.Head;
import io.cairn.actors.chain.HeadMove;
import io.cairn.actors.chain.Outbound;
import io.cairn.actors.chain.Partition;
import io.cairn.actors.chain.PreCommitDraft;
import io.cairn.actors.chain.PreCommitment;
import io.cairn.persistence.Blob;
import io.cairn.persistence.miner.MinerEvent.Identified;
import io.cairn.persistence.miner.ProvingCalendar;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.BusyApi;
import io.cairn.protocol.api.FullNode;
import io.cairn.protocol.api.HeadChange;
import io.cairn.protocol.api.MessageSendSpec;
import io.cairn.protocol.api.MinerInfo;
import io.cairn.protocol.api.SectorOnChainInfo;
import io.cairn.protocol.api.SectorPreCommitInfo;
import io.cairn.protocol.api.Tipset;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.deadline.DeadlineInfo;
import io.cairn.protocol.deadline.ProvingSchedule;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.randomness.DomainSeparationTag;
import io.cairn.protocol.randomness.Randomness;
import io.cairn.protocol.rpc.RpcException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The chain as a full node tells it. */
public final class NodeChain implements ChainAccess {
    private static final long ANY_DEPTH = -1;
    private static final int FRUGAL_PREMIUM_BLOCKS = 5;
    private static final int FRUGAL_QUEUE_BLOCKS = 4;

    private final FullNode node;

    /** The chain of a node. */
    public NodeChain(FullNode node) {
        this.node = node;
    }

    @Override
    public AutoCloseable follow(Consumer<List<HeadMove>> moves, Runnable closed) {
        return node.chainNotify(changes -> moves.accept(changes.stream().map(NodeChain::move).toList()));
    }

    @Override
    public CompletionStage<Head> head() {
        return node.chainHead().thenApply(NodeChain::head);
    }

    @Override
    public CompletionStage<Head> tipsetAtOrBefore(long epoch, Head from) {
        return node.chainGetTipSetByHeight(epoch, key(from)).thenApply(NodeChain::head);
    }

    @Override
    public CompletionStage<Head> tipsetAtOrAfter(long epoch, Head from) {
        return node.chainGetTipSetAfterHeight(epoch, key(from)).thenApply(NodeChain::head);
    }

    @Override
    public CompletionStage<Identified> miner(long miner, Head at) {
        Address address = Address.ofId(miner);
        return node.stateMinerInfo(address, key(at)).thenCombine(node.stateMinerProvingDeadline(address, key(at)),
                (info, deadline) -> identified(miner, info, deadline));
    }

    private static Identified identified(long miner, MinerInfo info, DeadlineInfo deadline) {
        ProvingSchedule schedule = deadline.schedule();
        return new Identified(miner, info.owner().toString(), info.worker().toString(),
                info.controlAddresses().stream().map(Address::toString).toList(), info.sectorSize(),
                (int) info.windowPoStProofType(), new ProvingCalendar(
                        Math.floorMod(deadline.periodStart(), schedule.period()), (int) schedule.deadlines(),
                        schedule.window(), schedule.lookback(), schedule.faultCutoff()));
    }

    @Override
    public CompletionStage<Long> sectorNumbersTaken(long miner, Head at) {
        return node.stateMinerAllocated(Address.ofId(miner), key(at)).thenApply(taken ->
                taken.filter(numbers -> !numbers.isEmpty()).map(numbers -> numbers.last() + 1).orElse(0L));
    }

    @Override
    public CompletionStage<List<Partition>> partitions(long miner, int deadline, Head at) {
        return node.stateMinerPartitions(Address.ofId(miner), deadline, key(at)).thenApply(partitions -> partitions.stream()
                .map(p -> new Partition(set(p.allSectors()), set(p.faultySectors()), set(p.recoveringSectors()),
                        set(p.liveSectors()), set(p.activeSectors()))).toList());
    }

    @Override
    public CompletionStage<SortedSet<Integer>> provenPartitions(long miner, int deadline, Head at) {
        return node.stateMinerDeadlines(Address.ofId(miner), key(at)).thenApply(deadlines ->
                deadlines.get(deadline).postSubmissions().stream().mapToObj(p -> (int) p).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Override
    public CompletionStage<List<ChainSector>> sectors(long miner, SortedSet<Long> numbers, Head at) {
        return node.stateMinerSectors(Address.ofId(miner), Optional.of(BitField.of(numbers)), key(at))
                .thenApply(sectors -> sectors.stream().map(NodeChain::sector).toList());
    }

    @Override
    public CompletionStage<Optional<ChainSector>> sector(long miner, long number, Head at) {
        return node.stateSectorGetInfo(Address.ofId(miner), number, key(at)).thenApply(found -> found.map(NodeChain::sector));
    }

    @Override
    public CompletionStage<Optional<PreCommitment>> preCommitment(long miner, long number, Head at) {
        return node.stateSectorPreCommitInfo(Address.ofId(miner), number, key(at)).thenApply(found -> found.map(p ->
                new PreCommitment(p.info().sealedCid().toString(), p.info().sealRandEpoch(), p.preCommitEpoch())));
    }

    @Override
    public CompletionStage<Blob> windowChallenge(long miner, long epoch, Head at) {
        return beacon(DomainSeparationTag.WINDOWED_POST_CHALLENGE_SEED, miner, epoch, at);
    }

    @Override
    public CompletionStage<Blob> sealSeed(long miner, long epoch, Head at) {
        return beacon(DomainSeparationTag.INTERACTIVE_SEAL_CHALLENGE_SEED, miner, epoch, at);
    }

    @Override
    public CompletionStage<Blob> chainCommitment(long epoch, Head at) {
        return tickets(DomainSeparationTag.POST_CHAIN_COMMIT, epoch, ByteString.EMPTY, at);
    }

    @Override
    public CompletionStage<Blob> sealTicket(long miner, long epoch, Head at) {
        return tickets(DomainSeparationTag.SEAL_RANDOMNESS, epoch, entropy(miner), at);
    }

    @Override
    public CompletionStage<BigInteger> preCommitDeposit(long miner, PreCommitDraft draft, Head at) {
        return node.stateMinerPreCommitDepositForPower(Address.ofId(miner), info(draft), key(at)).thenApply(TokenAmount::atto);
    }

    @Override
    public CompletionStage<BigInteger> initialPledge(long miner, PreCommitDraft draft, Head at) {
        Address address = Address.ofId(miner);
        return node.stateMinerInitialPledgeCollateral(address, info(draft), key(at)).thenCombine(
                node.stateSectorPreCommitInfo(address, draft.sector(), key(at)),
                (pledge, preCommit) -> pledge.minus(preCommit.map(p -> p.preCommitDeposit()).orElse(TokenAmount.ZERO))
                        .max(TokenAmount.ZERO).atto());
    }

    @Override
    public CompletionStage<Gas> prepare(Outbound outbound) {
        MessageSendSpec spec = new MessageSendSpec(TokenAmount.ofAtto(outbound.maxFee()), new UUID(0, 0), false);
        return node.stateAccountKey(Address.parse(outbound.from()), TipsetKey.EMPTY).thenCompose(sender ->
                node.gasEstimateMessageGas(NodeWallet.message(outbound).withFrom(sender), Optional.of(spec), TipsetKey.EMPTY)
                        .thenCombine(node.mpoolGetNonce(sender), (estimated, nonce) -> gas(estimated, nonce, outbound.maxFee())));
    }

    @Override
    public CompletionStage<Gas> frugal(Outbound outbound, Gas usual) {
        return node.stateAccountKey(Address.parse(outbound.from()), TipsetKey.EMPTY).thenCompose(sender ->
                node.gasEstimateGasPremium(FRUGAL_PREMIUM_BLOCKS, sender, usual.limit(), TipsetKey.EMPTY).thenCompose(premium ->
                        node.gasEstimateFeeCap(NodeWallet.message(outbound).withFrom(sender).withGas(usual.limit(), TokenAmount.ZERO, premium),
                                FRUGAL_QUEUE_BLOCKS, TipsetKey.EMPTY).thenApply(feeCap ->
                                new Gas(usual.limit(), feeCap.atto(), premium.atto().min(feeCap.atto()), usual.poolNonce()))));
    }

    @Override
    public CompletionStage<String> idOf(String address) {
        return node.stateLookupID(Address.parse(address), TipsetKey.EMPTY).thenApply(Address::toString);
    }

    @Override
    public CompletionStage<BigInteger> balance(String address) {
        return node.walletBalance(Address.parse(address)).thenApply(TokenAmount::atto);
    }

    /** A node need not heed the limit of the fee. */
    private static Gas gas(Message estimated, long nonce, String maxFee) {
        BigInteger most = new BigInteger(maxFee).divide(BigInteger.valueOf(Math.max(1, estimated.gasLimit())));
        BigInteger feeCap = estimated.gasFeeCap().atto().min(most);
        return new Gas(estimated.gasLimit(), feeCap, estimated.gasPremium().atto().min(feeCap), nonce);
    }

    @Override
    public CompletionStage<Gas> reprice(Blob signedMessage) {
        Message message = NodeWallet.read(signedMessage).message();
        return node.gasEstimateGasPremium(10, message.from(), message.gasLimit(), TipsetKey.EMPTY).thenCompose(premium ->
                node.gasEstimateFeeCap(message.withGas(message.gasLimit(), message.gasFeeCap(), premium), 20, TipsetKey.EMPTY)
                        .thenApply(feeCap -> new Gas(message.gasLimit(), feeCap.atto(), premium.atto(), message.nonce())));
    }

    @Override
    public CompletionStage<Long> nonce(String address, Head at) {
        return node.stateGetActor(Address.parse(address), key(at)).thenApply(actor -> actor.nonce())
                .exceptionallyCompose(failure -> refusal(failure).filter(RpcException::isActorNotFound).isPresent()
                        ? CompletableFuture.completedFuture(0L) : CompletableFuture.failedFuture(failure));
    }

    @Override
    public CompletionStage<Void> push(Blob signedMessage) {
        return node.mpoolPush(NodeWallet.read(signedMessage)).thenApply(cid -> null);
    }

    @Override
    public CompletionStage<Boolean> busy(String provider, boolean isBusy) {
        if (!(node instanceof BusyApi clock)) {
            return CompletableFuture.completedFuture(false);
        }
        return clock.busy(provider, isBusy).thenApply(heard -> true).exceptionallyCompose(failure -> isUnknownMethod(failure)
                ? CompletableFuture.completedFuture(false) : CompletableFuture.failedFuture(failure));
    }

    private static boolean isUnknownMethod(Throwable failure) {
        return refusal(failure).filter(refused -> refused.code() == RpcException.METHOD_NOT_FOUND).isPresent();
    }

    private static Optional<RpcException> refusal(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof RpcException refused ? Optional.of(refused) : Optional.empty();
    }

    @Override
    public CompletionStage<Optional<Executed>> executed(String messageCid, Head at) {
        return node.stateSearchMsg(key(at), Cid.parse(messageCid), ANY_DEPTH, true).thenApply(found -> found.map(lookup ->
                new Executed(lookup.message().toString(), lookup.receipt().exitCode(),
                        Blob.of(lookup.receipt().returnValue().toArray()), lookup.height())));
    }

    private CompletionStage<Blob> beacon(DomainSeparationTag tag, long miner, long epoch, Head at) {
        return node.stateGetRandomnessFromBeacon(tag.number(), epoch, entropy(miner), key(at)).thenApply(NodeChain::blob);
    }

    private CompletionStage<Blob> tickets(DomainSeparationTag tag, long epoch, ByteString entropy, Head at) {
        return node.stateGetRandomnessFromTickets(tag.number(), epoch, entropy, key(at)).thenApply(NodeChain::blob);
    }

    private static ByteString entropy(long miner) {
        return ByteString.of(Randomness.entropyOf(Address.ofId(miner)));
    }

    private static SectorPreCommitInfo info(PreCommitDraft draft) {
        Optional<Cid> data = draft.commD().isEmpty() ? Optional.empty() : Optional.of(Cid.parse(draft.commD()));
        return new SectorPreCommitInfo(draft.sealProof(), draft.sector(), Cid.parse(draft.commR()), draft.ticketEpoch(),
                List.of(), draft.expiration(), data);
    }

    private static ChainSector sector(SectorOnChainInfo info) {
        return new ChainSector(info.sectorNumber(), (int) info.sealProof(), info.sealedCid().toString(),
                info.sectorKeyCid().isPresent(), info.activation(), info.expiration());
    }

    private static HeadMove move(HeadChange change) {
        HeadMove.Kind kind = switch (change.type()) {
            case CURRENT -> HeadMove.Kind.CURRENT;
            case REVERT -> HeadMove.Kind.REVERT;
            case APPLY -> HeadMove.Kind.APPLY;
        };
        return new HeadMove(kind, head(change.tipset()));
    }

    private static Head head(Tipset tipset) {
        return new Head(tipset.height(), tipset.cids().stream().map(Cid::toString).toList());
    }

    private static TipsetKey key(Head head) {
        return new TipsetKey(head.tipset().stream().map(Cid::parse).toList());
    }

    private static SortedSet<Long> set(BitField numbers) {
        return numbers.stream().boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    private static Blob blob(ByteString bytes) {
        return Blob.of(bytes.toArray());
    }
}
