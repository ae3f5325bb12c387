package io.cairn.protocol.deadline;

/**
 * Epochs of the form {@code offset + n * unit} (go-state-types: builtin/quantize.go).
 *
 * @param unit epochs between two of them, at least 1
 */
public record Quantization(long unit, long offset) {

    /** Every epoch. */
    public static final Quantization NONE = new Quantization(1, 0);

    public Quantization {
        if (unit < 1) {
            throw new IllegalArgumentException("quantization unit " + unit + ", expected at least 1");
        }
    }

    /** The first such epoch not before {@code epoch}. */
    public long up(long epoch) {
        return epoch + Math.floorMod(offset - epoch, unit);
    }

    /** The last such epoch not after {@code epoch}. */
    public long down(long epoch) {
        return epoch - Math.floorMod(epoch - offset, unit);
    }
}
