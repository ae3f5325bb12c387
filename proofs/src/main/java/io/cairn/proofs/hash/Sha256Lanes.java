package io.cairn.proofs.hash;

import java.math.BigInteger;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * SHA-256 of sixteen messages of 64 bytes at a time, in lanes of 512-bit vectors: a block of data, then the block of padding, which is the same for all and
 * whose schedule is therefore a constant. Digests are cut to 254 bits. Source: FIPS 180-4, section 6.2.
 *
 * <p>Word t of message m stands at 16 t + m. A vector must not cross a call: the rounds are one loop, eight rounds in its body.
 */
final class Sha256Lanes {

    /** Messages hashed together. */
    static final int LANES = 16;

    private static final int MESSAGE = 64;
    private static final int DIGEST = 32;
    private static final int ROUNDS = 64;
    private static final int WORDS = 16;
    private static final int STATE = 8;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_512;
    private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_512;
    private static final int[] INITIAL = roots(STATE, 2);
    private static final int[] CONSTANTS = roots(ROUNDS, 3);
    /** The constants, each in all lanes. */
    private static final int[] SPREAD_CONSTANTS = spread(CONSTANTS);
    /** Schedule and constants of the padding block added up, each in all lanes. */
    private static final int[] PADDING = spread(paddingSchedule());

    /** The initial state, each word in all lanes. */
    private static final int[] START = spread(INITIAL);
    /** Where the lanes of two vectors, counted through, go when the vectors are interleaved. */
    private static final int[] INTERLEAVED = interleaved();
    /** All bits of two digests but the highest two of each. */
    private static final int[] FIELD_BITS = fieldBits();

    private final int[] words = new int[ROUNDS * LANES];
    private final int[] state = new int[STATE * LANES];
    private final int[] spare = new int[WORDS * LANES];

    /** Hashes sixteen messages that stand one after the other, into digests of 32 bytes likewise. */
    void hash(byte[] messages, int offset, byte[] digests, int digestOffset) {
        for (int m = 0; m < LANES; m++) {
            ByteVector.fromArray(BYTES, messages, offset + MESSAGE * m).reinterpretAsInts().lanewise(VectorOperators.REVERSE_BYTES)
                    .intoArray(words, LANES * m);
        }
        interleave(words, spare, WORDS);
        interleave(spare, words, WORDS);
        interleave(words, spare, WORDS);
        interleave(spare, words, WORDS);
        extend(words);
        System.arraycopy(START, 0, state, 0, START.length);
        compress(state, words);
        compress(state, PADDING);
        interleave(state, spare, STATE);
        interleave(spare, state, STATE);
        interleave(state, spare, STATE);
        IntVector bits = IntVector.fromArray(INTS, FIELD_BITS, 0);
        for (int pair = 0; pair < LANES / 2; pair++) {
            IntVector.fromArray(INTS, spare, LANES * pair).lanewise(VectorOperators.REVERSE_BYTES).and(bits).reinterpretAsBytes()
                    .intoArray(digests, digestOffset + 2 * DIGEST * pair);
        }
    }

    /**
     * Interleaves the first half of the vectors with the second. That rotates the bits of each number's index by one place, the highest to the lowest; done
     * as often as the index of a vector has bits, it exchanges the places of vectors and lanes.
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

    /** Makes the 64 words of the schedule from the first 16, then adds each round's constant to its word. */
    private static void extend(int[] words) {
        IntVector before = IntVector.fromArray(INTS, words, LANES * (WORDS - 2));
        IntVector last = IntVector.fromArray(INTS, words, LANES * (WORDS - 1));
        IntVector w0 = IntVector.fromArray(INTS, words, 0);
        for (int t = LANES * WORDS; t < LANES * ROUNDS; t += 2 * LANES) {
            IntVector w1 = IntVector.fromArray(INTS, words, t - 15 * LANES);
            IntVector w2 = IntVector.fromArray(INTS, words, t - 14 * LANES);
            before = before.lanewise(VectorOperators.ROR, 17).lanewise(VectorOperators.XOR, before.lanewise(VectorOperators.ROR, 19))
                    .lanewise(VectorOperators.XOR, before.lanewise(VectorOperators.LSHR, 10))
                    .add(w1.lanewise(VectorOperators.ROR, 7).lanewise(VectorOperators.XOR, w1.lanewise(VectorOperators.ROR, 18))
                            .lanewise(VectorOperators.XOR, w1.lanewise(VectorOperators.LSHR, 3))
                            .add(w0.add(IntVector.fromArray(INTS, words, t - 7 * LANES))));
            before.intoArray(words, t);
            last = last.lanewise(VectorOperators.ROR, 17).lanewise(VectorOperators.XOR, last.lanewise(VectorOperators.ROR, 19))
                    .lanewise(VectorOperators.XOR, last.lanewise(VectorOperators.LSHR, 10))
                    .add(w2.lanewise(VectorOperators.ROR, 7).lanewise(VectorOperators.XOR, w2.lanewise(VectorOperators.ROR, 18))
                            .lanewise(VectorOperators.XOR, w2.lanewise(VectorOperators.LSHR, 3))
                            .add(w1.add(IntVector.fromArray(INTS, words, t - 6 * LANES))));
            last.intoArray(words, t + LANES);
            w0 = w2;
        }
        for (int t = 0; t < LANES * ROUNDS; t += LANES) {
            IntVector.fromArray(INTS, words, t).add(IntVector.fromArray(INTS, SPREAD_CONSTANTS, t)).intoArray(words, t);
        }
    }

