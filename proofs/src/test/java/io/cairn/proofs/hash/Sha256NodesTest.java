package io.cairn.proofs.hash;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cairn.proofs.field.VectorWidth;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** Lanes and {@code MessageDigest} hash the same. */
@Tag("vector")
final class Sha256NodesTest {

    private static final int NODE = 32;

    @Property(tries = 100)
    void twinsAgree(@ForAll long seed, @ForAll @IntRange(min = 0, max = 70) int count) {
        if (!VectorWidth.chosen().isVector()) {
            return;
        }
        byte[] children = nodes(seed, 2 * count);
        byte[] expected = new byte[count * NODE];
        byte[] actual = new byte[count * NODE];
        Sha256Nodes.oneByOne(children, expected, 0, count);
        int done = Sha256Nodes.inLanes(children, actual, count);
        assertEquals(count / Sha256Nodes.LANES * Sha256Nodes.LANES, done);
        assertArrayEquals(Arrays.copyOf(expected, done * NODE), Arrays.copyOf(actual, done * NODE));
    }

    @Property(tries = 50)
    void batchesAgreeWithSingleParents(@ForAll long seed, @ForAll @IntRange(min = 0, max = 40) int count) {
        byte[] children = nodes(seed, 2 * count);
        byte[] parents = new byte[count * NODE];
        Sha256Nodes.INSTANCE.parents(children, parents, count);
        for (int i = 0; i < count; i++) {
            byte[] left = Arrays.copyOfRange(children, 2 * i * NODE, (2 * i + 1) * NODE);
            byte[] right = Arrays.copyOfRange(children, (2 * i + 1) * NODE, (2 * i + 2) * NODE);
            assertArrayEquals(Sha256Nodes.parent(left, right), Arrays.copyOfRange(parents, i * NODE, (i + 1) * NODE));
        }
    }

    private static byte[] nodes(long seed, int count) {
        byte[] nodes = new byte[count * NODE];
        if (seed != 0) {
            new Random(seed).nextBytes(nodes);
        }
        return nodes;
    }
}
