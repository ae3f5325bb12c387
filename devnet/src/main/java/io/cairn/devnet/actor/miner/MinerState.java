package io.cairn.devnet.actor.miner;

import io.cairn.devnet.policy.NetworkPolicy;
import io.cairn.protocol.ipld.BlockStore;
import io.cairn.devnet.state.Objects;
import io.cairn.devnet.state.Tables;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Cid;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * State of a miner actor. Loaded, changed and saved as a whole; deadlines are read when asked for.
 *
 * <p>Source: builtin-actors, actors/miner/src/state.rs.
 */
public final class MinerState {

    private static final int PRE_COMMITS_BIT_WIDTH = 5;
    private static final int CLEANUP_BIT_WIDTH = 6;

    private final BlockStore store;
    private Cid profileRoot;
    BigInteger preCommitDeposits = BigInteger.ZERO;
    BigInteger lockedFunds = BigInteger.ZERO;
    VestingTable vesting = new VestingTable(List.of());
    BigInteger feeDebt = BigInteger.ZERO;
    BigInteger initialPledge = BigInteger.ZERO;
    private Cid preCommitsRoot;
    private Cid cleanupRoot;
    private Cid allocatedRoot;
    Cid sectorsRoot;
    long provingPeriodStart;
    int currentDeadline;
    private List<Cid> deadlineRoots;
    BitField earlyTerminations = BitField.EMPTY;
    boolean cronActive;
    private final Map<Integer, Deadline> loaded = new HashMap<>();

    private MinerState(BlockStore store) {
        this.store = store;
    }

    static MinerState construct(BlockStore store, MinerProfile profile, long periodStart, int deadline) {
        MinerState s = new MinerState(store);
        s.setProfile(profile);
        s.setPreCommitments(new TreeMap<>());
        s.setCleanup(new TreeMap<>());
        s.setAllocated(BitField.EMPTY);
        s.sectorsRoot = Sectors.empty(store);
        s.deadlineRoots = new ArrayList<>(Collections.nCopies(NetworkPolicy.DEADLINES, Deadline.empty(store)));
        s.provingPeriodStart = periodStart;
        s.currentDeadline = deadline;
        return s;
    }

    /** Reads a state. */
    public static MinerState load(BlockStore store, Cid head) {
        CborReader r = Objects.reader(store, head);
        r.tuple(15);
        MinerState s = new MinerState(store);
        s.profileRoot = r.cid();
        s.preCommitDeposits = r.bigInt();
        s.lockedFunds = r.bigInt();
        s.vesting = readVesting(store, r);
        s.feeDebt = r.bigInt();
        s.initialPledge = r.bigInt();
        s.preCommitsRoot = r.cid();
        s.cleanupRoot = r.cid();
        s.allocatedRoot = r.cid();
        s.sectorsRoot = r.cid();
        s.provingPeriodStart = r.integer();
        s.currentDeadline = (int) r.unsigned();
        s.deadlineRoots = readDeadlines(store, r.cid());
        s.earlyTerminations = BitField.readFrom(r);
        s.cronActive = r.bool();
        return s;
    }

    Cid save() {
        loaded.forEach((index, deadline) -> deadlineRoots.set(index, deadline.save()));
        CborWriter deadlines = new CborWriter().array(1).array(deadlineRoots.size());
        deadlineRoots.forEach(deadlines::cid);
        CborWriter w = new CborWriter().array(15).cid(profileRoot).bigInt(preCommitDeposits).bigInt(lockedFunds);
        writeVesting(w);
        w.bigInt(feeDebt).bigInt(initialPledge).cid(preCommitsRoot).cid(cleanupRoot).cid(allocatedRoot).cid(sectorsRoot)
                .integer(provingPeriodStart).unsigned(currentDeadline).cid(Objects.put(store, deadlines));
        earlyTerminations.writeTo(w);
        return Objects.put(store, w.bool(cronActive));
    }

    private static List<Cid> readDeadlines(BlockStore store, Cid root) {
        CborReader r = Objects.reader(store, root);
        r.tuple(1);
        List<Cid> roots = new ArrayList<>();
        int count = r.array();
        for (int i = 0; i < count; i++) {
            roots.add(r.cid());
        }
        return roots;
    }

    private static VestingTable readVesting(BlockStore store, CborReader r) {
        if (r.tryNil()) {
            return new VestingTable(List.of());
        }
        r.tuple(2);
        List<VestingTable.Entry> entries = new ArrayList<>();
        entries.add(readEntry(r));
        CborReader tail = Objects.reader(store, r.cid());
        int count = tail.array();
        for (int i = 0; i < count; i++) {
            entries.add(readEntry(tail));
        }
        return new VestingTable(entries);
    }