    /** The compression function: the state goes through 64 rounds with the sums of schedule and constants, and is added to what comes out. */
    private static void compress(int[] state, int[] sums) {
        IntVector a = IntVector.fromArray(INTS, state, 0);
        IntVector b = IntVector.fromArray(INTS, state, LANES);
        IntVector c = IntVector.fromArray(INTS, state, 2 * LANES);
        IntVector d = IntVector.fromArray(INTS, state, 3 * LANES);
        IntVector e = IntVector.fromArray(INTS, state, 4 * LANES);
        IntVector f = IntVector.fromArray(INTS, state, 5 * LANES);
        IntVector g = IntVector.fromArray(INTS, state, 6 * LANES);
        IntVector h = IntVector.fromArray(INTS, state, 7 * LANES);
        for (int t = 0; t < LANES * ROUNDS; t += 8 * LANES) {
            h = h.add(IntVector.fromArray(INTS, sums, t)).add(g.lanewise(VectorOperators.XOR, e.lanewise(VectorOperators.AND, f.lanewise(VectorOperators.XOR, g))))
                    .add(e.lanewise(VectorOperators.ROR, 6).lanewise(VectorOperators.XOR, e.lanewise(VectorOperators.ROR, 11)).lanewise(VectorOperators.XOR, e.lanewise(VectorOperators.ROR, 25)));
            d = d.add(h);
            h = h.add(a.lanewise(VectorOperators.AND, b).lanewise(VectorOperators.OR, c.lanewise(VectorOperators.AND, a.lanewise(VectorOperators.OR, b))))
                    .add(a.lanewise(VectorOperators.ROR, 2).lanewise(VectorOperators.XOR, a.lanewise(VectorOperators.ROR, 13)).lanewise(VectorOperators.XOR, a.lanewise(VectorOperators.ROR, 22)));
            g = g.add(IntVector.fromArray(INTS, sums, t + LANES)).add(f.lanewise(VectorOperators.XOR, d.lanewise(VectorOperators.AND, e.lanewise(VectorOperators.XOR, f))))
                    .add(d.lanewise(VectorOperators.ROR, 6).lanewise(VectorOperators.XOR, d.lanewise(VectorOperators.ROR, 11)).lanewise(VectorOperators.XOR, d.lanewise(VectorOperators.ROR, 25)));
            c = c.add(g);
            g = g.add(h.lanewise(VectorOperators.AND, a).lanewise(VectorOperators.OR, b.lanewise(VectorOperators.AND, h.lanewise(VectorOperators.OR, a))))
                    .add(h.lanewise(VectorOperators.ROR, 2).lanewise(VectorOperators.XOR, h.lanewise(VectorOperators.ROR, 13)).lanewise(VectorOperators.XOR, h.lanewise(VectorOperators.ROR, 22)));
            f = f.add(IntVector.fromArray(INTS, sums, t + 2 * LANES)).add(e.lanewise(VectorOperators.XOR, c.lanewise(VectorOperators.AND, d.lanewise(VectorOperators.XOR, e))))
                    .add(c.lanewise(VectorOperators.ROR, 6).lanewise(VectorOperators.XOR, c.lanewise(VectorOperators.ROR, 11)).lanewise(VectorOperators.XOR, c.lanewise(VectorOperators.ROR, 25)));
            b = b.add(f);
            f = f.add(g.lanewise(VectorOperators.AND, h).lanewise(VectorOperators.OR, a.lanewise(VectorOperators.AND, g.lanewise(VectorOperators.OR, h))))
                    .add(g.lanewise(VectorOperators.ROR, 2).lanewise(VectorOperators.XOR, g.lanewise(VectorOperators.ROR, 13)).lanewise(VectorOperators.XOR, g.lanewise(VectorOperators.ROR, 22)));
            e = e.add(IntVector.fromArray(INTS, sums, t + 3 * LANES)).add(d.lanewise(VectorOperators.XOR, b.lanewise(VectorOperators.AND, c.lanewise(VectorOperators.XOR, d))))
                    .add(b.lanewise(VectorOperators.ROR, 6).lanewise(VectorOperators.XOR, b.lanewise(VectorOperators.ROR, 11)).lanewise(VectorOperators.XOR, b.lanewise(VectorOperators.ROR, 25)));
            a = a.add(e);
            e = e.add(f.lanewise(VectorOperators.AND, g).lanewise(VectorOperators.OR, h.lanewise(VectorOperators.AND, f.lanewise(VectorOperators.OR, g))))
                    .add(f.lanewise(VectorOperators.ROR, 2).lanewise(VectorOperators.XOR, f.lanewise(VectorOperators.ROR, 13)).lanewise(VectorOperators.XOR, f.lanewise(VectorOperators.ROR, 22)));
            d = d.add(IntVector.fromArray(INTS, sums, t + 4 * LANES)).add(c.lanewise(VectorOperators.XOR, a.lanewise(VectorOperators.AND, b.lanewise(VectorOperators.XOR, c))))
                    .add(a.lanewise(VectorOperators.ROR, 6).lanewise(VectorOperators.XOR, a.lanewise(VectorOperators.ROR, 11)).lanewise(VectorOperators.XOR, a.lanewise(VectorOperators.ROR, 25)));
            h = h.add(d);
            d = d.add(e.lanewise(VectorOperators.AND, f).lanewise(VectorOperators.OR, g.lanewise(VectorOperators.AND, e.lanewise(VectorOperators.OR, f))))
                    .add(e.lanewise(VectorOperators.ROR, 2).lanewise(VectorOperators.XOR, e.lanewise(VectorOperators.ROR, 13)).lanewise(VectorOperators.XOR, e.lanewise(VectorOperators.ROR, 22)));
            c = c.add(IntVector.fromArray(INTS, sums, t + 5 * LANES)).add(b.lanewise(VectorOperators.XOR, h.lanewise(VectorOperators.AND, a.lanewise(VectorOperators.XOR, b))))
                    .add(h.lanewise(VectorOperators.ROR, 6).lanewise(VectorOperators.XOR, h.lanewise(VectorOperators.ROR, 11)).lanewise(VectorOperators.XOR, h.lanewise(VectorOperators.ROR, 25)));
            g = g.add(c);
            c = c.add(d.lanewise(VectorOperators.AND, e).lanewise(VectorOperators.OR, f.lanewise(VectorOperators.AND, d.lanewise(VectorOperators.OR, e))))
                    .add(d.lanewise(VectorOperators.ROR, 2).lanewise(VectorOperators.XOR, d.lanewise(VectorOperators.ROR, 13)).lanewise(VectorOperators.XOR, d.lanewise(VectorOperators.ROR, 22)));
            b = b.add(IntVector.fromArray(INTS, sums, t + 6 * LANES)).add(a.lanewise(VectorOperators.XOR, g.lanewise(VectorOperators.AND, h.lanewise(VectorOperators.XOR, a))))
                    .add(g.lanewise(VectorOperators.ROR, 6).lanewise(VectorOperators.XOR, g.lanewise(VectorOperators.ROR, 11)).lanewise(VectorOperators.XOR, g.lanewise(VectorOperators.ROR, 25)));
            f = f.add(b);
            b = b.add(c.lanewise(VectorOperators.AND, d).lanewise(VectorOperators.OR, e.lanewise(VectorOperators.AND, c.lanewise(VectorOperators.OR, d))))
                    .add(c.lanewise(VectorOperators.ROR, 2).lanewise(VectorOperators.XOR, c.lanewise(VectorOperators.ROR, 13)).lanewise(VectorOperators.XOR, c.lanewise(VectorOperators.ROR, 22)));
            a = a.add(IntVector.fromArray(INTS, sums, t + 7 * LANES)).add(h.lanewise(VectorOperators.XOR, f.lanewise(VectorOperators.AND, g.lanewise(VectorOperators.XOR, h))))
                    .add(f.lanewise(VectorOperators.ROR, 6).lanewise(VectorOperators.XOR, f.lanewise(VectorOperators.ROR, 11)).lanewise(VectorOperators.XOR, f.lanewise(VectorOperators.ROR, 25)));
            e = e.add(a);
            a = a.add(b.lanewise(VectorOperators.AND, c).lanewise(VectorOperators.OR, d.lanewise(VectorOperators.AND, b.lanewise(VectorOperators.OR, c))))
                    .add(b.lanewise(VectorOperators.ROR, 2).lanewise(VectorOperators.XOR, b.lanewise(VectorOperators.ROR, 13)).lanewise(VectorOperators.XOR, b.lanewise(VectorOperators.ROR, 22)));
        }
        a.add(IntVector.fromArray(INTS, state, 0)).intoArray(state, 0);
        b.add(IntVector.fromArray(INTS, state, LANES)).intoArray(state, LANES);
        c.add(IntVector.fromArray(INTS, state, 2 * LANES)).intoArray(state, 2 * LANES);
        d.add(IntVector.fromArray(INTS, state, 3 * LANES)).intoArray(state, 3 * LANES);
        e.add(IntVector.fromArray(INTS, state, 4 * LANES)).intoArray(state, 4 * LANES);
        f.add(IntVector.fromArray(INTS, state, 5 * LANES)).intoArray(state, 5 * LANES);
        g.add(IntVector.fromArray(INTS, state, 6 * LANES)).intoArray(state, 6 * LANES);
        h.add(IntVector.fromArray(INTS, state, 7 * LANES)).intoArray(state, 7 * LANES);
    }

