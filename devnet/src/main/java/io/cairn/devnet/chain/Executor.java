package io.cairn.devnet.chain;

import io.cairn.devnet.actor.Actors;
import io.cairn.devnet.actor.cron.CronActor;
import io.cairn.devnet.actor.power.PowerState;
import io.cairn.devnet.actor.reward.RewardActor;
import io.cairn.devnet.beacon.Beacon;
import io.cairn.devnet.economics.VestedSupply;
import io.cairn.devnet.policy.NetworkPolicy;
import io.cairn.devnet.state.StateTree;
import io.cairn.devnet.vm.ExecutionContext;
import io.cairn.devnet.vm.GasPrices;
import io.cairn.devnet.vm.ProofVerifier;
import io.cairn.devnet.vm.RandomnessView;
import io.cairn.devnet.vm.SendResult;
import io.cairn.devnet.vm.Singletons;
import io.cairn.devnet.vm.Vm;
import io.cairn.protocol.api.CirculatingSupply;
import io.cairn.protocol.block.BlockHeader;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.ipld.Amt;
import io.cairn.protocol.ipld.BlockStore;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.MessageReceipt;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.randomness.DomainSeparationTag;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Executes tipsets (lotus: chain/consensus/compute_state.go) and remembers the newest results. */
public final class Executor {

    private static final Logger LOG = LoggerFactory.getLogger(Executor.class);
    private static final int REMEMBERED = 2000;
    private static final int SIGNATURE_BYTES = 100;

    /** The state after a tipset and the receipts of its messages. */
    public record Executed(Cid stateRoot, Cid receiptsRoot, List<MessageReceipt> receipts) { }

    private final BlockStore store;
    private final NetworkPolicy policy;
    private final TipsetIndex index;
    private final Beacon beacon;
    private final ProofVerifier verifier;
    private final Map<Tipset, Executed> results = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Tipset, Executed> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** An executor over the chain of {@code index}. */
    public Executor(BlockStore store, NetworkPolicy policy, TipsetIndex index, Beacon beacon, ProofVerifier verifier) {
        this.store = store;
        this.policy = policy;
        this.index = index;
        this.beacon = beacon;
        this.verifier = verifier;
    }

    /** Executes a tipset whose parents are in the store. */
    public synchronized Executed execute(Tipset tipset) {
        Executed known = results.get(tipset);
        if (known != null) {
            return known;
        }
        Executed executed = compute(tipset, (message, applied) -> { });
        results.put(tipset, executed);
        return executed;
    }

    private Executed compute(Tipset tipset, BiConsumer<Message, Vm.Applied> witness) {
        BlockHeader first = tipset.minTicketBlock();
        StateTree tree = StateTree.load(store, first.parentStateRoot());
        List<MessageReceipt> receipts = new ArrayList<>();
        Optional<Tipset> parent = index.parent(tipset);
        if (parent.isEmpty()) {
            return new Executed(first.parentStateRoot(), Amt.saveHeaderList(store, receipts, (w, receipt) -> receipt.writeTo(w)), receipts);
        }
        for (long epoch = parent.get().height() + 1; epoch < tipset.height(); epoch++) {
            cron(machine(tree, tipset, epoch));
        }
        Vm vm = machine(tree, tipset, tipset.height());
        List<List<BlockMessages.Included>> perBlock = BlockMessages.selected(store, tipset);
        for (int i = 0; i < perBlock.size(); i++) {
            applyBlock(vm, tipset.blocks().get(i), perBlock.get(i), receipts, witness);
        }
        cron(vm);
        return new Executed(tree.flush(), Amt.saveHeaderList(store, receipts, (w, receipt) -> receipt.writeTo(w)), List.copyOf(receipts));
    }

    /** A machine for messages on top of a tree, as at {@code epoch} above {@code tipset}. */
    public Vm machine(StateTree tree, Tipset tipset, long epoch) {
        ChainRandomness randomness = new ChainRandomness(index, beacon, tipset);
        RandomnessView view = new RandomnessView() {
            @Override
            public byte[] fromTickets(long tag, long at, byte[] entropy) {
                return randomness.fromTickets(DomainSeparationTag.of(tag), at, entropy);
            }

            @Override
            public byte[] fromBeacon(long tag, long at, byte[] entropy) {
                return randomness.fromBeacon(DomainSeparationTag.of(tag), at, entropy);
            }
        };
        BigInteger baseFee = tipset.minTicketBlock().parentBaseFee().atto();
        return new Vm(new ExecutionContext(epoch, baseFee, circulating(tree, epoch, policy), policy, view, verifier), tree, Actors.CODES, Actors.INIT);
    }

