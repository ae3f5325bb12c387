package io.cairn.proofs.field;

import io.cairn.proofs.KernelTrial;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Kernels of the fields at work: in words always, in lanes and rows where there are vectors. */
public final class FieldTrials {

    private static final int LANES = FqLanes.LANES;
    private static final int TERMS = 12;
    private static final int CHUNK = 8;

    private FieldTrials() {
    }

    /** All of them. */
    public static List<KernelTrial> all() {
        List<KernelTrial> words = List.of(
                KernelTrial.of("Fr in words: product, square, sum", 512, words(Fr.FIELD)),
                KernelTrial.of("Fq in words: product, square, sum", 512, words(Fq.FIELD)),
                KernelTrial.of("Fr in words: sums of products", 512, FieldTrials::frSums),
                new KernelTrial("Fq12 in words: product, square, sum", 32, 16_384, "what stands between the tower's steps", words(Fq12.FIELD)));
        return VectorWidth.chosen().isVector() ? Stream.concat(words.stream(), vectors().stream()).toList() : words;
    }

    private static List<KernelTrial> vectors() {
        return List.of(
                KernelTrial.of("Fr lanes: words, products", 512, FieldTrials::frProducts),
                KernelTrial.of("Fr lanes: sums of products", 256, FieldTrials::frLaneSums),
                KernelTrial.of("Fr lanes: butterflies", 512, FieldTrials::butterflies),
                KernelTrial.of("Fq lanes: words, products", 512, FieldTrials::fqProducts),
                KernelTrial.of("Fq lanes: rows and steps of additions", 512, FieldTrials::steps),
                KernelTrial.of("Fq lanes: inverses", 512, FieldTrials::inverses),
                new KernelTrial("Fq lanes: powers", 32, 23 * 64, "its odd powers, words, constants", FieldTrials::powers),
                KernelTrial.of("Fq2 rows: products, sums", 256, FieldTrials::quadraticRows),
                KernelTrial.of("Fq12 rows: products, squares, lines", 8, FieldTrials::targetRows));
    }

    /** Random elements in words, below the order. */
    private static long[] elements(Field field, int count) {
        long[] out = new long[count * field.limbs()];
        Random random = new Random(count);
        int limbs = field.limbs() % Fq.LIMBS == 0 ? Fq.LIMBS : Fr.LIMBS;
        for (int k = 0; k < out.length; k++) {
            out[k] = k % limbs == limbs - 1 ? random.nextLong() >>> 5 : random.nextLong();
        }
        return out;
    }

    /** Random limbs of so many bits. */
    private static double[] limbs(int doubles, int bits) {
        return new Random(doubles).longs(doubles, 0, 1L << bits).asDoubleStream().toArray();
    }

    private static IntFunction<Runnable> words(Field field) {
        return count -> {
            int n = field.limbs();
            long[] a = elements(field, count);
            long[] b = elements(field, count);
            return () -> {
                for (int k = 0; k < a.length; k += n) {
                    field.mul(a, k, a, k, b, k);
                    field.square(a, k, a, k);
                    field.add(a, k, a, k, b, k);
                }
            };
        };
    }

    private static Runnable frSums(int count) {
        long[] a = elements(Fr.FIELD, count * CHUNK);
        long[] out = new long[count * Fr.LIMBS];
        return () -> {
            for (int k = 0; k < count; k++) {
                FrSums.sum(out, k * Fr.LIMBS, a, 0, a, k * CHUNK * Fr.LIMBS, CHUNK);
            }
        };
    }

    private static Runnable frProducts(int count) {
        int blocks = count / LANES;
        long[] words = elements(Fr.FIELD, count);
        double[] values = new double[blocks * FrLanes.BLOCK];
        return () -> {
            FrLaneWords.unpack(values, 0, words, 0, blocks);
            FrLanes.reduce(values, 0, blocks);
            FrLanes.mul(values, 0, values, 0, blocks);
            FrLaneWords.pack(words, 0, values, 0, blocks);
        };
    }

    private static Runnable frLaneSums(int count) {
        double[] values = limbs(TERMS * FrLanes.BLOCK, 48);
        double[] row = limbs(TERMS * FrLanes.LIMBS, 48);
        double[] out = new double[count / LANES * FrLanes.BLOCK];
        return () -> {
            for (int at = 0; at < out.length; at += FrLanes.BLOCK) {
                FrLaneSums.add(out, at, values, 0, values, FrLanes.BLOCK);
                FrLanes.reduce(out, at, 1);
                FrLaneSums.sum(out, at, out, at, values, 0, row, 0, TERMS);
            }
        };
    }

