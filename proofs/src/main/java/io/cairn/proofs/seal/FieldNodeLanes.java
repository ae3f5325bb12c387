package io.cairn.proofs.seal;

import io.cairn.proofs.field.FqLanes;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.FrLaneSums;
import io.cairn.proofs.field.FrLaneWords;
import io.cairn.proofs.field.FrLanes;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.field.VectorWidth;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link FieldNodes} in vectors.
 *
 * <p>Sums and differences: a vector holds one node or two, the four words of each in the order of memory. All words are added at once; which of them carry, and which
 * hand a carry on, are two masks, and one addition of integers lets the carries run through them: c = ((g &lt;&lt; 1) + p) ^ p has a bit for each word that
 * receives one. The top word of a node receives but never hands on: sums of two elements are below 2^256. Borrows run the same way.
 *
 * <p>Products: eight nodes at a time in the lanes of {@link FrLanes}.
 */
final class FieldNodeLanes {

    private static final int NODE = FieldNodes.NODE;
    private static final VectorSpecies<Long> LONGS = VectorWidth.chosen() == VectorWidth.BITS_256 ? LongVector.SPECIES_256 : LongVector.SPECIES_512;
    private static final VectorSpecies<Byte> BYTES = LONGS.withLanes(byte.class);
    private static final int VECTOR = BYTES.length();
    private static final int VECTOR_NODES = VECTOR / NODE;
    /** The top word of each node, and the others. */
    private static final long TOP = VECTOR_NODES == 1 ? 0x8 : 0x88;
    private static final long LOWER = VECTOR_NODES == 1 ? 0x7 : 0x77;
    /** Times this, the lowest bit of a node's mask is all four. */
    private static final long ALL_WORDS = 0xf;
    private static final long[] ORDER = order();
    private static final int GROUP = FqLanes.LANES;
    private static final Scalar RADIX = Scalar.of(2).power(255);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private FieldNodeLanes() {
    }

    private static long[] order() {
        long[] words = new long[VECTOR / Long.BYTES];
        for (int n = 0; n < words.length; n++) {
            words[n] = Fr.MODULUS.shiftRight(Long.SIZE * (n % Fr.LIMBS)).and(BigInteger.TWO.pow(Long.SIZE).subtract(BigInteger.ONE)).longValue();
        }
        return words;
    }

    /** Node by node, {@code a += b}, for as many nodes as fill vectors; answers how many. */
    static int add(byte[] a, byte[] b, int count) {
        int end = count / VECTOR_NODES * VECTOR;
        LongVector order = LongVector.fromArray(LONGS, ORDER, 0);
        for (int at = 0; at < end; at += VECTOR) {
            LongVector x = ByteVector.fromArray(BYTES, a, at).reinterpretAsLongs();
            LongVector y = ByteVector.fromArray(BYTES, b, at).reinterpretAsLongs();
            if ((x.compare(VectorOperators.ULT, order).toLong() & y.compare(VectorOperators.ULT, order).toLong() & TOP) != TOP) {
                FieldNodes.requireElements(a, at, VECTOR_NODES);
                FieldNodes.requireElements(b, at, VECTOR_NODES);
            }
            LongVector s = x.add(y);
            long makes = s.compare(VectorOperators.ULT, x).toLong() & LOWER;
            long passes = s.compare(VectorOperators.EQ, -1).toLong() & LOWER;
            s = s.add(1, VectorMask.fromLong(LONGS, (makes << 1) + passes ^ passes));
            makes = s.compare(VectorOperators.ULT, order).toLong();
            passes = s.compare(VectorOperators.EQ, order).toLong();
            long lower = passes & LOWER;
            long borrows = ((makes & LOWER) << 1) + lower ^ lower;
            long less = ((makes | passes & borrows) & TOP) >>> Fr.LIMBS - 1;
            LongVector reduced = s.sub(order).sub(1, VectorMask.fromLong(LONGS, borrows));
            reduced.blend(s, VectorMask.fromLong(LONGS, less * ALL_WORDS)).reinterpretAsBytes().intoArray(a, at);
        }
        return count / VECTOR_NODES * VECTOR_NODES;
    }

    /** Node by node, {@code a -= b}, for as many nodes as fill vectors; answers how many. */
    static int subtract(byte[] a, byte[] b, int count) {
        int end = count / VECTOR_NODES * VECTOR;
        LongVector order = LongVector.fromArray(LONGS, ORDER, 0);
        for (int at = 0; at < end; at += VECTOR) {
            LongVector x = ByteVector.fromArray(BYTES, a, at).reinterpretAsLongs();
            LongVector y = ByteVector.fromArray(BYTES, b, at).reinterpretAsLongs();
            if ((x.compare(VectorOperators.ULT, order).toLong() & y.compare(VectorOperators.ULT, order).toLong() & TOP) != TOP) {
                FieldNodes.requireElements(a, at, VECTOR_NODES);
                FieldNodes.requireElements(b, at, VECTOR_NODES);
            }
            long makes = x.compare(VectorOperators.ULT, y).toLong();
            long passes = x.compare(VectorOperators.EQ, y).toLong();
            long lower = passes & LOWER;
            long borrows = ((makes & LOWER) << 1) + lower ^ lower;
            long less = ((makes | passes & borrows) & TOP) >>> Fr.LIMBS - 1;
            LongVector d = x.sub(y).sub(1, VectorMask.fromLong(LONGS, borrows));
            LongVector s = d.add(order, VectorMask.fromLong(LONGS, less * ALL_WORDS));
            makes = s.compare(VectorOperators.ULT, d).toLong() & LOWER;
            passes = s.compare(VectorOperators.EQ, -1).toLong() & LOWER;
            s.add(1, VectorMask.fromLong(LONGS, (makes << 1) + passes ^ passes)).reinterpretAsBytes().intoArray(a, at);
        }
        return count / VECTOR_NODES * VECTOR_NODES;
    }

    /** Multiplies nodes from a byte on with a factor, as many as fill groups; answers how many. */
    static int multiply(byte[] nodes, int offset, int count, Scalar factor) {
        double[] multipliers = new double[FrLanes.BLOCK];
        FrLaneSums.splat(multipliers, 0, factor.times(RADIX)); // A product in lanes divides by it.
        double[] values = new double[FrLanes.BLOCK];
        long[] words = new long[FrLaneWords.BLOCK];
        int end = offset + count / GROUP * GROUP * NODE;
        for (int at = offset; at < end; at += GROUP * NODE) {
            boolean clear = true;
            for (int node = 0; node < GROUP; node++) {
                for (int word = 0; word < Fr.LIMBS; word++) {
                    words[GROUP * word + node] = (long) LONG.get(nodes, at + NODE * node + Long.BYTES * word);
                }
                clear &= Long.compareUnsigned(words[GROUP * (Fr.LIMBS - 1) + node], ORDER[Fr.LIMBS - 1]) < 0;
            }
            if (!clear) {
                FieldNodes.requireElements(nodes, at, GROUP);
            }
            FrLaneWords.unpack(values, 0, words, 0, 1);
            FrLanes.mul(values, 0, multipliers, 0, 1);
            FrLaneWords.pack(words, 0, values, 0, 1);
            for (int node = 0; node < GROUP; node++) {
                for (int word = 0; word < Fr.LIMBS; word++) {
                    LONG.set(nodes, at + NODE * node + Long.BYTES * word, words[GROUP * word + node]);
                }
            }
        }
        return count / GROUP * GROUP;
    }
}
