package io.cairn.devnet.actor.market;

import io.cairn.devnet.policy.NetworkPolicy;
import io.cairn.protocol.ipld.BlockStore;
import io.cairn.devnet.state.Objects;
import io.cairn.devnet.state.Tables;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Cid;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * State of the market actor. The provider-sectors index and the allocations of verified deals stay empty.
 *
 * <p>Source: builtin-actors, actors/market/src/state.rs.
 */
public final class MarketState {

    private static final int PROPOSALS_BIT_WIDTH = 5;
    private static final int STATES_BIT_WIDTH = 6;
    private static final int HAMT_BIT_WIDTH = 5;
    private static final int BALANCE_BIT_WIDTH = 6;
    private static final long NEVER = -1;

    /** Where an active deal is stored. */
    public record Activation(long sector, long epoch, long updated, long slashed) {
        static Activation readFrom(CborReader r) {
            r.tuple(4);
            return new Activation(r.unsigned(), r.integer(), r.integer(), r.integer());
        }

        void writeTo(CborWriter w) {
            w.array(4).unsigned(sector).integer(epoch).integer(updated).integer(slashed);
        }
    }

    private final BlockStore store;
    private Cid proposals;
    private Cid states;
    private Cid pending;
    private Cid escrow;
    private Cid locked;
    private long nextId;
    private Cid slots;
    private long lastCron = NEVER;
    private BigInteger clientCollateral = BigInteger.ZERO;
    private BigInteger providerCollateral = BigInteger.ZERO;
    private BigInteger clientFees = BigInteger.ZERO;
    private Cid allocations;
    private Cid providerSectors;

    private MarketState(BlockStore store) {
        this.store = store;
    }

    /** The state at genesis. */
    public static MarketState construct(BlockStore store) {
        MarketState s = new MarketState(store);
        s.proposals = Tables.saveAmt(store, PROPOSALS_BIT_WIDTH, new TreeMap<Long, Deal>(), (w, deal) -> deal.writeTo(w));
        s.states = Tables.saveAmt(store, STATES_BIT_WIDTH, new TreeMap<Long, Activation>(), (w, state) -> state.writeTo(w));
        Cid empty = Tables.saveHamt(store, HAMT_BIT_WIDTH, new TreeMap<ByteString, Long>(), CborWriter::unsigned);
        s.pending = empty;
        s.escrow = empty;
        s.locked = empty;
        s.slots = empty;
        s.allocations = empty;
        s.providerSectors = empty;
        return s;
    }

    /** Reads a state. */
    public static MarketState load(BlockStore store, Cid head) {
        CborReader r = Objects.reader(store, head);
        r.tuple(13);
        MarketState s = new MarketState(store);
        s.proposals = r.cid();
        s.states = r.cid();
        s.pending = r.cid();
        s.escrow = r.cid();
        s.locked = r.cid();
        s.nextId = r.unsigned();
        s.slots = r.cid();
        s.lastCron = r.integer();
        s.clientCollateral = r.bigInt();
        s.providerCollateral = r.bigInt();
        s.clientFees = r.bigInt();
        s.allocations = r.cid();
        s.providerSectors = r.cid();
        return s;
    }

    /** Stores the state. */
    public Cid save() {
        return Objects.put(store, new CborWriter().array(13).cid(proposals).cid(states).cid(pending).cid(escrow).cid(locked)
                .unsigned(nextId).cid(slots).integer(lastCron).bigInt(clientCollateral).bigInt(providerCollateral).bigInt(clientFees)
                .cid(allocations).cid(providerSectors));
    }

    private static ByteString key(long id) {
        return ByteString.of(Address.ofId(id).bytes());
    }

    private BigInteger balance(Cid table, long id) {
        return Tables.loadHamt(store, table, BALANCE_BIT_WIDTH, CborReader::bigInt).getOrDefault(key(id), BigInteger.ZERO);
    }

