package io.cairn.proofs.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Parents are the same whether computed for one node or for many, by hashes or from tables, in plain Java or in lanes. */
@Tag("vector")
final class ParentsTwinsTest {

    private static final int DEGREE = ParentSource.DEGREE;

    /** Bounds that are powers of four, that are not, and that make most numbers go round several times. */
    @Property(tries = 100)
    void tablesPermuteAsHashesDo(@ForAll long seed, @ForAll @LongRange(min = 2, max = 1 << 14) long bound, @ForAll @IntRange(min = 1, max = 300) int most) {
        Random random = new Random(seed);
        FeistelPermutation permutation = new FeistelPermutation(bound, random.longs(4).toArray());
        long from = random.nextLong(bound);
        int count = (int) Math.min(most, bound - from);
        long[] permuted = new long[count];
        new FeistelTables(permutation).permute(from, count, permuted, new int[count]);
        Blake2bBlock blake = new Blake2bBlock();
        for (int i = 0; i < count; i++) {
            assertEquals(permutation.permute(from + i, blake), permuted[i]);
        }
    }

    /** From 2 KiB to 64 GiB. */
    @Property(tries = 12)
    void sectorsHaveTheSameParentsEitherWay(@ForAll @IntRange(min = 6, max = 31) int nodesLog2, @ForAll GraphVersion version, @ForAll long seed) {
        Random random = new Random(seed);
        long nodes = 1L << nodesLog2;
        int count = (int) Math.min(nodes, 1 + random.nextInt(3 * NodeStreams.BATCH));
        long inside = random.nextLong(nodes - count + 1);
        byte[] porepId = new byte[32];
        random.nextBytes(porepId);
        StackedGraph many = new StackedGraph(nodes, porepId, version);
        useTables(many);
        for (long first : new long[] {0, inside, nodes - count}) {
            int[] expected = new int[count * DEGREE];
            int[] one = new int[DEGREE];
            StackedGraph single = new StackedGraph(nodes, porepId, version);
            for (int i = 0; i < count; i++) {
                single.parents(first + i, 1, one);
                System.arraycopy(one, 0, expected, DEGREE * i, DEGREE);
            }
            int[] actual = new int[count * DEGREE];
            many.parents(first, count, actual);
            assertArrayEquals(expected, actual);
        }
    }

    /** Asks until the graph has tables. */
    private static void useTables(StackedGraph graph) {
        int most = (int) Math.min(graph.nodes(), 1 << 15);
        graph.parents(0, most, new int[most * DEGREE]);
    }

    @Example
    void anIndexMayBeMoreThan31Bits() {
        StackedGraph graph = new StackedGraph(0xffff_ffffL, new byte[32], GraphVersion.CURRENT);
        int[] two = new int[2 * DEGREE];
        graph.parents(0xffff_fffdL, 2, two);
        assertEquals(0xffff_fffcL, Integer.toUnsignedLong(two[0]));
        int[] one = new int[DEGREE];
        graph.parents(0xffff_fffeL, 1, one);
        for (int k = 0; k < DEGREE; k++) {
            assertEquals(one[k], two[DEGREE + k]);
        }
    }
}
