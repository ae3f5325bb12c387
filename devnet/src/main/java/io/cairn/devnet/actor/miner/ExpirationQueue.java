package io.cairn.devnet.actor.miner;

import io.cairn.devnet.state.Tables;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.ipld.BlockStore;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * When the sectors of a partition leave it. Epochs are rounded up to the end of the partition's deadline.
 *
 * <p>Source: builtin-actors, actors/miner/src/expiration_queue.rs.
 */
final class ExpirationQueue {

    private static final int BIT_WIDTH = 4;

    private final Quantization quantization;
    private final long sectorSize;
    private final TreeMap<Long, ExpirationSet> sets;

    private ExpirationQueue(Quantization quantization, long sectorSize, TreeMap<Long, ExpirationSet> sets) {
        this.quantization = quantization;
        this.sectorSize = sectorSize;
        this.sets = sets;
    }

    static ExpirationQueue load(BlockStore store, Cid root, Quantization quantization, long sectorSize) {
        return new ExpirationQueue(quantization, sectorSize, Tables.loadAmt(store, root, BIT_WIDTH, ExpirationSet::readFrom));
    }

    static Cid empty(BlockStore store) {
        return Tables.saveAmt(store, BIT_WIDTH, new TreeMap<Long, ExpirationSet>(), (w, set) -> set.writeTo(w));
    }

    Cid save(BlockStore store) {
        sets.values().removeIf(ExpirationSet::isEmpty);
        return Tables.saveAmt(store, BIT_WIDTH, sets, (w, set) -> set.writeTo(w));
    }

    private void add(long epoch, ExpirationSet set) {
        sets.merge(epoch, set, ExpirationSet::plus);
    }

    private ExpirationSet onTime(SectorInfo sector, boolean faulty) {
        PowerPair power = PowerPair.of(sectorSize, List.of(sector));
        return new ExpirationSet(BitField.of(sector.number()), BitField.EMPTY, sector.pledge(), faulty ? PowerPair.ZERO : power,
                faulty ? power : PowerPair.ZERO, sector.dailyFee());
    }

    private ExpirationSet early(SectorInfo sector) {
        return new ExpirationSet(BitField.EMPTY, BitField.of(sector.number()), BigInteger.ZERO, PowerPair.ZERO,
                PowerPair.of(sectorSize, List.of(sector)), sector.dailyFee());
    }

    /** Adds active sectors and returns the epochs at which some leave. */
    List<Long> addActive(List<SectorInfo> sectors) {
        List<Long> epochs = new ArrayList<>();
        for (SectorInfo sector : sectors) {
            long epoch = quantization.up(sector.expiration());
            add(epoch, onTime(sector, false));
            epochs.add(epoch);
        }
        return epochs;
    }

    /** Marks active sectors as faulty; those that would outlive {@code newExpiration} leave then. Returns that epoch. */
    long rescheduleAsFaults(long newExpiration, List<SectorInfo> sectors) {
        long limit = quantization.up(newExpiration);
        for (SectorInfo sector : sectors) {
            long epoch = epochOf(sector.number());
            sets.put(epoch, sets.get(epoch).minus(onTime(sector, false)));
            if (epoch <= limit) {
                add(epoch, onTime(sector, true));
            } else {
                add(limit, early(sector));
            }
        }
        return limit;
    }

    /** Marks all sectors as faulty. Returns the epoch at which those leave that would have stayed longer. */
    long rescheduleAllAsFaults(long faultExpiration) {
        long limit = quantization.up(faultExpiration);
        ExpirationSet moved = ExpirationSet.EMPTY;
        for (long epoch : List.copyOf(sets.keySet())) {
            ExpirationSet set = sets.get(epoch);
            PowerPair power = set.active().plus(set.faulty());
            if (epoch <= limit) {
                sets.put(epoch, new ExpirationSet(set.onTime(), set.early(), set.pledge(), PowerPair.ZERO, power, set.fee()));
            } else {
                sets.remove(epoch);
                moved = moved.plus(new ExpirationSet(BitField.EMPTY, set.all(), BigInteger.ZERO, PowerPair.ZERO, power, set.fee()));
            }
        }
        if (!moved.isEmpty()) {
            add(limit, moved);
        }
        return limit;
    }

    /** Returns recovered sectors to their own expirations. */
    List<Long> rescheduleRecovered(List<SectorInfo> sectors) {
        for (SectorInfo sector : sectors) {
            long epoch = epochOf(sector.number());
            ExpirationSet set = sets.get(epoch);
            sets.put(epoch, set.minus(set.early().contains(sector.number()) ? early(sector) : onTime(sector, true)));
        }
        return addActive(sectors);
    }

    /** Takes sectors out before their time. */
    void remove(List<SectorInfo> sectors, BitField faults) {
        for (SectorInfo sector : sectors) {
            long epoch = epochOf(sector.number());
            ExpirationSet set = sets.get(epoch);
            boolean early = set.early().contains(sector.number());
            sets.put(epoch, set.minus(early ? early(sector) : onTime(sector, faults.contains(sector.number()))));
        }
    }

    /** Takes out all that leaves up to {@code epoch}. */
    ExpirationSet popUntil(long epoch) {
        ExpirationSet popped = ExpirationSet.EMPTY;
        for (long due : List.copyOf(sets.headMap(epoch, true).keySet())) {
            popped = popped.plus(sets.remove(due));
        }
        return popped;
    }

    /** The epoch at which the sector leaves; it must be in the queue. */
    SectorExit exitOf(long sector) {
        long epoch = epochOf(sector);
        return sets.get(epoch).early().contains(sector) ? new SectorExit(0, epoch) : new SectorExit(epoch, 0);
    }

    long epochOf(long sector) {
        return sets.entrySet().stream().filter(entry -> entry.getValue().all().contains(sector)).findFirst()
                .orElseThrow(() -> new IllegalStateException("sector " + sector + " has no expiration")).getKey();
    }
}
