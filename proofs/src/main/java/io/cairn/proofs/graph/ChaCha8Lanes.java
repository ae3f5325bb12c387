package io.cairn.proofs.graph;

import io.cairn.proofs.field.VectorWidth;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link ChaCha8} of as many nodes at a time as a vector has lanes.
 *
 * <p>A vector must not cross a call that is not inlined: a round is written out, as the body of one loop. With two rounds in it, what the compiler inlines
 * late it takes for vectors of any width that the process uses, and keeps some as objects in case of another. The rounds take the words by columns and by
 * diagonals in turn; behind each, the rows change places so that the next one's are columns: 0 1 2 3 become 0 3 2 1, 1 0 3 2, 2 1 0 3 and 3 2 1 0. What
 * makes diagonals columns also undoes it.
 */
final class ChaCha8Lanes implements NodeStreams {

    private static final VectorSpecies<Integer> INTS = VectorWidth.chosen() == VectorWidth.BITS_256 ? IntVector.SPECIES_256 : IntVector.SPECIES_512;
    private static final int LANES = INTS.length();

    /** Word t of every lane from {@code LANES * t} on; all lanes alike but for the node's word. */
    private final int[] input = new int[LANES * ChaCha8.BLOCK];

    /** @param seed seven words */
    ChaCha8Lanes(int[] seed) {
        int[] one = ChaCha8.input(seed);
        for (int t = 0; t < one.length; t++) {
            IntVector.broadcast(INTS, one[t]).intoArray(input, LANES * t);
        }
    }

    /** Whole vectors: a batch has room for the lanes behind the last node. */
    @Override
    public void fill(long first, int count, int[] words) {
        for (int i = 0; i < count; i += LANES) {
            IntVector.broadcast(INTS, (int) (first + i)).addIndex(1).intoArray(input, LANES * ChaCha8.NODE);
            for (int t = 0; t < WORDS; t += ChaCha8.BLOCK) {
                IntVector.broadcast(INTS, t / ChaCha8.BLOCK).intoArray(input, LANES * ChaCha8.COUNTER);
                block(words, t, i);
            }
        }
    }