    private static VestingTable.Entry readEntry(CborReader r) {
        r.tuple(2);
        return new VestingTable.Entry(r.integer(), r.bigInt());
    }

    private void writeVesting(CborWriter w) {
        List<VestingTable.Entry> entries = vesting.entries();
        if (entries.isEmpty()) {
            w.nil();
            return;
        }
        CborWriter tail = new CborWriter().array(entries.size() - 1);
        entries.subList(1, entries.size()).forEach(entry -> tail.array(2).integer(entry.epoch()).bigInt(entry.amount()));
        w.array(2).array(2).integer(entries.getFirst().epoch()).bigInt(entries.getFirst().amount()).cid(Objects.put(store, tail));
    }

    /** Owner, worker, sizes. */
    public MinerProfile profile() {
        return MinerProfile.readFrom(Objects.reader(store, profileRoot));
    }

    void setProfile(MinerProfile profile) {
        CborWriter w = new CborWriter();
        profile.writeTo(w);
        profileRoot = Objects.put(store, w);
    }

    /** Sectors on chain. */
    public Sectors sectors() {
        return Sectors.load(store, sectorsRoot, profile().sectorSize());
    }

    void setSectors(Sectors sectors) {
        sectorsRoot = sectors.save(store);
    }

    /** Precommitments by sector number. */
    public TreeMap<Long, PreCommitment> preCommitments() {
        TreeMap<Long, PreCommitment> byNumber = new TreeMap<>();
        Tables.loadHamt(store, preCommitsRoot, PRE_COMMITS_BIT_WIDTH, PreCommitment::readFrom)
                .values().forEach(p -> byNumber.put(p.info().number(), p));
        return byNumber;
    }

    void setPreCommitments(TreeMap<Long, PreCommitment> byNumber) {
        TreeMap<ByteString, PreCommitment> keyed = new TreeMap<>();
        byNumber.forEach((number, p) -> keyed.put(Tables.numberKey(number), p));
        preCommitsRoot = Tables.saveHamt(store, PRE_COMMITS_BIT_WIDTH, keyed, (w, p) -> p.writeTo(w));
    }

    TreeMap<Long, BitField> cleanup() {
        return Tables.loadAmt(store, cleanupRoot, CLEANUP_BIT_WIDTH, BitField::readFrom);
    }

    void setCleanup(TreeMap<Long, BitField> cleanup) {
        cleanupRoot = Tables.saveAmt(store, CLEANUP_BIT_WIDTH, cleanup, (w, field) -> field.writeTo(w));
    }

    /** Sector numbers ever used. */
    public BitField allocated() {
        return BitField.readFrom(Objects.reader(store, allocatedRoot));
    }

    void setAllocated(BitField numbers) {
        CborWriter w = new CborWriter();
        numbers.writeTo(w);
        allocatedRoot = Objects.put(store, w);
    }

    /** The deadline of this index, 0 to 47. */
    public Deadline deadline(int index) {
        return loaded.computeIfAbsent(index, i -> Deadline.load(store, deadlineRoots.get(i)));
    }

    /** When a live sector leaves; empty for one that is not live. */
    public Optional<SectorExit> expirationOf(long sector) {
        for (int i = 0; i < NetworkPolicy.DEADLINES; i++) {
            for (Partition partition : deadline(i).partitions()) {
                if (partition.live().contains(sector)) {
                    return Optional.of(partition.expirationOf(sector, quantization(i), profile().sectorSize()));
                }
            }
        }
        return Optional.empty();
    }

    /** Rounds epochs to the last epoch of the deadline. */
    public Quantization quantization(int deadline) {
        long last = provingPeriodStart + (deadline + 1) * NetworkPolicy.CHALLENGE_WINDOW - 1;
        return new Quantization(NetworkPolicy.PROVING_PERIOD, last);
    }

    /** The window that is current at the epoch, whether or not the cron keeps up. */
    public Window windowAt(long epoch) {
        return Window.current(provingPeriodStart, epoch);
    }

    /** attoFIL that cover neither deposits nor pledge nor vesting. */
    BigInteger unlocked(BigInteger balance) {
        return balance.subtract(lockedFunds).subtract(preCommitDeposits).subtract(initialPledge);
    }

    /** attoFIL that the owner may take. */
    public BigInteger available(BigInteger balance) {
        return unlocked(balance).subtract(feeDebt);
    }

    /** First epoch of the current proving period. */
    public long provingPeriodStart() {
        return provingPeriodStart;
    }

    public BigInteger lockedFunds() {
        return lockedFunds;
    }

    public BigInteger feeDebt() {
        return feeDebt;
    }

    /** Whether deadlines are handled by the cron. */
    public boolean cronActive() {
        return cronActive;
    }
}
