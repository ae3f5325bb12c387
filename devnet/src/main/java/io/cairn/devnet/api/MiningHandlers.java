package io.cairn.devnet.api;

import io.cairn.devnet.actor.miner.SectorInfo;
import io.cairn.devnet.chain.BlockAssembly;
import io.cairn.devnet.chain.Chain;
import io.cairn.devnet.chain.InvalidBlockException;
import io.cairn.devnet.chain.MiningBase;
import io.cairn.devnet.chain.Tipset;
import io.cairn.devnet.rpc.RpcFailure;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.BlockTemplate;
import io.cairn.protocol.api.MiningBaseInfo;
import io.cairn.protocol.block.BeaconEntry;
import io.cairn.protocol.block.BlockHeader;
import io.cairn.protocol.block.BlockMessage;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.message.SignedMessage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Answers for makers of blocks. Names and parameters as in the API's declaration. */
public final class MiningHandlers {

    private final Chain chain;
    private final WalletHandlers wallet;

    MiningHandlers(Chain chain, WalletHandlers wallet) {
        this.chain = chain;
        this.wallet = wallet;
    }

    private Optional<MiningBase> base(Address miner, long epoch, TipsetKey key) {
        if (key.isEmpty()) {
            throw RpcFailure.of("the tipset key is empty, expected that of the tipset to build on");
        }
        return MiningBase.of(chain, miner, epoch, chain.tipset(key));
    }

    public Optional<MiningBaseInfo> minerGetBaseInfo(Address miner, long epoch, TipsetKey key) {
        return base(miner, epoch, key).map(base -> new MiningBaseInfo(base.minerPower(), base.networkPower(),
                base.challenged().stream().map(MiningHandlers::sector).toList(), base.workerKey(),
                base.winningProof().sectorSize().bytes(), base.previous(), base.entries(), base.eligible()));
    }

    private static MiningBaseInfo.Sector sector(SectorInfo sector) {
        return new MiningBaseInfo.Sector(sector.sealProof(), sector.number(), sector.sectorKey(), sector.sealedCid());
    }

    /** Signs with the worker's key, which the node's wallet must hold. */
    public BlockMessage minerCreateBlock(BlockTemplate template) {
        Address worker = base(template.miner(), template.epoch(), template.parents())
                .orElseThrow(() -> RpcFailure.of("miner " + template.miner() + " cannot mine at epoch " + template.epoch())).workerKey();
        BlockHeader unsigned = BlockAssembly.unsigned(chain, template);
        BlockHeader signed = unsigned.withSignature(wallet.require(worker).sign(unsigned.signingBytes()));
        return new BlockMessage(signed, cids(template, true), cids(template, false));
    }

    private static List<Cid> cids(BlockTemplate template, boolean bls) {
        return template.messages().stream().filter(message -> message.isBls() == bls).map(SignedMessage::cid).toList();
    }

    /** The best paying messages for a block on the tipset, whatever the ticket; null for none, as Lotus answers. */
    public List<SignedMessage> mpoolSelect(TipsetKey key, double ticketQuality) {
        Tipset tipset = chain.tipset(key);
        List<SignedMessage> selected = chain.pool().select(chain.accountsAfter(tipset), chain.baseFees().after(tipset), tipset.height() + 1);
        return selected.isEmpty() ? null : selected;
    }

    /** Answers at once up to the epoch after the head, later when the chain comes near the epoch or the beacon is no longer late. */
    public CompletableFuture<BeaconEntry> stateGetBeaconEntry(long epoch) {
        return Waiting.until(chain, () -> epoch <= chain.head().height() + 1 ? chain.beacon().entryOf(epoch) : Optional.empty());
    }

    /** Takes a valid block; the error of an invalid one names the field. */
    public Void syncSubmitBlock(BlockMessage block) {
        try {
            chain.submit(block);
            return null;
        } catch (InvalidBlockException invalid) {
            throw RpcFailure.of("block " + block.header().cid() + " is invalid: " + invalid.getMessage(), invalid);
        }
    }
}