    private Cid changed(Cid table, long id, BigInteger delta) {
        TreeMap<ByteString, BigInteger> balances = Tables.loadHamt(store, table, BALANCE_BIT_WIDTH, CborReader::bigInt);
        BigInteger sum = balances.getOrDefault(key(id), BigInteger.ZERO).add(delta);
        if (sum.signum() == 0) {
            balances.remove(key(id));
        } else {
            balances.put(key(id), sum);
        }
        return Tables.saveHamt(store, BALANCE_BIT_WIDTH, balances, CborWriter::bigInt);
    }

    /** attoFIL in escrow, locked or not. */
    public BigInteger escrow(long id) {
        return balance(escrow, id);
    }

    /** attoFIL locked in deals. */
    public BigInteger locked(long id) {
        return balance(locked, id);
    }

    BigInteger free(long id) {
        return escrow(id).subtract(locked(id));
    }

    void credit(long id, BigInteger amount) {
        escrow = changed(escrow, id, amount);
    }

    void debit(long id, BigInteger amount) {
        escrow = changed(escrow, id, amount.negate());
    }

    private TreeMap<Long, Deal> allDeals() {
        return Tables.loadAmt(store, proposals, PROPOSALS_BIT_WIDTH, Deal::readFrom);
    }

    private TreeMap<Long, Activation> allStates() {
        return Tables.loadAmt(store, states, STATES_BIT_WIDTH, Activation::readFrom);
    }

    /** Terms of all deals by id. */
    public SortedMap<Long, Deal> deals() {
        return allDeals();
    }

    /** Terms of a deal, if it exists. */
    public Optional<Deal> deal(long id) {
        return Optional.ofNullable(allDeals().get(id));
    }

    /** Where the deal is stored, once it is active. */
    public Optional<Activation> activation(long id) {
        return Optional.ofNullable(allStates().get(id));
    }

    private TreeMap<ByteString, Long> pendingDeals() {
        return Tables.loadHamt(store, pending, HAMT_BIT_WIDTH, CborReader::unsigned);
    }

    boolean isPending(Deal deal) {
        return pendingDeals().containsKey(ByteString.of(deal.cid().bytes()));
    }

    private void setPending(TreeMap<ByteString, Long> deals) {
        pending = Tables.saveHamt(store, HAMT_BIT_WIDTH, deals, CborWriter::unsigned);
    }

    /** Locks both parties' funds and returns the new deal's id. Parties are ids. */
    long add(Deal deal) {
        long id = nextId++;
        TreeMap<Long, Deal> deals = allDeals();
        deals.put(id, deal);
        proposals = Tables.saveAmt(store, PROPOSALS_BIT_WIDTH, deals, (w, d) -> d.writeTo(w));
        TreeMap<ByteString, Long> waiting = pendingDeals();
        waiting.put(ByteString.of(deal.cid().bytes()), id);
        setPending(waiting);
        locked = changed(locked, deal.client().id(), deal.clientFunds());
        locked = changed(locked, deal.provider().id(), deal.providerCollateral());
        clientCollateral = clientCollateral.add(deal.clientCollateral());
        providerCollateral = providerCollateral.add(deal.providerCollateral());
        clientFees = clientFees.add(deal.fee());
        return id;
    }

    void activate(long id, long sector, long epoch) {
        TreeMap<Long, Activation> all = allStates();
        all.put(id, new Activation(sector, epoch, NEVER, NEVER));
        states = Tables.saveAmt(store, STATES_BIT_WIDTH, all, (w, s) -> s.writeTo(w));
    }

    /** The first epoch at or after {@code start} at which the cron looks at the deal. */
    public static long cronSlot(long id, long start) {
        long slot = id % NetworkPolicy.DEAL_CRON_INTERVAL;
        long base = Math.floorDiv(start, NetworkPolicy.DEAL_CRON_INTERVAL) * NetworkPolicy.DEAL_CRON_INTERVAL + slot;
        return base >= start ? base : base + NetworkPolicy.DEAL_CRON_INTERVAL;
    }