    /** attoFIL that circulate, as actors see it (lotus: chain/stmgr/supply.go). */
    public static BigInteger circulating(StateTree tree, long epoch, NetworkPolicy policy) {
        return supply(tree, epoch, policy).filCirculating().atto();
    }

    /** Where the network's money is (lotus: chain/stmgr/supply.go). */
    public static CirculatingSupply supply(StateTree tree, long epoch, NetworkPolicy policy) {
        BigInteger vested = VestedSupply.at(epoch);
        BigInteger mined = RewardActor.load(tree.store(), tree.get(Singletons.REWARD).head()).minted();
        BigInteger disbursed = policy.reserveInitial().subtract(tree.get(Singletons.RESERVE).balance());
        BigInteger burnt = tree.get(Singletons.BURNT_FUNDS).balance();
        BigInteger pledged = PowerState.load(tree.store(), tree.get(Singletons.POWER).head()).totalPledge();
        BigInteger circulating = vested.add(mined).add(disbursed).subtract(burnt).subtract(pledged).max(BigInteger.ZERO);
        return new CirculatingSupply(new TokenAmount(vested), new TokenAmount(mined), new TokenAmount(burnt), new TokenAmount(pledged),
                new TokenAmount(circulating), new TokenAmount(disbursed));
    }

    /** Executes a message on a state for trial, with all the gas of a block, free of charge and with the nonce that fits. */
    public Vm.Applied trial(StateTree tree, Tipset tipset, long epoch, Message message) {
        long nonce = Actors.INIT.resolve(tree, message.from()).stream().map(id -> tree.get(id).nonce()).findFirst().orElse(0);
        Message free = message.withNonce(nonce).withGas(GasPrices.BLOCK_LIMIT, TokenAmount.ZERO, TokenAmount.ZERO);
        return machine(tree, tipset, epoch).apply(free, message.toCbor().length + SIGNATURE_BYTES);
    }

    /** A message with what it did. */
    public record Replayed(Message message, Vm.Applied applied) { }

    /** Executes a tipset once more and tells what became of one of its messages. */
    public Optional<Replayed> replay(Tipset tipset, Cid unsigned) {
        List<Replayed> replayed = new ArrayList<>();
        compute(tipset, (message, applied) -> {
            if (message.cid().equals(unsigned)) {
                replayed.add(new Replayed(message, applied));
            }
        });
        return replayed.stream().findFirst();
    }

    private static void applyBlock(Vm vm, BlockHeader block, List<BlockMessages.Included> messages, List<MessageReceipt> receipts,
            BiConsumer<Message, Vm.Applied> witness) {
        BigInteger penalty = BigInteger.ZERO;
        BigInteger tips = BigInteger.ZERO;
        for (BlockMessages.Included included : messages) {
            Vm.Applied applied = vm.apply(included.message(), included.length());
            witness.accept(included.message(), applied);
            penalty = penalty.add(applied.penalty());
            tips = tips.add(applied.tip());
            receipts.add(new MessageReceipt(applied.exitCode(), ByteString.of(applied.returned()), applied.gasUsed(), Optional.empty()));
            if (applied.exitCode() != 0) {
                LOG.info("message {} failed with exit code {}: {}", included.cid(), applied.exitCode(), applied.error());
            }
        }
        byte[] award = RewardActor.award(block.miner().id(), penalty, tips, block.electionProof().winCount());
        require(vm.applyImplicit(Singletons.REWARD, RewardActor.AWARD_BLOCK_REWARD, award, BigInteger.ZERO), "block reward");
    }

    private static void cron(Vm vm) {
        require(vm.applyImplicit(Singletons.CRON, CronActor.EPOCH_TICK, new byte[0], BigInteger.ZERO), "cron");
    }

    private static void require(SendResult result, String what) {
        if (!result.succeeded()) {
            throw new IllegalStateException(what + " failed with exit code " + result.exitCode() + ": " + result.error());
        }
    }
}