    private static Runnable butterflies(int count) {
        int blocks = count / 2 / LANES;
        double[] values = limbs(2 * blocks * FrLanes.BLOCK, 48);
        double[] factor = limbs(FrLanes.BLOCK, 48);
        return () -> {
            FrButterflies.split(values, 0, blocks * FrLanes.BLOCK, blocks, factor);
            FrButterflies.join(values, 0, blocks * FrLanes.BLOCK, blocks, factor);
        };
    }

    private static Runnable fqProducts(int count) {
        int blocks = count / LANES;
        long[] words = elements(Fq.FIELD, count);
        double[] values = new double[blocks * FqLanes.BLOCK];
        double[] product = new double[blocks * FqLanes.BLOCK];
        double[] signs = new double[count];
        Arrays.fill(signs, -1);
        return () -> {
            FqLaneWords.unpack(values, 0, words, 0, blocks);
            FqLaneWords.balance(values, 0, 1, blocks);
            FqLaneWords.sign(values, 0, signs, blocks);
            FqLanes.mul(product, 0, values, 0, values, 0, blocks);
            FqLanes.mul(product, 0, product, 0, values, 0, blocks);
            FqLaneWords.pack(words, 0, product, 0, blocks);
        };
    }

    private static Runnable steps(int count) {
        int blocks = count / LANES;
        double[] rows = limbs(count * FqLanes.LIMBS, 24);
        double[] x = new double[blocks * FqLanes.BLOCK];
        double[] y = new double[blocks * FqLanes.BLOCK];
        int[] entries = IntStream.range(0, count).map(k -> count - 1 - k << 1 | k & 1).toArray();
        return () -> {
            FqLaneRows.gather(x, 0, rows, 0, FqLanes.LIMBS, entries, 0, count, 1);
            FqLaneRows.gather(y, 0, rows, 0, FqLanes.LIMBS, entries, 0, count, 0);
            FqLaneSteps.subtract(x, 0, y, 0, blocks);
            FqLaneSteps.subtractBalanced(x, 0, y, 0, blocks);
            FqLaneSteps.nextX(x, 0, y, y, 0, blocks);
            FqLaneSteps.nextY(y, 0, x, 0, blocks);
            FqLaneSteps.reduce(x, 0, blocks);
        };
    }

    private static Runnable inverses(int count) {
        int blocks = count / LANES;
        FqLaneInverses inverses = new FqLaneInverses(FqLanes.FACTOR);
        double[] values = new double[blocks * FqLanes.BLOCK];
        FqLaneWords.unpack(values, 0, elements(Fq.FIELD, count), 0, blocks);
        FqLaneWords.balance(values, 0, 1, blocks);
        double[] tree = new double[FqLaneInverses.treeBlocks(blocks) * FqLanes.BLOCK];
        return () -> {
            System.arraycopy(values, 0, tree, 0, values.length);
            inverses.invert(tree, blocks);
        };
    }

    private static Runnable powers(int count) {
        long[] elements = elements(Fq.FIELD, count);
        return () -> FqLanePowers.raise(elements, count, Fr.MODULUS);
    }

    private static Runnable quadraticRows(int count) {
        Fq2Rows rows = new Fq2Rows();
        double[] a = new double[Fq2Rows.room(count)];
        double[] b = new double[a.length];
        double[] out = new double[a.length];
        long[] words = elements(Fq2.FIELD, count);
        rows.fromWords(b, 0, words, 0, count);
        return () -> {
            rows.fromWords(a, 0, words, 0, count);
            Fq2Rows.add(out, 0, a, 0, b, 0, count);
            rows.mul(out, 0, out, 0, b, 0, count);
            Fq2Rows.sub(out, 0, out, 0, b, 0, count);
            Fq2Rows.combine(out, 0, 2, out, 0, -1, a, 0, count);
            Fq2Rows.conjugate(out, 0, out, 0, count);
            rows.settle(out, 0, count);
            rows.toWords(words, 0, out, 0, count);
        };
    }

    private static Runnable targetRows(int count) {
        Fq12Rows rows = new Fq12Rows();
        double[] a = rows.fromWords(elements(Fq12.FIELD, 1));
        double[] b = rows.fromWords(elements(Fq12.FIELD, 1));
        double[] out = new double[Fq12Rows.ELEMENT];
        return () -> {
            for (int k = 0; k < count; k++) {
                rows.mul(out, a, b);
                rows.square(out, out);
                rows.squareCyclotomic(out, out);
                rows.mulByLine(out, out, b, 0);
                rows.conjugate(out, out);
                rows.frobenius(a, out);
            }
        };
    }
}
