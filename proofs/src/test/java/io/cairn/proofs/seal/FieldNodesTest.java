package io.cairn.proofs.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** Runs of nodes are added, subtracted and multiplied as the integers that they are, in vectors and one by one. */
@Tag("vector")
final class FieldNodesTest {

    private static final int NODE = 32;
    private static final BigInteger WORD = BigInteger.TWO.pow(64);

    @Property(tries = 300)
    void sumsAndDifferences(@ForAll long seed, @ForAll @IntRange(min = 0, max = 21) int count) {
        Random random = new Random(seed);
        byte[] a = nodes(random, count);
        byte[] b = nodes(random, count);
        if (random.nextInt(8) == 0) {
            b = a.clone();
        }
        byte[] sum = a.clone();
        FieldNodes.add(sum, b, count);
        byte[] single = a.clone();
        FieldNodes.addOneByOne(single, b, 0, count);
        byte[] difference = a.clone();
        FieldNodes.subtract(difference, b, count);
        byte[] singleDifference = a.clone();
        FieldNodes.subtractOneByOne(singleDifference, b, 0, count);
        assertArrayEquals(single, sum);
        assertArrayEquals(singleDifference, difference);
        for (int n = 0; n < count; n++) {
            assertArrayEquals(bytes(number(a, n).add(number(b, n))), node(sum, n));
            assertArrayEquals(bytes(number(a, n).subtract(number(b, n))), node(difference, n));
        }
    }

    @Property(tries = 100)
    void products(@ForAll long seed, @ForAll @IntRange(min = 0, max = 21) int count, @ForAll @IntRange(min = 0, max = 3) int before) {
        Random random = new Random(seed);
        byte[] nodes = nodes(random, before + count);
        Scalar factor = Scalar.of(element(random));
        byte[] products = nodes.clone();
        FieldNodes.multiply(products, before * NODE, count, factor);
        for (int n = 0; n < before + count; n++) {
            BigInteger expected = n < before ? number(nodes, n) : number(nodes, n).multiply(factor.toBigInteger());
            assertArrayEquals(bytes(expected), node(products, n));
        }
    }

    /** Into itself: a doubled run, and nothing left of it. */
    @Property(tries = 50)
    void theSameRunTwice(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int count) {
        byte[] nodes = nodes(new Random(seed), count);
        byte[] twice = nodes.clone();
        FieldNodes.add(twice, twice, count);
        for (int n = 0; n < count; n++) {
            assertArrayEquals(bytes(number(nodes, n).add(number(nodes, n))), node(twice, n));
        }
        FieldNodes.subtract(nodes, nodes, count);
        assertArrayEquals(new byte[count * NODE], nodes);
    }

    /** The order itself, and what only the top word or only a lower one makes too large; at every place of a run. */
    @Example
    void whatIsNoFieldElementIsRefused() {
        for (BigInteger wrong : new BigInteger[] {Fr.MODULUS, Fr.MODULUS.add(BigInteger.ONE), Fr.MODULUS.add(WORD.pow(3)), BigInteger.TWO.pow(256).subtract(BigInteger.ONE)}) {
            for (int place = 0; place < 17; place++) {
                byte[] good = new byte[17 * NODE];
                byte[] bad = good.clone();
                for (int k = 0; k < NODE; k++) {
                    bad[place * NODE + k] = wrong.shiftRight(8 * k).byteValue();
                }
                assertThrows(IllegalArgumentException.class, () -> FieldNodes.add(good.clone(), bad, 17));
                assertThrows(IllegalArgumentException.class, () -> FieldNodes.add(bad.clone(), good, 17));
                assertThrows(IllegalArgumentException.class, () -> FieldNodes.subtract(good.clone(), bad, 17));
                assertThrows(IllegalArgumentException.class, () -> FieldNodes.subtract(bad.clone(), good, 17));
                assertThrows(IllegalArgumentException.class, () -> FieldNodes.multiply(bad.clone(), 0, 17, Scalar.ONE));
            }
        }
    }

    private static byte[] nodes(Random random, int count) {
        byte[] nodes = new byte[count * NODE];
        for (int n = 0; n < count; n++) {
            System.arraycopy(bytes(element(random)), 0, nodes, n * NODE, NODE);
        }
        return nodes;
    }

    /** Words of all zeros, all ones, the order's own and its neighbours', so that carries and borrows run through them; else random. */
    private static BigInteger element(Random random) {
        BigInteger value = BigInteger.ZERO;
        for (int word = 3; word >= 0; word--) {
            BigInteger own = Fr.MODULUS.shiftRight(64 * word).mod(WORD);
            BigInteger next = switch (random.nextInt(7)) {
                case 0 -> BigInteger.ZERO;
                case 1 -> WORD.subtract(BigInteger.ONE);
                case 2 -> own;
                case 3 -> own.subtract(BigInteger.ONE);
                case 4 -> own.add(BigInteger.ONE);
                case 5 -> WORD.subtract(own);
                default -> new BigInteger(64, random);
            };
            value = value.multiply(WORD).add(next.mod(WORD));
        }
        return value.mod(Fr.MODULUS);
    }

    private static BigInteger number(byte[] nodes, int n) {
        byte[] bigEndian = new byte[NODE];
        for (int k = 0; k < NODE; k++) {
            bigEndian[k] = nodes[n * NODE + NODE - 1 - k];
        }
        return new BigInteger(1, bigEndian);
    }

    private static byte[] bytes(BigInteger value) {
        byte[] bytes = new byte[NODE];
        BigInteger reduced = value.mod(Fr.MODULUS);
        for (int k = 0; k < NODE; k++) {
            bytes[k] = reduced.shiftRight(8 * k).byteValue();
        }
        return bytes;
    }

    private static byte[] node(byte[] nodes, int n) {
        return Arrays.copyOfRange(nodes, n * NODE, (n + 1) * NODE);
    }
}
