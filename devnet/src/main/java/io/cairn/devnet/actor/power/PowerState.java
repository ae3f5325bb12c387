package io.cairn.devnet.actor.power;

import io.cairn.devnet.actor.reward.RewardActor;
import io.cairn.devnet.economics.FilterEstimate;
import io.cairn.devnet.policy.NetworkPolicy;
import io.cairn.devnet.state.Objects;
import io.cairn.devnet.state.Tables;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.ipld.BlockStore;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * State of the power actor.
 *
 * <p>Source: builtin-actors, actors/power/src/state.rs.
 */
public final class PowerState {

    private static final int CLAIMS_BIT_WIDTH = 5;
    private static final int QUEUE_BIT_WIDTH = 6;
    private static final int EVENTS_BIT_WIDTH = 6;
    private static final FilterEstimate INITIAL_ESTIMATE =
            FilterEstimate.of(BigInteger.valueOf(750_000).shiftLeft(30), BigInteger.valueOf(3_840).shiftLeft(30));

    private final BlockStore store;
    BigInteger totalRaw = BigInteger.ZERO;
    BigInteger committedRaw = BigInteger.ZERO;
    BigInteger totalQuality = BigInteger.ZERO;
    BigInteger committedQuality = BigInteger.ZERO;
    BigInteger totalPledge = BigInteger.ZERO;
    BigInteger epochRaw = BigInteger.ZERO;
    BigInteger epochQuality = BigInteger.ZERO;
    BigInteger epochPledge = BigInteger.ZERO;
    FilterEstimate smoothed = INITIAL_ESTIMATE;
    long minerCount;
    long bigMiners;
    long rampStart;
    long rampDuration;
    long firstCronEpoch;
    private Cid queue;
    private Cid claims;

    private PowerState(BlockStore store) {
        this.store = store;
        this.queue = Tables.saveHamt(store, QUEUE_BIT_WIDTH, new TreeMap<ByteString, Cid>(), CborWriter::cid);
        this.claims = Tables.saveHamt(store, CLAIMS_BIT_WIDTH, new TreeMap<ByteString, Claim>(), (w, claim) -> claim.writeTo(w));
    }

    /** The state of a network without miners. */
    public static PowerState construct(BlockStore store) {
        return new PowerState(store);
    }

    /** Reads a state. */
    public static PowerState load(BlockStore store, Cid head) {
        CborReader r = Objects.reader(store, head);
        r.tuple(17);
        PowerState s = new PowerState(store);
        s.totalRaw = r.bigInt();
        s.committedRaw = r.bigInt();
        s.totalQuality = r.bigInt();
        s.committedQuality = r.bigInt();
        s.totalPledge = r.bigInt();
        s.epochRaw = r.bigInt();
        s.epochQuality = r.bigInt();
        s.epochPledge = r.bigInt();
        s.smoothed = RewardActor.readFilter(r);
        s.minerCount = r.integer();
        s.bigMiners = r.integer();
        s.rampStart = r.integer();
        s.rampDuration = r.integer();
        s.queue = r.cid();
        s.firstCronEpoch = r.integer();
        s.claims = r.cid();
        return s;
    }

    /** Stores the state. */
    public Cid save() {
        CborWriter w = new CborWriter().array(17).bigInt(totalRaw).bigInt(committedRaw).bigInt(totalQuality).bigInt(committedQuality)
                .bigInt(totalPledge).bigInt(epochRaw).bigInt(epochQuality).bigInt(epochPledge);
        RewardActor.writeFilter(w, smoothed);
        w.integer(minerCount).integer(bigMiners).integer(rampStart).integer(rampDuration).cid(queue).integer(firstCronEpoch)
                .cid(claims).nil();
        return Objects.put(store, w);
    }

    /** A miner's claim, if it has one. */
    public Optional<Claim> claim(long miner) {
        return Optional.ofNullable(allClaims().get(key(miner)));
    }

    /** Ids of all miners with a claim. */
    public List<Long> miners() {
        return allClaims().keySet().stream().map(key -> Address.ofBytes(key.toArray()).id()).sorted().toList();
    }

    private TreeMap<ByteString, Claim> allClaims() {
        return Tables.loadHamt(store, claims, CLAIMS_BIT_WIDTH, Claim::readFrom);
    }

    private static ByteString key(long miner) {
        return ByteString.of(Address.ofId(miner).bytes());
    }

    private void setClaim(long miner, Claim claim) {
        TreeMap<ByteString, Claim> all = allClaims();
        if (claim == null) {
            all.remove(key(miner));
        } else {
            all.put(key(miner), claim);
        }
        claims = Tables.saveHamt(store, CLAIMS_BIT_WIDTH, all, (w, c) -> c.writeTo(w));
    }

    void addMiner(long miner, int windowProofType) {
        minerCount++;
        setClaim(miner, new Claim(windowProofType, BigInteger.ZERO, BigInteger.ZERO));
    }

