package io.cairn.devnet.actor.miner;

/**
 * Rounds epochs up to the next {@code offset + k * unit}.
 *
 * <p>Source: builtin-actors, actors/miner/src/quantize.rs.
 */
public record Quantization(long unit, long offset) {

    /** No rounding. */
    public static final Quantization NONE = new Quantization(1, 0);

    /** The least quantum at or after {@code epoch}. */
    public long up(long epoch) {
        long start = offset % unit;
        long distance = epoch - start;
        long quotient = distance / unit;
        if (distance % unit == 0 || distance < 0) {
            return unit * quotient + start;
        }
        return unit * (quotient + 1) + start;
    }

    /** The greatest quantum at or before {@code epoch}. */
    public long down(long epoch) {
        long next = up(epoch);
        return next == epoch ? next : next - unit;
    }
}
