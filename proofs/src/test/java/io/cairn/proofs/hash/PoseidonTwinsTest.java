package io.cairn.proofs.hash;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.field.WithVectorsOnly;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** Lanes and plain Java hash the same, at lengths that fill lanes or do not, and with the largest elements. */
@Tag("vector")
final class PoseidonTwinsTest {

    private static final int NODE = 32;

    @Provide
    Arbitrary<Integer> arities() {
        return Arbitraries.of(2, 4, 8, 11);
    }

    @AddLifecycleHook(WithVectorsOnly.class)
    @Property(tries = 60)
    void twinsAgree(@ForAll long seed, @ForAll @From("arities") int arity, @ForAll @IntRange(min = 0, max = 3) int first,
            @ForAll @IntRange(min = 0, max = 19) int count) {
        Random random = new Random(seed);
        Scalar tag = Scalar.of(random.nextLong(1L << 40));
        PoseidonConstants constants = PoseidonConstants.ofArity(arity);
        byte[] children = nodes(random, (first + count) * arity);
        byte[] expected = new byte[(first + count + 1) * NODE];
        byte[] actual = expected.clone();
        new ScalarPoseidon(constants, tag).parents(children, expected, first, count);
        new VectorPoseidon(constants, tag).parents(children, actual, first, count);
        assertArrayEquals(expected, actual);
    }

    @Property(tries = 20)
    void batchesAgreeWithSingleHashes(@ForAll long seed, @ForAll @From("arities") int arity, @ForAll @IntRange(min = 0, max = 18) int count) {
        Poseidon hash = Poseidon.ofArity(arity);
        byte[] children = nodes(new Random(seed), count * arity);
        byte[] parents = new byte[count * NODE];
        hash.parents(children, parents, count);
        for (int i = 0; i < count; i++) {
            byte[][] inputs = new byte[arity][];
            for (int child = 0; child < arity; child++) {
                int at = (i * arity + child) * NODE;
                inputs[child] = Arrays.copyOfRange(children, at, at + NODE);
            }
            assertArrayEquals(hash.hash(inputs), Arrays.copyOfRange(parents, i * NODE, (i + 1) * NODE));
        }
    }

    @Example
    void aChildThatIsNoFieldElementIsRefusedInAnyLane() {
        byte[] children = nodes(new Random(1), 2 * 8);
        Arrays.fill(children, 13 * NODE, 14 * NODE, (byte) 0xff);
        assertThrows(IllegalArgumentException.class, () -> Poseidon.ofArity(2).parents(children, new byte[8 * NODE], 8));
    }

    private static byte[] nodes(Random random, int count) {
        byte[] nodes = new byte[count * NODE];
        for (int i = 0; i < count; i++) {
            BigInteger value = switch (random.nextInt(6)) {
                case 0 -> Fr.MODULUS.subtract(BigInteger.ONE);
                case 1 -> Fr.MODULUS.shiftRight(1).add(BigInteger.valueOf(random.nextInt(2)));
                case 2 -> BigInteger.valueOf(random.nextInt(2));
                case 3 -> BigInteger.TWO.pow(254).subtract(BigInteger.ONE);
                default -> new BigInteger(300, random).mod(Fr.MODULUS);
            };
            System.arraycopy(Scalar.of(value).toBytes(), 0, nodes, i * NODE, NODE);
        }
        return nodes;
    }
}