    /** One block of the lanes that begin with node i of the batch: words from t on. All are written, wanted or not: a way out in between would have a vector kept as an object. */
    private void block(int[] words, int t, int i) {
        IntVector w0 = IntVector.fromArray(INTS, input, 0);
        IntVector w1 = IntVector.fromArray(INTS, input, LANES);
        IntVector w2 = IntVector.fromArray(INTS, input, 2 * LANES);
        IntVector w3 = IntVector.fromArray(INTS, input, 3 * LANES);
        IntVector w4 = IntVector.fromArray(INTS, input, 4 * LANES);
        IntVector w5 = IntVector.fromArray(INTS, input, 5 * LANES);
        IntVector w6 = IntVector.fromArray(INTS, input, 6 * LANES);
        IntVector w7 = IntVector.fromArray(INTS, input, 7 * LANES);
        IntVector w8 = IntVector.fromArray(INTS, input, 8 * LANES);
        IntVector w9 = IntVector.fromArray(INTS, input, 9 * LANES);
        IntVector w10 = IntVector.fromArray(INTS, input, 10 * LANES);
        IntVector w11 = IntVector.fromArray(INTS, input, 11 * LANES);
        IntVector w12 = IntVector.fromArray(INTS, input, 12 * LANES);
        IntVector w13 = IntVector.fromArray(INTS, input, 13 * LANES);
        IntVector w14 = IntVector.fromArray(INTS, input, 14 * LANES);
        IntVector w15 = IntVector.fromArray(INTS, input, 15 * LANES);
        for (int round = 0; round < 2 * ChaCha8.DOUBLE_ROUNDS; round++) {
            w0 = w0.add(w4);
            w12 = w12.lanewise(VectorOperators.XOR, w0).lanewise(VectorOperators.ROL, 16);
            w8 = w8.add(w12);
            w4 = w4.lanewise(VectorOperators.XOR, w8).lanewise(VectorOperators.ROL, 12);
            w0 = w0.add(w4);
            w12 = w12.lanewise(VectorOperators.XOR, w0).lanewise(VectorOperators.ROL, 8);
            w8 = w8.add(w12);
            w4 = w4.lanewise(VectorOperators.XOR, w8).lanewise(VectorOperators.ROL, 7);
            w1 = w1.add(w5);
            w13 = w13.lanewise(VectorOperators.XOR, w1).lanewise(VectorOperators.ROL, 16);
            w9 = w9.add(w13);
            w5 = w5.lanewise(VectorOperators.XOR, w9).lanewise(VectorOperators.ROL, 12);
            w1 = w1.add(w5);
            w13 = w13.lanewise(VectorOperators.XOR, w1).lanewise(VectorOperators.ROL, 8);
            w9 = w9.add(w13);
            w5 = w5.lanewise(VectorOperators.XOR, w9).lanewise(VectorOperators.ROL, 7);
            w2 = w2.add(w6);
            w14 = w14.lanewise(VectorOperators.XOR, w2).lanewise(VectorOperators.ROL, 16);
            w10 = w10.add(w14);
            w6 = w6.lanewise(VectorOperators.XOR, w10).lanewise(VectorOperators.ROL, 12);
            w2 = w2.add(w6);
            w14 = w14.lanewise(VectorOperators.XOR, w2).lanewise(VectorOperators.ROL, 8);
            w10 = w10.add(w14);
            w6 = w6.lanewise(VectorOperators.XOR, w10).lanewise(VectorOperators.ROL, 7);
            w3 = w3.add(w7);
            w15 = w15.lanewise(VectorOperators.XOR, w3).lanewise(VectorOperators.ROL, 16);
            w11 = w11.add(w15);
            w7 = w7.lanewise(VectorOperators.XOR, w11).lanewise(VectorOperators.ROL, 12);
            w3 = w3.add(w7);
            w15 = w15.lanewise(VectorOperators.XOR, w3).lanewise(VectorOperators.ROL, 8);
            w11 = w11.add(w15);
            w7 = w7.lanewise(VectorOperators.XOR, w11).lanewise(VectorOperators.ROL, 7);
            IntVector swapped = w1;
            w1 = w3;
            w3 = swapped;
            swapped = w4;
            w4 = w5;
            w5 = swapped;
            swapped = w6;
            w6 = w7;
            w7 = swapped;
            swapped = w8;
            w8 = w10;
            w10 = swapped;
            swapped = w12;
            w12 = w15;
            w15 = swapped;
            swapped = w13;
            w13 = w14;
            w14 = swapped;
        }
        int to = BATCH * t + i;
        w0.add(IntVector.fromArray(INTS, input, 0)).intoArray(words, to);
        w1.add(IntVector.fromArray(INTS, input, LANES)).intoArray(words, to + BATCH);
        w2.add(IntVector.fromArray(INTS, input, 2 * LANES)).intoArray(words, to + 2 * BATCH);
        w3.add(IntVector.fromArray(INTS, input, 3 * LANES)).intoArray(words, to + 3 * BATCH);
        w4.add(IntVector.fromArray(INTS, input, 4 * LANES)).intoArray(words, to + 4 * BATCH);
        w5.add(IntVector.fromArray(INTS, input, 5 * LANES)).intoArray(words, to + 5 * BATCH);
        w6.add(IntVector.fromArray(INTS, input, 6 * LANES)).intoArray(words, to + 6 * BATCH);
        w7.add(IntVector.fromArray(INTS, input, 7 * LANES)).intoArray(words, to + 7 * BATCH);
        w8.add(IntVector.fromArray(INTS, input, 8 * LANES)).intoArray(words, to + 8 * BATCH);
        w9.add(IntVector.fromArray(INTS, input, 9 * LANES)).intoArray(words, to + 9 * BATCH);
        w10.add(IntVector.fromArray(INTS, input, 10 * LANES)).intoArray(words, to + 10 * BATCH);
        w11.add(IntVector.fromArray(INTS, input, 11 * LANES)).intoArray(words, to + 11 * BATCH);
        w12.add(IntVector.fromArray(INTS, input, 12 * LANES)).intoArray(words, to + 12 * BATCH);
        w13.add(IntVector.fromArray(INTS, input, 13 * LANES)).intoArray(words, to + 13 * BATCH);
        w14.add(IntVector.fromArray(INTS, input, 14 * LANES)).intoArray(words, to + 14 * BATCH);
        w15.add(IntVector.fromArray(INTS, input, 15 * LANES)).intoArray(words, to + 15 * BATCH);
    }
}