    /**
     * Adds a miner that has its power from genesis on.
     *
     * @param pledge attoFIL that it has pledged
     * @param event what wakes the miner first, at the epoch {@code firstCron}
     */
    public void addGenesisMiner(long miner, int windowProofType, BigInteger raw, BigInteger quality, BigInteger pledge, long firstCron,
            byte[] event, NetworkPolicy policy) {
        addMiner(miner, windowProofType);
        changeClaim(miner, raw, quality, policy);
        totalPledge = totalPledge.add(pledge);
        epochRaw = currentRaw(policy);
        epochQuality = currentQuality(policy);
        epochPledge = totalPledge;
        enroll(firstCron, new CronEvent(miner, event));
    }

    void deleteClaim(long miner, NetworkPolicy policy) {
        Claim claim = claim(miner).orElseThrow();
        changeClaim(miner, claim.raw().negate(), claim.qualityAdjusted().negate(), policy);
        setClaim(miner, null);
        minerCount--;
    }

    /** Changes a claim and the totals, minding the consensus minimum. The miner must have a claim. */
    void changeClaim(long miner, BigInteger raw, BigInteger quality, NetworkPolicy policy) {
        Claim before = claim(miner).orElseThrow();
        Claim after = before.plus(raw, quality);
        committedRaw = committedRaw.add(raw);
        committedQuality = committedQuality.add(quality);
        boolean wasBig = before.raw().compareTo(policy.leastConsensusPower()) >= 0;
        boolean isBig = after.raw().compareTo(policy.leastConsensusPower()) >= 0;
        if (wasBig) {
            totalRaw = totalRaw.subtract(before.raw());
            totalQuality = totalQuality.subtract(before.qualityAdjusted());
            bigMiners--;
        }
        if (isBig) {
            totalRaw = totalRaw.add(after.raw());
            totalQuality = totalQuality.add(after.qualityAdjusted());
            bigMiners++;
        }
        setClaim(miner, after);
    }

    /** Raw bytes of the whole network, by the rule for few miners. */
    public BigInteger currentRaw(NetworkPolicy policy) {
        return bigMiners < policy.minersForLeastPower() ? committedRaw : totalRaw;
    }

    /** Quality-adjusted bytes of the whole network, by the rule for few miners. */
    public BigInteger currentQuality(NetworkPolicy policy) {
        return bigMiners < policy.minersForLeastPower() ? committedQuality : totalQuality;
    }

    /** Whether the miner is large enough to win blocks. */
    public boolean hasLeastPower(long miner, NetworkPolicy policy) {
        return claim(miner).filter(claim -> claim.raw().compareTo(policy.leastConsensusPower()) >= 0
                || bigMiners < policy.minersForLeastPower() && claim.raw().signum() > 0).isPresent();
    }

    /** attoFIL pledged by all miners. */
    public BigInteger totalPledge() {
        return totalPledge;
    }

    /** Quality-adjusted power, smoothed. */
    public FilterEstimate smoothed() {
        return smoothed;
    }

    /** First epoch of the pledge ramp. */
    public long rampStart() {
        return rampStart;
    }

    /** Epochs of the pledge ramp. */
    public long rampDuration() {
        return rampDuration;
    }

    void enroll(long epoch, CronEvent event) {
        firstCronEpoch = Math.min(firstCronEpoch, epoch);
        TreeMap<Long, List<CronEvent>> events = events();
        events.computeIfAbsent(epoch, at -> new ArrayList<>()).add(event);
        saveEvents(events);
    }

    /** Takes out all events up to {@code now}, by epoch, then in the order of their enrolment. */
    List<CronEvent> due(long now) {
        TreeMap<Long, List<CronEvent>> events = events();
        List<CronEvent> due = new ArrayList<>();
        TreeMap<Long, List<CronEvent>> past = new TreeMap<>(events.headMap(now, true));
        past.values().forEach(due::addAll);
        if (!past.isEmpty()) {
            past.keySet().forEach(events::remove);
            saveEvents(events);
        }
        firstCronEpoch = now + 1;
        return due;
    }

    private TreeMap<Long, List<CronEvent>> events() {
        TreeMap<Long, List<CronEvent>> events = new TreeMap<>();
        Tables.loadHamt(store, queue, QUEUE_BIT_WIDTH, CborReader::cid).forEach((key, root) -> events.put(Tables.epochOf(key),
                new ArrayList<>(Tables.loadAmt(store, root, EVENTS_BIT_WIDTH, PowerState::readEvent).values())));
        return events;
    }

    private void saveEvents(TreeMap<Long, List<CronEvent>> events) {
        TreeMap<ByteString, Cid> roots = new TreeMap<>();
        events.forEach((epoch, list) -> {
            TreeMap<Long, CronEvent> indexed = new TreeMap<>();
            list.forEach(event -> indexed.put((long) indexed.size(), event));
            roots.put(Tables.epochKey(epoch), Tables.saveAmt(store, EVENTS_BIT_WIDTH, indexed, PowerState::writeEvent));
        });
        queue = Tables.saveHamt(store, QUEUE_BIT_WIDTH, roots, CborWriter::cid);
    }

    private static CronEvent readEvent(CborReader r) {
        r.tuple(2);
        return new CronEvent(Address.ofBytes(r.bytes(64)).id(), r.bytes(1024));
    }

    private static void writeEvent(CborWriter w, CronEvent event) {
        w.array(2).bytes(Address.ofId(event.miner()).bytes()).bytes(event.payload());
    }
}
