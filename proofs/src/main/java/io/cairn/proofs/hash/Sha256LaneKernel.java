package io.cairn.proofs.hash;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The text of every {@link Sha256Lanes}: its class is made once for each number of lanes ({@link Sha256LaneClasses}), because vectors are only fast where
 * their species is a constant of the class.
 *
 * <p>A vector must not cross a call that is not inlined: the rounds are one loop, four rounds in its body. What the compiler inlines late, and what comes
 * round a loop, it takes for a vector of any width; a method of {@link IntVector} that calls another of its own on such a vector goes by what the whole process
 * called it on, and where that is both widths, vectors are kept as objects. So {@code lanewise} with two vectors stands in the place of {@code add}, because it
 * goes by what this class called it on, and what is shifted, reinterpreted or stored is cast to its exact class first, which costs no instruction.
 *
 * <p>A round is 17 vector instructions where rotations and three-input logic are one each (512-bit machines, at both widths).
 */
final class Sha256LaneKernel implements Sha256Lanes {

    private static final int MESSAGE = 64;
    private static final int ROUNDS = Sha256Constants.ROUNDS;
    private static final int WORDS = 16;
    private static final int STATE = Sha256Constants.STATE;
    /** Of a digest's last word, whose lowest byte is the last: all bits but those that make it larger than a field element. */
    private static final int FIELD_BITS = 0xffff_ff3f;
    private static final VectorSpecies<Integer> INTS = species();
    private static final VectorSpecies<Byte> BYTES = INTS.withLanes(byte.class);
    /** What vectors are exactly: one class for each width. */
    private static final Class<? extends Vector<Integer>> INTS_TYPE = INTS.vectorType();
    private static final Class<? extends Vector<Byte>> BYTES_TYPE = BYTES.vectorType();
    private static final int LANES = INTS.length();
    private static final int LANES_LOG2 = Integer.numberOfTrailingZeros(LANES);
    private static final int VECTOR = BYTES.length();
    private static final int[] START = spread(Sha256Constants.initial());
    /** The round constants, each in all lanes. */
    private static final int[] CONSTANTS = spread(Sha256Constants.rounds());
    /** Schedule and constants of the padding block behind one block, added up, each in all lanes. */
    private static final int[] PADDING = spread(Sha256Constants.paddingSums(MESSAGE));
    /** Where the lanes of two vectors, counted through, go when the vectors are interleaved. */
    private static final int[] INTERLEAVED = interleaved();

    private final int[] schedule = new int[ROUNDS * LANES];
    private final int[] sums = new int[ROUNDS * LANES];
    private final int[] state = new int[STATE * LANES];
    private final int[] spare = new int[WORDS * LANES];

    @SuppressWarnings("unchecked")
    private static VectorSpecies<Integer> species() {
        try {
            return MethodHandles.classData(MethodHandles.lookup(), "_", VectorSpecies.class);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a class may read its own data", e);
        }
    }

    @Override
    public int lanes() {
        return LANES;
    }

    @Override
    public void parents(byte[] children, int offset, byte[] parents, int parentsOffset) {
        for (int v = 0; v < WORDS; v++) {
            ByteVector bytes = (ByteVector) BYTES_TYPE.cast(ByteVector.fromArray(BYTES, children, offset + VECTOR * v));
            IntVector words = (IntVector) INTS_TYPE.cast(bytes.reinterpretAsInts());
            words.lanewise(VectorOperators.REVERSE_BYTES).intoArray(schedule, LANES * v);
        }
        int[] from = schedule;
        int[] to = spare;
        for (int n = 0; n < LANES_LOG2; n++) {
            interleave(from, to, WORDS);
            int[] swapped = from;
            from = to;
            to = swapped;
        }
        System.arraycopy(from, 0, schedule, 0, WORDS * LANES);
        extend(schedule, sums, 0);
        start(state);
        compress(state, sums, 0);
        compress(state, PADDING, 0);
        finish(state, parents, parentsOffset);
    }

    @Override
    public void start(int[] state) {
        System.arraycopy(START, 0, state, 0, START.length);
    }

    @Override
    public void extend(byte[] block, int from, int[] sums, int to) {
        for (int v = 0; v < WORDS; v++) {
            ByteVector bytes = (ByteVector) BYTES_TYPE.cast(ByteVector.fromArray(BYTES, block, from + VECTOR * v));
            IntVector words = (IntVector) INTS_TYPE.cast(bytes.reinterpretAsInts());
            words.intoArray(schedule, LANES * v);
        }
        extend(schedule, sums, to);
    }

