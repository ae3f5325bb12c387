package io.cairn.devnet.actor.miner;

import io.cairn.devnet.policy.NetworkPolicy;
import io.cairn.protocol.ipld.BlockStore;
import io.cairn.devnet.state.Objects;
import io.cairn.devnet.state.Tables;
import io.cairn.devnet.vm.ActorAbort;
import io.cairn.devnet.vm.ExitCode;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Cid;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One of a miner's 48 windows and the partitions proven in it.
 *
 * <p>Source: builtin-actors, actors/miner/src/deadline_state.rs.
 */
public final class Deadline {

    private static final int PARTITIONS_BIT_WIDTH = 3;
    private static final int EXPIRATIONS_BIT_WIDTH = 5;
    private static final int PROOFS_BIT_WIDTH = 2;

    /** An accepted proof that was not verified: the partitions that it covers and the proof, both in CBOR. */
    public record Submission(BitField partitions, byte[] proofs) {
        static Submission readFrom(CborReader r) {
            r.tuple(2);
            return new Submission(BitField.readFrom(r), r.raw());
        }

        void writeTo(CborWriter w) {
            w.array(2);
            partitions.writeTo(w);
            w.raw(proofs);
        }
    }

    /** What the end of a window did. */
    record Ended(PowerPair claim, PowerPair previouslyFaulty, BigInteger releasedPledge, boolean hasEarly, BigInteger dailyFee, PowerPair live) { }

    private final BlockStore store;
    private final TreeMap<Long, Partition> partitions;
    private final TreeMap<Long, BitField> expirations;
    BitField posted = BitField.EMPTY;
    BitField earlyTerminations = BitField.EMPTY;
    long liveSectors;
    long totalSectors;
    PowerPair faultyPower = PowerPair.ZERO;
    private final TreeMap<Long, Submission> submissions;
    private Cid sectorsSnapshot;
    private Cid partitionsSnapshot;
    private Cid submissionsSnapshot;
    PowerPair livePower = PowerPair.ZERO;
    BigInteger dailyFee = BigInteger.ZERO;

    private Deadline(BlockStore store, TreeMap<Long, Partition> partitions, TreeMap<Long, BitField> expirations,
            TreeMap<Long, Submission> submissions) {
        this.store = store;
        this.partitions = partitions;
        this.expirations = expirations;
        this.submissions = submissions;
    }

