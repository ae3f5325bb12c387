package io.cairn.devnet.genesis;

import io.cairn.devnet.actor.Actors;
import io.cairn.devnet.actor.account.AccountActor;
import io.cairn.devnet.actor.cron.CronActor;
import io.cairn.devnet.actor.init.InitActor;
import io.cairn.devnet.actor.market.MarketState;
import io.cairn.devnet.actor.miner.KeeperGenesis;
import io.cairn.devnet.actor.power.PowerState;
import io.cairn.devnet.actor.reward.RewardActor;
import io.cairn.devnet.actor.reward.RewardState;
import io.cairn.devnet.chain.BaseFee;
import io.cairn.devnet.chain.BlockMessages;
import io.cairn.devnet.policy.NetworkPolicy;
import io.cairn.devnet.state.ActorRecord;
import io.cairn.devnet.state.StateTree;
import io.cairn.devnet.vm.ActorKind;
import io.cairn.devnet.vm.Singletons;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.block.BeaconEntry;
import io.cairn.protocol.block.BlockHeader;
import io.cairn.protocol.block.ElectionProof;
import io.cairn.protocol.block.Ticket;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.ipld.Amt;
import io.cairn.protocol.ipld.BlockStore;
import io.cairn.protocol.message.MessageReceipt;
import io.cairn.protocol.money.TokenAmount;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * The first block, the same for the same seed. Accounts t0100 owner (50 million FIL), t0101 client (10 million), t0102 faucet
 * (100 million); miner t01000, the keeper, with its sealed 2 KiB sectors.
 */
public final class Genesis {

    private static final BigInteger FIL = BigInteger.TEN.pow(18);
    private static final BigInteger MINING = BigInteger.valueOf(1_100_000_000).multiply(FIL);
    private static final BigInteger TOTAL = BigInteger.valueOf(2_000_000_000).multiply(FIL);
    private static final Cid PARENT = Cid.parse("bafyreiaqpwbbyjo4a42saasj36kkrpv4tsherf2e7bvezkert2a7dhonoi");

    private Genesis() {
    }

    /** Writes the genesis state and block, with a sector of the keeper for each sealed CID; returns the block. */
    public static BlockHeader write(BlockStore store, DevnetKeys keys, String networkName, long timestamp, NetworkPolicy policy,
            List<Cid> keeperSectors) {
        StateTree tree = StateTree.empty(store);
        Cid empty = store.put(new CborWriter().array(0).toByteArray());
        place(tree, Singletons.SYSTEM, ActorKind.SYSTEM, empty, BigInteger.ZERO);
        place(tree, Singletons.INIT, ActorKind.INIT, InitActor.construct(store, Singletons.FIRST_MINER + 1, networkName), BigInteger.ZERO);
        RewardState reward = RewardState.construct(BigInteger.ZERO);
        place(tree, Singletons.REWARD, ActorKind.REWARD, RewardActor.save(store, reward), MINING);
        place(tree, Singletons.CRON, ActorKind.CRON, CronActor.construct(store), BigInteger.ZERO);
        place(tree, Singletons.MARKET, ActorKind.MARKET, MarketState.construct(store).save(), BigInteger.ZERO);
        BigInteger allocated = MINING.add(account(tree, Singletons.FIRST_ACCOUNT, keys.owner().address(), 50_000_000))
                .add(account(tree, Singletons.FIRST_ACCOUNT + 1, keys.client().address(), 10_000_000))
                .add(account(tree, Singletons.FIRST_ACCOUNT + 2, keys.faucet().address(), 100_000_000));
        sink(tree, Singletons.BURNT_FUNDS, BigInteger.ZERO);
        KeeperGenesis keeper = KeeperGenesis.of(store, Singletons.FIRST_ACCOUNT, keeperSectors);
        sink(tree, Singletons.RESERVE, TOTAL.subtract(allocated).subtract(keeper.pledge()));
        PowerState powers = PowerState.construct(store);
        powers.addGenesisMiner(Singletons.FIRST_MINER, KeeperGenesis.WINDOW_PROOF, keeper.power().raw(), keeper.power().quality(),
                keeper.pledge(), keeper.firstCron(), KeeperGenesis.cronPayload(), policy);
        place(tree, Singletons.POWER, ActorKind.POWER, powers.save(), BigInteger.ZERO);
        place(tree, Singletons.FIRST_MINER, ActorKind.MINER, keeper.state(), keeper.pledge());
        return block(store, keys, timestamp, tree.flush());
    }

    private static BigInteger account(StateTree tree, long id, Address key, long fil) {
        BigInteger balance = BigInteger.valueOf(fil).multiply(FIL);
        place(tree, id, ActorKind.ACCOUNT, AccountActor.construct(tree.store(), key), balance);
        Actors.INIT.bind(tree, key, id);
        return balance;
    }

    private static void sink(StateTree tree, long id, BigInteger balance) {
        place(tree, id, ActorKind.ACCOUNT, AccountActor.construct(tree.store(), Address.ofId(id)), balance);
    }

    private static void place(StateTree tree, long id, ActorKind kind, Cid head, BigInteger balance) {
        tree.set(id, new ActorRecord(kind.code(), head, 0, balance, Optional.empty()));
    }

    private static BlockHeader block(BlockStore store, DevnetKeys keys, long timestamp, Cid state) {
        Cid receipts = Amt.saveHeaderList(store, List.<MessageReceipt>of(), (w, receipt) -> receipt.writeTo(w));
        BlockHeader block = new BlockHeader(Address.ofId(Singletons.SYSTEM), new Ticket(ByteString.of(keys.derive("genesis ticket"))),
                new ElectionProof(0, ByteString.of(new byte[0])), List.of(new BeaconEntry(0, ByteString.of(new byte[32]))), List.of(),
                List.of(PARENT), BigInteger.ZERO, 0, state, receipts, BlockMessages.save(store, List.of()), Optional.empty(), timestamp,
                Optional.empty(), 0, new TokenAmount(BaseFee.INITIAL));
        store.put(block.toCbor());
        return block;
    }
}