    @Override
    public void finish(int[] state, byte[] digests, int offset) {
        int last = LANES * (STATE - 1);
        IntVector lastWords = (IntVector) INTS_TYPE.cast(IntVector.fromArray(INTS, state, last));
        lastWords.lanewise(VectorOperators.AND, FIELD_BITS).intoArray(state, last);
        interleave(state, spare, STATE);
        interleave(spare, schedule, STATE);
        interleave(schedule, spare, STATE);
        for (int v = 0; v < STATE; v++) {
            IntVector words = (IntVector) INTS_TYPE.cast(IntVector.fromArray(INTS, spare, LANES * v));
            ByteVector bytes = (ByteVector) BYTES_TYPE.cast(words.lanewise(VectorOperators.REVERSE_BYTES).reinterpretAsBytes());
            bytes.intoArray(digests, offset + VECTOR * v);
        }
    }

    /**
     * Interleaves the first half of the vectors with the second. That rotates the bits of each number's index by one place, the highest to the lowest; done
     * as often as the upper part of the index has bits, it exchanges the upper part and the lower.
     */
    private static void interleave(int[] from, int[] to, int vectors) {
        IntVector low = IntVector.fromArray(INTS, INTERLEAVED, 0);
        IntVector high = IntVector.fromArray(INTS, INTERLEAVED, LANES);
        int half = vectors * LANES / 2;
        for (int at = 0; at < half; at += LANES) {
            IntVector a = IntVector.fromArray(INTS, from, at);
            IntVector b = IntVector.fromArray(INTS, from, half + at);
            low.selectFrom(a, b).intoArray(to, 2 * at);
            high.selectFrom(a, b).intoArray(to, 2 * at + LANES);
        }
    }

    /** Makes the 64 words of the schedule from the first 16, and puts the sum of each and its round's constant at the place. */
    private static void extend(int[] words, int[] sums, int to) {
        for (int t = 0; t < LANES * WORDS; t += LANES) {
            IntVector.fromArray(INTS, words, t).lanewise(VectorOperators.ADD, IntVector.fromArray(INTS, CONSTANTS, t)).intoArray(sums, to + t);
        }
        IntVector before = IntVector.fromArray(INTS, words, LANES * (WORDS - 2));
        IntVector last = IntVector.fromArray(INTS, words, LANES * (WORDS - 1));
        IntVector w0 = IntVector.fromArray(INTS, words, 0);
        for (int t = LANES * WORDS; t < LANES * ROUNDS; t += 2 * LANES) {
            before = (IntVector) INTS_TYPE.cast(before);
            last = (IntVector) INTS_TYPE.cast(last);
            IntVector w1 = (IntVector) INTS_TYPE.cast(IntVector.fromArray(INTS, words, t - 15 * LANES));
            IntVector w2 = (IntVector) INTS_TYPE.cast(IntVector.fromArray(INTS, words, t - 14 * LANES));
            before = before.lanewise(VectorOperators.ROR, 17).lanewise(VectorOperators.XOR, before.lanewise(VectorOperators.ROR, 19))
                    .lanewise(VectorOperators.XOR, before.lanewise(VectorOperators.LSHR, 10))
                    .lanewise(VectorOperators.ADD, w1.lanewise(VectorOperators.ROR, 7).lanewise(VectorOperators.XOR, w1.lanewise(VectorOperators.ROR, 18))
                            .lanewise(VectorOperators.XOR, w1.lanewise(VectorOperators.LSHR, 3))
                            .lanewise(VectorOperators.ADD, w0.lanewise(VectorOperators.ADD, IntVector.fromArray(INTS, words, t - 7 * LANES))));
            before.intoArray(words, t);
            before.lanewise(VectorOperators.ADD, IntVector.fromArray(INTS, CONSTANTS, t)).intoArray(sums, to + t);
            last = last.lanewise(VectorOperators.ROR, 17).lanewise(VectorOperators.XOR, last.lanewise(VectorOperators.ROR, 19))
                    .lanewise(VectorOperators.XOR, last.lanewise(VectorOperators.LSHR, 10))
                    .lanewise(VectorOperators.ADD, w2.lanewise(VectorOperators.ROR, 7).lanewise(VectorOperators.XOR, w2.lanewise(VectorOperators.ROR, 18))
                            .lanewise(VectorOperators.XOR, w2.lanewise(VectorOperators.LSHR, 3))
                            .lanewise(VectorOperators.ADD, w1.lanewise(VectorOperators.ADD, IntVector.fromArray(INTS, words, t - 6 * LANES))));
            last.intoArray(words, t + LANES);
            last.lanewise(VectorOperators.ADD, IntVector.fromArray(INTS, CONSTANTS, t + LANES)).intoArray(sums, to + t + LANES);
            w0 = w2;
        }
    }