    static Cid empty(BlockStore store) {
        Deadline deadline = new Deadline(store, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        deadline.sectorsSnapshot = Sectors.empty(store);
        deadline.partitionsSnapshot = deadline.savePartitions();
        deadline.submissionsSnapshot = deadline.saveSubmissions();
        return deadline.save();
    }

    static Deadline load(BlockStore store, Cid root) {
        CborReader r = Objects.reader(store, root);
        r.tuple(13);
        TreeMap<Long, Partition> partitions = Tables.loadAmt(store, r.cid(), PARTITIONS_BIT_WIDTH, p -> Partition.readFrom(store, p));
        TreeMap<Long, BitField> expirations = Tables.loadAmt(store, r.cid(), EXPIRATIONS_BIT_WIDTH, BitField::readFrom);
        BitField posted = BitField.readFrom(r);
        BitField early = BitField.readFrom(r);
        long live = r.unsigned();
        long total = r.unsigned();
        PowerPair faulty = PowerPair.readFrom(r);
        Deadline deadline = new Deadline(store, partitions, expirations,
                Tables.loadAmt(store, r.cid(), PROOFS_BIT_WIDTH, Submission::readFrom));
        deadline.posted = posted;
        deadline.earlyTerminations = early;
        deadline.liveSectors = live;
        deadline.totalSectors = total;
        deadline.faultyPower = faulty;
        deadline.sectorsSnapshot = r.cid();
        deadline.partitionsSnapshot = r.cid();
        deadline.submissionsSnapshot = r.cid();
        deadline.livePower = PowerPair.readFrom(r);
        deadline.dailyFee = r.bigInt();
        return deadline;
    }

    Cid save() {
        CborWriter w = new CborWriter().array(13).cid(savePartitions())
                .cid(Tables.saveAmt(store, EXPIRATIONS_BIT_WIDTH, expirations, (out, field) -> field.writeTo(out)));
        posted.writeTo(w);
        earlyTerminations.writeTo(w);
        w.unsigned(liveSectors).unsigned(totalSectors);
        faultyPower.writeTo(w);
        w.cid(saveSubmissions()).cid(sectorsSnapshot).cid(partitionsSnapshot).cid(submissionsSnapshot);
        livePower.writeTo(w);
        return Objects.put(store, w.bigInt(dailyFee));
    }

    private Cid savePartitions() {
        return Tables.saveAmt(store, PARTITIONS_BIT_WIDTH, partitions, (w, partition) -> partition.writeTo(w));
    }

    private Cid saveSubmissions() {
        return Tables.saveAmt(store, PROOFS_BIT_WIDTH, submissions, (w, submission) -> submission.writeTo(w));
    }

    /** Partitions by index. */
    public List<Partition> partitions() {
        return List.copyOf(partitions.values());
    }

    /** Indexes of the partitions proven in the current window. */
    public BitField posted() {
        return posted;
    }

    /** How many accepted proofs of the last window may still be disputed. */
    public int disputable() {
        return Tables.loadAmt(store, submissionsSnapshot, PROOFS_BIT_WIDTH, Submission::readFrom).size();
    }

    /** attoFIL per day for the deadline's live sectors. */
    public BigInteger dailyFee() {
        return dailyFee;
    }

    /** Sectors that need proofs. */
    public long liveSectors() {
        return liveSectors;
    }

    /** Whether sectors of it are faulty. */
    public boolean hasFaults() {
        return !faultyPower.isZero();
    }

    boolean isLive() {
        return liveSectors > 0;
    }

    /** Whether nothing is left to prove in the current window: each partition is posted, or all of it is faulty and stays so. */
    public boolean isProven() {
        return partitions.entrySet().stream().allMatch(entry -> posted.contains(entry.getKey())
                || entry.getValue().live().minus(entry.getValue().faults()).union(entry.getValue().recoveries()).isEmpty());
    }

    Partition partition(long index) {
        Partition partition = partitions.get(index);
        if (partition == null) {
            throw new ActorAbort(ExitCode.NOT_FOUND, "no partition " + index);
        }
        return partition;
    }

    private void expire(List<Long> epochs, long partition) {
        epochs.forEach(epoch -> expirations.merge(epoch, BitField.of(partition), BitField::union));
    }

    /** Adds sectors to the last partition, then to new ones. */
    void addSectors(List<SectorInfo> added, boolean proven, long partitionSize, Quantization quantization, long sectorSize) {
        long index = Math.max(0, partitions.size() - 1L);
        int from = 0;
        while (from < added.size()) {
            Partition partition = partitions.computeIfAbsent(index, i -> new Partition(store));
            int room = (int) (partitionSize - partition.sectors.count());
            List<SectorInfo> part = added.subList(from, Math.min(added.size(), from + Math.max(0, room)));
            if (!part.isEmpty()) {
                expire(partition.addSectors(part, proven, quantization, sectorSize), index);
            }
            from += part.size();
            index++;
        }
        liveSectors += added.size();
        totalSectors += added.size();
        livePower = livePower.plus(PowerPair.of(sectorSize, added));
        dailyFee = added.stream().map(SectorInfo::dailyFee).reduce(dailyFee, BigInteger::add);
    }

    /** Applies a proof to one partition: skipped sectors become faults, recoveries and unproven sectors become active. */
    Partition.Change recordProof(long index, BitField skipped, Sectors all, long faultExpiration, Quantization quantization) {
        Partition partition = partition(index);
        Partition.Change faults = partition.recordFaults(skipped, all, faultExpiration, quantization);
        Partition.Change recovered = partition.recoverFaults(all, quantization);
        PowerPair proven = partition.activateUnproven();
        expire(faults.epochs(), index);
        expire(recovered.epochs(), index);
        faultyPower = faultyPower.plus(faults.newFaulty()).minus(recovered.claim());
        posted = posted.union(BitField.of(index));
        return new Partition.Change(faults.claim().plus(recovered.claim()).plus(proven), faults.newFaulty(), recovered.claim(), List.of());
    }

    void keep(BitField proven, byte[] proofs) {
        submissions.put(submissions.isEmpty() ? 0 : submissions.lastKey() + 1, new Submission(proven, proofs));
    }

    PowerPair declareFaults(long index, BitField declared, Sectors all, long faultExpiration, Quantization quantization) {
        Partition.Change change = partition(index).recordFaults(declared, all, faultExpiration, quantization);
        expire(change.epochs(), index);
        faultyPower = faultyPower.plus(change.newFaulty());
        return change.claim();
    }

    /** Takes sectors out at the owner's wish; returns the power that leaves the claim. */
    PowerPair terminate(long index, BitField numbers, Sectors all, long epoch, Quantization quantization) {
        ExpirationSet removed = partition(index).terminate(numbers, all, epoch, quantization);
        earlyTerminations = earlyTerminations.union(BitField.of(index));
        liveSectors -= numbers.count();
        faultyPower = faultyPower.minus(removed.faulty());
        livePower = livePower.minus(PowerPair.of(all.sectorSize(), all.get(numbers)));
        dailyFee = dailyFee.subtract(removed.fee());
        return removed.active();
    }

    /** The window is over: what was not proven is faulty, what is due leaves. */
    Ended end(long last, Quantization quantization, long sectorSize, Cid sectors) {
        PowerPair previouslyFaulty = faultyPower;
        PowerPair live = livePower;
        BigInteger fee = dailyFee;
        PowerPair claim = PowerPair.ZERO;
        for (var entry : partitions.entrySet()) {
            Partition partition = entry.getValue();
            boolean idle = partition.recoveringPower.isZero() && partition.faultyPower.equals(partition.livePower);
            if (!posted.contains(entry.getKey()) && !idle) {
                Partition.Change missed = partition.recordMissedProof(last + NetworkPolicy.FAULT_MAX_AGE, quantization, sectorSize);
                expire(missed.epochs(), entry.getKey());
                claim = claim.plus(missed.claim());
                faultyPower = faultyPower.plus(missed.newFaulty());
            }
        }
        posted = BitField.EMPTY;
        partitionsSnapshot = savePartitions();
        submissionsSnapshot = saveSubmissions();
        sectorsSnapshot = submissions.isEmpty() ? Sectors.empty(store) : sectors;
        submissions.clear();
        ExpirationSet expired = popExpired(last, quantization, sectorSize);
        return new Ended(claim.minus(expired.active()), previouslyFaulty, expired.pledge(), !expired.early().isEmpty(), fee, live);
    }

    private ExpirationSet popExpired(long until, Quantization quantization, long sectorSize) {
        BitField due = BitField.EMPTY;
        for (long epoch : List.copyOf(expirations.headMap(until, true).keySet())) {
            due = due.union(expirations.remove(epoch));
        }
        ExpirationSet all = ExpirationSet.EMPTY;
        for (long index : due.stream().boxed().toList()) {
            ExpirationSet popped = partition(index).popExpired(until, quantization, sectorSize);
            if (!popped.early().isEmpty()) {
                earlyTerminations = earlyTerminations.union(BitField.of(index));
            }
            all = all.plus(popped);
        }
        liveSectors -= all.all().count();
        faultyPower = faultyPower.minus(all.faulty());
        livePower = livePower.minus(all.active()).minus(all.faulty());
        dailyFee = dailyFee.subtract(all.fee());
        return all;
    }

    /** Takes out all early terminations by epoch. */
    TreeMap<Long, BitField> popEarly() {
        TreeMap<Long, BitField> early = new TreeMap<>();
        for (long index : earlyTerminations.stream().boxed().toList()) {
            partition(index).popEarly().forEach((epoch, numbers) -> early.merge(epoch, numbers, BitField::union));
        }
        earlyTerminations = BitField.EMPTY;
        return early;
    }

    /** The index of the partition that holds the sector, or -1. */
    public long partitionOf(long sector) {
        return partitions.entrySet().stream().filter(entry -> entry.getValue().sectors.contains(sector)).findFirst()
                .map(Map.Entry::getKey).orElse(-1L);
    }

    List<Long> indexes() {
        return new ArrayList<>(partitions.keySet());
    }
}
