package io.cairn.devnet.actor.miner;

import io.cairn.devnet.state.Tables;
import io.cairn.devnet.vm.ActorAbort;
import io.cairn.devnet.vm.ExitCode;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.ipld.BlockStore;
import java.math.BigInteger;
import java.util.List;
import java.util.TreeMap;

/**
 * Sectors that are proven together.
 *
 * <p>Source: builtin-actors, actors/miner/src/partition_state.rs.
 */
public final class Partition {

    private static final int EARLY_BIT_WIDTH = 3;

    /** What a change did to the miner's claim and to the deadline's figures. */
    record Change(PowerPair claim, PowerPair newFaulty, PowerPair retracted, List<Long> epochs) {
        static final Change NONE = new Change(PowerPair.ZERO, PowerPair.ZERO, PowerPair.ZERO, List.of());
    }

    private final BlockStore store;
    BitField sectors = BitField.EMPTY;
    BitField unproven = BitField.EMPTY;
    BitField faults = BitField.EMPTY;
    BitField recoveries = BitField.EMPTY;
    BitField terminated = BitField.EMPTY;
    private Cid expirations;
    private Cid earlyTerminated;
    PowerPair livePower = PowerPair.ZERO;
    PowerPair unprovenPower = PowerPair.ZERO;
    PowerPair faultyPower = PowerPair.ZERO;
    PowerPair recoveringPower = PowerPair.ZERO;

    Partition(BlockStore store) {
        this.store = store;
        this.expirations = ExpirationQueue.empty(store);
        this.earlyTerminated = Tables.saveAmt(store, EARLY_BIT_WIDTH, new TreeMap<Long, BitField>(), (w, field) -> field.writeTo(w));
    }

    static Partition readFrom(BlockStore store, CborReader r) {
        r.tuple(11);
        Partition p = new Partition(store);
        p.sectors = BitField.readFrom(r);
        p.unproven = BitField.readFrom(r);
        p.faults = BitField.readFrom(r);
        p.recoveries = BitField.readFrom(r);
        p.terminated = BitField.readFrom(r);
        p.expirations = r.cid();
        p.earlyTerminated = r.cid();
        p.livePower = PowerPair.readFrom(r);
        p.unprovenPower = PowerPair.readFrom(r);
        p.faultyPower = PowerPair.readFrom(r);
        p.recoveringPower = PowerPair.readFrom(r);
        return p;
    }

    void writeTo(CborWriter w) {
        w.array(11);
        List.of(sectors, unproven, faults, recoveries, terminated).forEach(field -> field.writeTo(w));
        w.cid(expirations).cid(earlyTerminated);
        List.of(livePower, unprovenPower, faultyPower, recoveringPower).forEach(power -> power.writeTo(w));
    }

    public BitField sectors() {
        return sectors;
    }

    public BitField faults() {
        return faults;
    }

    public BitField recoveries() {
        return recoveries;
    }

    /** Sectors that have not been terminated. */
    public BitField live() {
        return sectors.minus(terminated);
    }

    /** Sectors that are proven and not faulty. */
    public BitField active() {
        return live().minus(faults).minus(unproven);
    }

    private ExpirationQueue queue(Quantization quantization, long sectorSize) {
        return ExpirationQueue.load(store, expirations, quantization, sectorSize);
    }

    List<Long> addSectors(List<SectorInfo> added, boolean proven, Quantization quantization, long sectorSize) {
        ExpirationQueue queue = queue(quantization, sectorSize);
        List<Long> epochs = queue.addActive(added);
        expirations = queue.save(store);
        BitField numbers = BitField.of(added.stream().map(SectorInfo::number).toList());
        PowerPair power = PowerPair.of(sectorSize, added);
        sectors = sectors.union(numbers);
        livePower = livePower.plus(power);
        if (!proven) {
            unproven = unproven.union(numbers);
            unprovenPower = unprovenPower.plus(power);
        }
        return epochs;
    }

    /** Makes sectors faulty; those already faulty or gone stay as they are, recoveries among them are taken back. */
    Change recordFaults(BitField declared, Sectors all, long faultExpiration, Quantization quantization) {
        ActorAbort.require(sectors.containsAll(declared), ExitCode.ILLEGAL_ARGUMENT, "not all of the sectors are in the partition");
        BitField retracted = recoveries.intersect(declared);
        BitField added = declared.minus(terminated).minus(faults);
        Change change = added.isEmpty() ? Change.NONE : addFaults(added, all, faultExpiration, quantization);
        PowerPair retractedPower = PowerPair.of(all.sectorSize(), all.get(retracted));
        recoveries = recoveries.minus(retracted);
        recoveringPower = recoveringPower.minus(retractedPower);
        return new Change(change.claim(), change.newFaulty(), retractedPower, change.epochs());
    }

    private Change addFaults(BitField added, Sectors all, long faultExpiration, Quantization quantization) {
        List<SectorInfo> infos = all.get(added);
        ExpirationQueue queue = queue(quantization, all.sectorSize());
        long epoch = queue.rescheduleAsFaults(faultExpiration, infos);
        expirations = queue.save(store);
        PowerPair power = PowerPair.of(all.sectorSize(), infos);
        BitField lost = unproven.intersect(added);
        PowerPair lostPower = PowerPair.of(all.sectorSize(), all.get(lost));
        faults = faults.union(added);
        faultyPower = faultyPower.plus(power);
        unproven = unproven.minus(lost);
        unprovenPower = unprovenPower.minus(lostPower);
        return new Change(lostPower.minus(power), power, PowerPair.ZERO, List.of(epoch));
    }

