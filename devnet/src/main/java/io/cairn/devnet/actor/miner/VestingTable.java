package io.cairn.devnet.actor.miner;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Block rewards that unlock linearly over 180 days, in daily steps.
 *
 * <p>Source: builtin-actors, actors/miner/src/vesting_state.rs.
 */
public final class VestingTable {

    private static final long PERIOD = 180L * 2880;
    private static final long STEP = 2880;
    private static final long QUANTUM = 1440;

    /** {@code amount} attoFIL unlock at {@code epoch}. */
    public record Entry(long epoch, BigInteger amount) { }

    /** What was unlocked and what stays. */
    public record Unlocked(BigInteger amount, VestingTable rest) { }

    private final List<Entry> entries;

    /** A table of entries in ascending order of epochs. */
    public VestingTable(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** Entries in ascending order of epochs. */
    public List<Entry> entries() {
        return entries;
    }

    /** The table with {@code sum} added at {@code epoch}. */
    public VestingTable with(long epoch, BigInteger sum, long provingPeriodStart) {
        Quantization quantization = new Quantization(QUANTUM, provingPeriodStart);
        TreeMap<Long, BigInteger> merged = new TreeMap<>();
        entries.forEach(entry -> merged.merge(entry.epoch(), entry.amount(), BigInteger::add));
        BigInteger placed = BigInteger.ZERO;
        long step = epoch;
        while (placed.compareTo(sum) < 0) {
            step += STEP;
            long vestEpoch = quantization.up(step);
            long elapsed = vestEpoch - epoch;
            BigInteger target = elapsed < PERIOD
                    ? sum.multiply(BigInteger.valueOf(elapsed)).divide(BigInteger.valueOf(PERIOD)) : sum;
            merged.merge(vestEpoch, target.subtract(placed), BigInteger::add);
            placed = target;
        }
        List<Entry> all = new ArrayList<>();
        merged.forEach((at, amount) -> all.add(new Entry(at, amount)));
        return new VestingTable(all);
    }

    /** Takes out all that vested before {@code epoch}. */
    public Unlocked vested(long epoch) {
        int count = 0;
        BigInteger amount = BigInteger.ZERO;
        while (count < entries.size() && entries.get(count).epoch() < epoch) {
            amount = amount.add(entries.get(count).amount());
            count++;
        }
        return new Unlocked(amount, new VestingTable(entries.subList(count, entries.size())));
    }

    /** Takes out up to {@code target} of what has not vested at {@code epoch}, soonest first. */
    public Unlocked unvested(long epoch, BigInteger target) {
        List<Entry> rest = new ArrayList<>();
        BigInteger taken = BigInteger.ZERO;
        for (Entry entry : entries) {
            BigInteger part = entry.epoch() >= epoch ? entry.amount().min(target.subtract(taken)) : BigInteger.ZERO;
            taken = taken.add(part);
            BigInteger left = entry.amount().subtract(part);
            if (left.signum() > 0 || part.signum() == 0) {
                rest.add(new Entry(entry.epoch(), left));
            }
        }
        return new Unlocked(taken, new VestingTable(rest));
    }

    /** The sum of all entries. */
    public BigInteger total() {
        return entries.stream().map(Entry::amount).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
