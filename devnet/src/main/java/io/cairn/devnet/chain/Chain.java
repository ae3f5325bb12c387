package io.cairn.devnet.chain;

import io.cairn.devnet.actor.Actors;
import io.cairn.devnet.actor.power.PowerState;
import io.cairn.devnet.beacon.Beacon;
import io.cairn.devnet.genesis.DevnetKeys;
import io.cairn.devnet.genesis.Genesis;
import io.cairn.devnet.mempool.Accounts;
import io.cairn.devnet.mempool.MessagePool;
import io.cairn.devnet.policy.NetworkPolicy;
import io.cairn.devnet.state.ActorRecord;
import io.cairn.devnet.state.StateTree;
import io.cairn.devnet.store.ChainLog;
import io.cairn.devnet.vm.ActorKind;
import io.cairn.devnet.vm.GasPrices;
import io.cairn.devnet.vm.ProofVerifier;
import io.cairn.devnet.vm.Singletons;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.block.BlockHeader;
import io.cairn.protocol.block.BlockMessage;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.message.SignedMessage;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The chain with its state, its pool and its head. What it acknowledges is on disk. One change at a time. */
public final class Chain implements AutoCloseable {

    private static final int MOST_PENDING_BYTES = 1 << 20;

    private final ChainLog log;
    private final NetworkPolicy policy;
    private final DevnetKeys keys;
    private final Beacon beacon;
    private final TipsetIndex index;
    private final Executor executor;
    private final ProofVerifier verifier;
    private final BaseFees baseFees;
    private final BlockArrivals arrivals;
    private final MessagePool pool = new MessagePool(GasPrices::leastLimit);
    private final List<Consumer<TipsetIndex.Move>> listeners = new CopyOnWriteArrayList<>();

    private Chain(ChainLog log, NetworkPolicy policy, DevnetKeys keys, TipsetKey head, ProofVerifier verifier) {
        this.log = log;
        this.policy = policy;
        this.keys = keys;
        this.beacon = new Beacon(keys.derive("beacon"));
        this.index = new TipsetIndex(log, head);
        this.executor = new Executor(log, policy, index, beacon, verifier);
        this.verifier = verifier;
        this.baseFees = new BaseFees(log);
        this.arrivals = new BlockArrivals(policy.chainFinality());
        index.head().blocks().forEach(arrivals::add);
    }

    /** Goes on with the chain of a log, or begins one with the genesis that follows from the keys and the keeper's sealed CIDs. */
    public static Chain open(ChainLog log, NetworkPolicy policy, DevnetKeys keys, String networkName, long genesisTimestamp,
            ProofVerifier verifier, List<Cid> keeperSectors) {
        Optional<byte[]> saved = log.head();
        if (saved.isEmpty()) {
            BlockHeader genesis = Genesis.write(log, keys, networkName, genesisTimestamp, policy, keeperSectors);
            Chain chain = new Chain(log, policy, keys, TipsetKey.of(genesis.cid()), verifier);
            chain.persist();
            return chain;
        }
        CborReader r = new CborReader(saved.get());
        r.tuple(2);
        Chain chain = new Chain(log, policy, keys, TipsetKey.ofBytes(r.bytes(MOST_PENDING_BYTES)), verifier);
        int pending = r.array();
        List<SignedMessage> waiting = new ArrayList<>();
        for (int i = 0; i < pending; i++) {
            waiting.add(SignedMessage.readFrom(r));
        }
        chain.pool.headMoved(waiting, List.of(), chain.accounts());
        return chain;
    }

    private void persist() {
        List<SignedMessage> pending = pool.pending();
        CborWriter w = new CborWriter().array(2).bytes(head().key().bytes()).array(pending.size());
        pending.forEach(message -> w.raw(message.toCbor()));
        log.advance(w.toByteArray());
    }

    public ChainLog log() {
        return log;
    }

    public NetworkPolicy policy() {
        return policy;
    }

    public DevnetKeys keys() {
        return keys;
    }

    public Beacon beacon() {
        return beacon;
    }

    public TipsetIndex index() {
        return index;
    }

    public Executor executor() {
        return executor;
    }

    /** Checks proofs. */
    public ProofVerifier verifier() {
        return verifier;
    }

    /** Base fees of blocks to come. */
    public BaseFees baseFees() {
        return baseFees;
    }

    public MessagePool pool() {
        return pool;
    }

    /** The newest tipset. */
    public Tipset head() {
        return index.head();
    }

    /** The tipset of a key, the head for an empty one. */
    public Tipset tipset(TipsetKey key) {
        return key.isEmpty() ? head() : index.load(key);
    }

    /** The state that calls at a tipset read: before its own messages. */
    public StateTree stateAt(Tipset tipset) {
        return StateTree.load(log, tipset.minTicketBlock().parentStateRoot());
    }