    void declareRecoveries(BitField declared, Sectors all) {
        ActorAbort.require(sectors.containsAll(declared), ExitCode.ILLEGAL_ARGUMENT, "not all of the sectors are in the partition");
        BitField added = declared.intersect(faults).minus(recoveries);
        recoveries = recoveries.union(added);
        recoveringPower = recoveringPower.plus(PowerPair.of(all.sectorSize(), all.get(added)));
    }

    /** Returns what recovers to the active sectors. */
    Change recoverFaults(Sectors all, Quantization quantization) {
        if (recoveries.isEmpty()) {
            return Change.NONE;
        }
        List<SectorInfo> infos = all.get(recoveries);
        ExpirationQueue queue = queue(quantization, all.sectorSize());
        List<Long> epochs = queue.rescheduleRecovered(infos);
        expirations = queue.save(store);
        PowerPair power = PowerPair.of(all.sectorSize(), infos);
        faults = faults.minus(recoveries);
        recoveries = BitField.EMPTY;
        faultyPower = faultyPower.minus(power);
        recoveringPower = recoveringPower.minus(power);
        return new Change(power, PowerPair.ZERO, PowerPair.ZERO, epochs);
    }

    /** Makes proven sectors count. */
    PowerPair activateUnproven() {
        PowerPair power = unprovenPower;
        unproven = BitField.EMPTY;
        unprovenPower = PowerPair.ZERO;
        return power;
    }

    /** Nothing was proven in the window: all live sectors are faulty. */
    Change recordMissedProof(long faultExpiration, Quantization quantization, long sectorSize) {
        ExpirationQueue queue = queue(quantization, sectorSize);
        long epoch = queue.rescheduleAllAsFaults(faultExpiration);
        expirations = queue.save(store);
        PowerPair newFaulty = livePower.minus(faultyPower);
        PowerPair claim = unprovenPower.minus(newFaulty);
        faults = live();
        recoveries = BitField.EMPTY;
        unproven = BitField.EMPTY;
        faultyPower = livePower;
        recoveringPower = PowerPair.ZERO;
        unprovenPower = PowerPair.ZERO;
        return new Change(claim, newFaulty, PowerPair.ZERO, List.of(epoch));
    }

    /** Takes out the sectors whose time is up. */
    ExpirationSet popExpired(long until, Quantization quantization, long sectorSize) {
        ExpirationQueue queue = queue(quantization, sectorSize);
        ExpirationSet popped = queue.popUntil(until);
        expirations = queue.save(store);
        leave(popped.all(), popped.active().plus(popped.faulty()), popped.faulty());
        if (!popped.early().isEmpty()) {
            addEarly(until, popped.early());
        }
        return popped;
    }

    /** Takes out sectors at the owner's wish; returns what leaves the claim and the sectors' pledge and fees. */
    ExpirationSet terminate(BitField numbers, Sectors all, long epoch, Quantization quantization) {
        ActorAbort.require(live().containsAll(numbers), ExitCode.ILLEGAL_ARGUMENT, "not all of the sectors are live in the partition");
        List<SectorInfo> infos = all.get(numbers);
        ExpirationQueue queue = queue(quantization, all.sectorSize());
        queue.remove(infos, faults);
        expirations = queue.save(store);
        PowerPair total = PowerPair.of(all.sectorSize(), infos);
        PowerPair faulty = PowerPair.of(all.sectorSize(), all.get(numbers.intersect(faults)));
        PowerPair recovering = PowerPair.of(all.sectorSize(), all.get(numbers.intersect(recoveries)));
        PowerPair notProven = PowerPair.of(all.sectorSize(), all.get(numbers.intersect(unproven)));
        unprovenPower = unprovenPower.minus(notProven);
        recoveringPower = recoveringPower.minus(recovering);
        leave(numbers, total, faulty);
        addEarly(epoch, numbers);
        return new ExpirationSet(BitField.EMPTY, numbers, BigInteger.ZERO, total.minus(faulty).minus(notProven), faulty,
                infos.stream().map(SectorInfo::dailyFee).reduce(BigInteger.ZERO, BigInteger::add));
    }

    private void leave(BitField numbers, PowerPair total, PowerPair faulty) {
        terminated = terminated.union(numbers);
        faults = faults.minus(numbers);
        recoveries = recoveries.minus(numbers);
        unproven = unproven.minus(numbers);
        livePower = livePower.minus(total);
        faultyPower = faultyPower.minus(faulty);
    }

    private TreeMap<Long, BitField> early() {
        return Tables.loadAmt(store, earlyTerminated, EARLY_BIT_WIDTH, BitField::readFrom);
    }

    private void addEarly(long epoch, BitField numbers) {
        TreeMap<Long, BitField> early = early();
        early.merge(epoch, numbers, BitField::union);
        earlyTerminated = Tables.saveAmt(store, EARLY_BIT_WIDTH, early, (w, field) -> field.writeTo(w));
    }

    /** Takes out all early terminations by the epoch at which they happened. */
    TreeMap<Long, BitField> popEarly() {
        TreeMap<Long, BitField> early = early();
        earlyTerminated = Tables.saveAmt(store, EARLY_BIT_WIDTH, new TreeMap<Long, BitField>(), (w, field) -> field.writeTo(w));
        return early;
    }

    /** When the sector leaves, which must be live. */
    SectorExit expirationOf(long sector, Quantization quantization, long sectorSize) {
        return queue(quantization, sectorSize).exitOf(sector);
    }
}