    /** The first 32 bits behind the point of the square or cube roots of the first primes. */
    private static int[] roots(int count, int degree) {
        int[] roots = new int[count];
        int found = 0;
        for (int candidate = 2; found < count; candidate++) {
            if (BigInteger.valueOf(candidate).isProbablePrime(50)) {
                roots[found++] = root(BigInteger.valueOf(candidate).shiftLeft(32 * degree), degree).intValue();
            }
        }
        return roots;
    }

    /** The largest integer whose power is at most the number, which is below 2^120. */
    private static BigInteger root(BigInteger number, int degree) {
        BigInteger root = BigInteger.ZERO;
        for (int bit = 60; bit >= 0; bit--) {
            BigInteger larger = root.setBit(bit);
            root = larger.pow(degree).compareTo(number) <= 0 ? larger : root;
        }
        return root;
    }

    private static int[] paddingSchedule() {
        int[] words = new int[ROUNDS];
        words[0] = 1 << 31;
        words[WORDS - 1] = 8 * MESSAGE;
        for (int t = WORDS; t < ROUNDS; t++) {
            int x = words[t - 15];
            int y = words[t - 2];
            words[t] = words[t - 16] + words[t - 7] + (Integer.rotateRight(x, 7) ^ Integer.rotateRight(x, 18) ^ x >>> 3)
                    + (Integer.rotateRight(y, 17) ^ Integer.rotateRight(y, 19) ^ y >>> 10);
        }
        for (int t = 0; t < ROUNDS; t++) {
            words[t] += CONSTANTS[t];
        }
        return words;
    }

    private static int[] interleaved() {
        int[] places = new int[2 * LANES];
        for (int n = 0; n < places.length; n++) {
            places[n] = n % 2 * LANES + n / 2;
        }
        return places;
    }

    private static int[] fieldBits() {
        int[] bits = new int[LANES];
        for (int n = 0; n < LANES; n++) {
            bits[n] = n % STATE == STATE - 1 ? -1 >>> 2 : -1;
        }
        return bits;
    }

    private static int[] spread(int[] numbers) {
        int[] spread = new int[LANES * numbers.length];
        for (int n = 0; n < spread.length; n++) {
            spread[n] = numbers[n / LANES];
        }
        return spread;
    }
}