    @Override
    public void compress(int[] state, int[] sums, int from) {
        IntVector a = IntVector.fromArray(INTS, state, 0);
        IntVector b = IntVector.fromArray(INTS, state, LANES);
        IntVector c = IntVector.fromArray(INTS, state, 2 * LANES);
        IntVector d = IntVector.fromArray(INTS, state, 3 * LANES);
        IntVector e = IntVector.fromArray(INTS, state, 4 * LANES);
        IntVector f = IntVector.fromArray(INTS, state, 5 * LANES);
        IntVector g = IntVector.fromArray(INTS, state, 6 * LANES);
        IntVector h = IntVector.fromArray(INTS, state, 7 * LANES);
        for (int t = from; t < from + LANES * ROUNDS; t += 4 * LANES) {
            a = (IntVector) INTS_TYPE.cast(a);
            b = (IntVector) INTS_TYPE.cast(b);
            c = (IntVector) INTS_TYPE.cast(c);
            d = (IntVector) INTS_TYPE.cast(d);
            e = (IntVector) INTS_TYPE.cast(e);
            f = (IntVector) INTS_TYPE.cast(f);
            g = (IntVector) INTS_TYPE.cast(g);
            h = (IntVector) INTS_TYPE.cast(h);
            h = h.lanewise(VectorOperators.ADD, IntVector.fromArray(INTS, sums, t))
                    .lanewise(VectorOperators.ADD, g.lanewise(VectorOperators.XOR, e.lanewise(VectorOperators.AND, f.lanewise(VectorOperators.XOR, g))))
                    .lanewise(VectorOperators.ADD, e.lanewise(VectorOperators.ROR, 6).lanewise(VectorOperators.XOR, e.lanewise(VectorOperators.ROR, 11)).lanewise(VectorOperators.XOR, e.lanewise(VectorOperators.ROR, 25)));
            d = d.lanewise(VectorOperators.ADD, h);
            h = h.lanewise(VectorOperators.ADD, a.lanewise(VectorOperators.AND, b).lanewise(VectorOperators.OR, c.lanewise(VectorOperators.AND, a.lanewise(VectorOperators.OR, b))))
                    .lanewise(VectorOperators.ADD, a.lanewise(VectorOperators.ROR, 2).lanewise(VectorOperators.XOR, a.lanewise(VectorOperators.ROR, 13)).lanewise(VectorOperators.XOR, a.lanewise(VectorOperators.ROR, 22)));
            g = g.lanewise(VectorOperators.ADD, IntVector.fromArray(INTS, sums, t + LANES))
                    .lanewise(VectorOperators.ADD, f.lanewise(VectorOperators.XOR, d.lanewise(VectorOperators.AND, e.lanewise(VectorOperators.XOR, f))))
                    .lanewise(VectorOperators.ADD, d.lanewise(VectorOperators.ROR, 6).lanewise(VectorOperators.XOR, d.lanewise(VectorOperators.ROR, 11)).lanewise(VectorOperators.XOR, d.lanewise(VectorOperators.ROR, 25)));
            c = (IntVector) INTS_TYPE.cast(c.lanewise(VectorOperators.ADD, g));
            g = g.lanewise(VectorOperators.ADD, h.lanewise(VectorOperators.AND, a).lanewise(VectorOperators.OR, b.lanewise(VectorOperators.AND, h.lanewise(VectorOperators.OR, a))))
                    .lanewise(VectorOperators.ADD, h.lanewise(VectorOperators.ROR, 2).lanewise(VectorOperators.XOR, h.lanewise(VectorOperators.ROR, 13)).lanewise(VectorOperators.XOR, h.lanewise(VectorOperators.ROR, 22)));
            g = (IntVector) INTS_TYPE.cast(g);
            f = f.lanewise(VectorOperators.ADD, IntVector.fromArray(INTS, sums, t + 2 * LANES))
                    .lanewise(VectorOperators.ADD, e.lanewise(VectorOperators.XOR, c.lanewise(VectorOperators.AND, d.lanewise(VectorOperators.XOR, e))))
                    .lanewise(VectorOperators.ADD, c.lanewise(VectorOperators.ROR, 6).lanewise(VectorOperators.XOR, c.lanewise(VectorOperators.ROR, 11)).lanewise(VectorOperators.XOR, c.lanewise(VectorOperators.ROR, 25)));
            b = (IntVector) INTS_TYPE.cast(b.lanewise(VectorOperators.ADD, f));
            f = f.lanewise(VectorOperators.ADD, g.lanewise(VectorOperators.AND, h).lanewise(VectorOperators.OR, a.lanewise(VectorOperators.AND, g.lanewise(VectorOperators.OR, h))))
                    .lanewise(VectorOperators.ADD, g.lanewise(VectorOperators.ROR, 2).lanewise(VectorOperators.XOR, g.lanewise(VectorOperators.ROR, 13)).lanewise(VectorOperators.XOR, g.lanewise(VectorOperators.ROR, 22)));
            f = (IntVector) INTS_TYPE.cast(f);
            e = e.lanewise(VectorOperators.ADD, IntVector.fromArray(INTS, sums, t + 3 * LANES))
                    .lanewise(VectorOperators.ADD, d.lanewise(VectorOperators.XOR, b.lanewise(VectorOperators.AND, c.lanewise(VectorOperators.XOR, d))))
                    .lanewise(VectorOperators.ADD, b.lanewise(VectorOperators.ROR, 6).lanewise(VectorOperators.XOR, b.lanewise(VectorOperators.ROR, 11)).lanewise(VectorOperators.XOR, b.lanewise(VectorOperators.ROR, 25)));
            a = a.lanewise(VectorOperators.ADD, e);
            e = e.lanewise(VectorOperators.ADD, f.lanewise(VectorOperators.AND, g).lanewise(VectorOperators.OR, h.lanewise(VectorOperators.AND, f.lanewise(VectorOperators.OR, g))))
                    .lanewise(VectorOperators.ADD, f.lanewise(VectorOperators.ROR, 2).lanewise(VectorOperators.XOR, f.lanewise(VectorOperators.ROR, 13)).lanewise(VectorOperators.XOR, f.lanewise(VectorOperators.ROR, 22)));
            IntVector swapped = a;
            a = e;
            e = swapped;
            swapped = b;
            b = f;
            f = swapped;
            swapped = c;
            c = g;
            g = swapped;
            swapped = d;
            d = h;
            h = swapped;
        }
        ((IntVector) INTS_TYPE.cast(a.lanewise(VectorOperators.ADD, IntVector.fromArray(INTS, state, 0)))).intoArray(state, 0);
        ((IntVector) INTS_TYPE.cast(b.lanewise(VectorOperators.ADD, IntVector.fromArray(INTS, state, LANES)))).intoArray(state, LANES);
        ((IntVector) INTS_TYPE.cast(c.lanewise(VectorOperators.ADD, IntVector.fromArray(INTS, state, 2 * LANES)))).intoArray(state, 2 * LANES);
        ((IntVector) INTS_TYPE.cast(d.lanewise(VectorOperators.ADD, IntVector.fromArray(INTS, state, 3 * LANES)))).intoArray(state, 3 * LANES);
        ((IntVector) INTS_TYPE.cast(e.lanewise(VectorOperators.ADD, IntVector.fromArray(INTS, state, 4 * LANES)))).intoArray(state, 4 * LANES);
        ((IntVector) INTS_TYPE.cast(f.lanewise(VectorOperators.ADD, IntVector.fromArray(INTS, state, 5 * LANES)))).intoArray(state, 5 * LANES);
        ((IntVector) INTS_TYPE.cast(g.lanewise(VectorOperators.ADD, IntVector.fromArray(INTS, state, 6 * LANES)))).intoArray(state, 6 * LANES);
        ((IntVector) INTS_TYPE.cast(h.lanewise(VectorOperators.ADD, IntVector.fromArray(INTS, state, 7 * LANES)))).intoArray(state, 7 * LANES);
    }

    private static int[] interleaved() {
        int[] places = new int[2 * LANES];
        for (int n = 0; n < places.length; n++) {
            places[n] = n % 2 * LANES + n / 2;
        }
        return places;
    }

    private static int[] spread(int[] numbers) {
        int[] spread = new int[LANES * numbers.length];
        for (int n = 0; n < spread.length; n++) {
            spread[n] = numbers[n / LANES];
        }
        return spread;
    }
}