    /** Ends deals whose start passed without activation, at their slots; returns the provider collateral to burn. */
    BigInteger expireUnactivated(long epoch) {
        BigInteger slashed = BigInteger.ZERO;
        lastCron = epoch;
        TreeMap<ByteString, Long> waiting = pendingDeals();
        if (waiting.isEmpty()) {
            return slashed;
        }
        TreeMap<Long, Deal> deals = allDeals();
        for (long id : List.copyOf(waiting.values())) {
            Deal deal = deals.get(id);
            if (cronSlot(id, deal.start()) > epoch) {
                continue;
            }
            waiting.values().remove(id);
            if (activation(id).isEmpty()) {
                deals.remove(id);
                unlock(deal);
                debit(deal.provider().id(), deal.providerCollateral());
                slashed = slashed.add(deal.providerCollateral());
            }
        }
        setPending(waiting);
        proposals = Tables.saveAmt(store, PROPOSALS_BIT_WIDTH, deals, (w, d) -> d.writeTo(w));
        return slashed;
    }

    /** How many deals have ever been published. */
    long published() {
        return nextId;
    }

    /** What a settlement pays, attoFIL, and whether the deal is over. */
    record Settled(BigInteger payment, boolean completed) { }

    /** Ends a deal whose start passed without activation; returns the provider collateral to burn. */
    BigInteger timeOut(long id, Deal deal) {
        remove(id, deal);
        unlock(deal);
        debit(deal.provider().id(), deal.providerCollateral());
        return deal.providerCollateral();
    }

    /** Pays the provider for what has elapsed of an active deal; at its end gives both parties their collateral back. */
    Settled settle(long id, Deal deal, Activation active, long epoch) {
        long from = Math.max(deal.start(), active.updated());
        long to = Math.min(deal.end(), epoch);
        BigInteger payment = deal.price().multiply(BigInteger.valueOf(Math.max(0, to - from)));
        locked = changed(locked, deal.client().id(), payment.negate());
        debit(deal.client().id(), payment);
        credit(deal.provider().id(), payment);
        clientFees = clientFees.subtract(payment);
        boolean completed = epoch >= deal.end();
        if (completed) {
            locked = changed(locked, deal.client().id(), deal.clientCollateral().negate());
            locked = changed(locked, deal.provider().id(), deal.providerCollateral().negate());
            clientCollateral = clientCollateral.subtract(deal.clientCollateral());
            providerCollateral = providerCollateral.subtract(deal.providerCollateral());
            remove(id, deal);
        } else if (epoch >= deal.start()) {
            TreeMap<Long, Activation> all = allStates();
            all.put(id, new Activation(active.sector(), active.epoch(), epoch, active.slashed()));
            states = Tables.saveAmt(store, STATES_BIT_WIDTH, all, (w, s) -> s.writeTo(w));
        }
        return new Settled(payment, completed);
    }

    private void remove(long id, Deal deal) {
        TreeMap<Long, Deal> deals = allDeals();
        deals.remove(id);
        proposals = Tables.saveAmt(store, PROPOSALS_BIT_WIDTH, deals, (w, d) -> d.writeTo(w));
        TreeMap<Long, Activation> all = allStates();
        all.remove(id);
        states = Tables.saveAmt(store, STATES_BIT_WIDTH, all, (w, s) -> s.writeTo(w));
        TreeMap<ByteString, Long> waiting = pendingDeals();
        waiting.remove(ByteString.of(deal.cid().bytes()));
        setPending(waiting);
    }

    private void unlock(Deal deal) {
        locked = changed(locked, deal.client().id(), deal.clientFunds().negate());
        locked = changed(locked, deal.provider().id(), deal.providerCollateral().negate());
        clientCollateral = clientCollateral.subtract(deal.clientCollateral());
        providerCollateral = providerCollateral.subtract(deal.providerCollateral());
        clientFees = clientFees.subtract(deal.fee());
    }
}