    /** The state after the head's messages. */
    public StateTree stateAfterHead() {
        return StateTree.load(log, executor.execute(head()).stateRoot());
    }

    /** Senders after the head's messages. */
    public Accounts accounts() {
        return accountsAfter(head());
    }

    /** Senders after a tipset's messages. */
    public Accounts accountsAfter(Tipset tipset) {
        StateTree tree = StateTree.load(log, executor.execute(tipset).stateRoot());
        return address -> {
            OptionalLong id = Actors.INIT.resolve(tree, address);
            if (id.isEmpty()) {
                return Optional.empty();
            }
            ActorRecord actor = tree.get(id.getAsLong());
            return actor.code().equals(ActorKind.ACCOUNT.code())
                    ? Optional.of(new Accounts.Account(Actors.INIT.keyOf(tree, id.getAsLong()), actor.nonce(), actor.balance()))
                    : Optional.empty();
        };
    }

    /** Takes a message into the pool; on disk when this returns, and not there at all when it throws. */
    public synchronized Cid push(SignedMessage message) {
        return pool.attempt(() -> {
            Cid cid = pool.push(message, accounts(), head().height());
            log.keep(message);
            persist();
            return cid;
        });
    }

    /** The weight of a tipset. */
    public BigInteger weight(Tipset tipset) {
        StateTree tree = stateAt(tipset);
        BigInteger power = PowerState.load(log, tree.get(Singletons.POWER).head()).currentQuality(policy);
        long wins = tipset.blocks().stream().mapToLong(block -> block.electionProof().winCount()).sum();
        return TipsetWeight.of(tipset.parentWeight(), power, wins);
    }

    /** Stores the keeper's block and makes the head of it and of the blocks that others submitted for its epoch. */
    public synchronized void accept(BlockHeader block) {
        log.put(block.toCbor());
        moveTo(arrivals.tipsetOf(block));
        arrivals.add(block);
    }

    /**
     * Takes the block of a provider when it is valid in everything. It joins the chain if its tipset is the heaviest; one for the epoch
     * after the head waits for the keeper's block of that epoch. Submitting a block again changes nothing.
     *
     * @throws InvalidBlockException when it breaks a rule
     */
    public synchronized void submit(BlockMessage block) {
        BlockHeader header = block.header();
        if (arrivals.contains(header)) {
            return;
        }
        new BlockValidation(this).check(block);
        InvalidBlockException.require(!arrivals.hasOther(header.miner(), header.height()), "Miner", header.miner(),
                "a miner without another block of epoch " + header.height());
        log.put(header.toCbor());
        arrivals.add(header);
        Tipset tipset = arrivals.tipsetOf(header);
        if (header.height() <= head().height() && isHeavier(tipset, head())) {
            moveTo(tipset);
        }
    }

    /** Whether a block waits for the keeper's block of its epoch. */
    public synchronized boolean holdsBlocks() {
        return arrivals.hasAbove(head().height());
    }

    private boolean isHeavier(Tipset tipset, Tipset other) {
        int byWeight = weight(tipset).compareTo(weight(other));
        return byWeight > 0 || byWeight == 0 && tipset.minTicketBlock().ticket().compareTo(other.minTicketBlock().ticket()) < 0;
    }

    /** Makes a tipset of the store the head; messages of reverted tipsets wait again. When it throws, the old head stays. */
    public synchronized void moveTo(Tipset tipset) {
        Tipset old = head();
        TipsetIndex.Move move = pool.attempt(() -> {
            try {
                return durably(index.moveTo(tipset));
            } catch (RuntimeException failure) {
                index.moveTo(old);
                throw failure;
            }
        });
        listeners.forEach(listener -> listener.accept(move));
    }

    private TipsetIndex.Move durably(TipsetIndex.Move move) {
        pool.headMoved(messagesOf(move.reverted()), messagesOf(move.applied()), accounts());
        persist();
        return move;
    }

    private List<SignedMessage> messagesOf(List<Tipset> tipsets) {
        return tipsets.stream().flatMap(tipset -> tipset.blocks().stream())
                .flatMap(block -> BlockMessages.of(log, block).stream())
                .flatMap(included -> log.signed(included.message().cid()).stream()).toList();
    }

    /** Calls the listener at every move of the head until the returned handle runs. */
    public Runnable listen(Consumer<TipsetIndex.Move> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** The id address of an actor in a state. */
    public Optional<Long> resolve(StateTree tree, Address address) {
        OptionalLong id = Actors.INIT.resolve(tree, address);
        return id.isPresent() ? Optional.of(id.getAsLong()) : Optional.empty();
    }

    @Override
    public void close() {
        log.close();
    }
}
