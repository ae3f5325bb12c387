package io.cairn.proofs.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cairn.proofs.DiskFullException;
import io.cairn.proofs.DiskSpace;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.dispatch.Workers;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.bouncycastle.crypto.digests.Blake2bDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StackedGraphTest {

    private static StackedGraph graph(int proofType, long nodes) {
        byte[] porepId = new byte[32];
        porepId[0] = (byte) proofType;
        return new StackedGraph(nodes, porepId, proofType < 5 ? GraphVersion.LEGACY : GraphVersion.CURRENT);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 64, 3f0eef38bb48af1f48ad65e14eb85b4ebfc167cec18cd81764f6d998836c9899",
        "5, 64, 494d91dc80f2df5272c4b9e129bc7ade9405225993af9fe34e6542a39a47554b",
        "8, 1073741824, 21981246c370f9d76c7a77ab273d94bde0ceb4e938292334960bce05585dc117",
        "9, 2147483648, 4905486b7af19558ac3649bc6261411858b6add534438878c4ee3b29d8b9de0b",
        "19, 2147483648, 26a594a55cf444adc848b9682e1486b8d0bfa7846ee3f20cb6e754afe2778941"})
    void cacheFilesHaveTheReferencesNames(int proofType, long nodes, String digest) {
        assertEquals("v28-sdr-parent-" + digest + ".cache", graph(proofType, nodes).cacheFileName());
    }

    @Test
    void expanderEdgesAreAPermutation() {
        StackedGraph graph = graph(5, 64);
        int[] parents = new int[64 * ParentSource.DEGREE];
        graph.parents(0, 64, parents);
        int[] uses = new int[64];
        for (int node = 0; node < 64; node++) {
            for (int i = ParentSource.BASE_DEGREE; i < ParentSource.DEGREE; i++) {
                uses[parents[node * ParentSource.DEGREE + i]]++;
            }
        }
        for (int used : uses) {
            assertEquals(ParentSource.EXPANSION_DEGREE, used);
        }
    }

    @Test
    void baseParentsComeBeforeTheirNode() {
        StackedGraph graph = graph(8, 1L << 30);
        long first = (1L << 30) - 100;
        int[] parents = new int[100 * ParentSource.DEGREE];
        graph.parents(first, 100, parents);
        for (int i = 0; i < 100; i++) {
            assertEquals(first + i - 1, parents[i * ParentSource.DEGREE]);
            for (int k = 0; k < ParentSource.BASE_DEGREE; k++) {
                assertTrue(parents[i * ParentSource.DEGREE + k] < first + i);
            }
        }
    }

    @Test
    void feistelPermutesEveryBound() {
        long[] keys = {1, -2, 3, 4};
        for (int bound : new int[] {2, 16, 100, 512}) {
            FeistelPermutation permutation = new FeistelPermutation(bound, keys);
            BitSet seen = new BitSet();
            for (int i = 0; i < bound; i++) {
                seen.set((int) permutation.permute(i, new Blake2bBlock()));
            }
            assertEquals(bound, seen.cardinality());
            assertEquals(bound, seen.length());
        }
    }

    @Test
    void blakeEqualsAnotherImplementation() {
        byte[] message = new byte[16];
        message[7] = 5;
        message[15] = 9;
        Blake2bDigest digest = new Blake2bDigest(512);
        digest.update(message, 0, 16);
        byte[] out = new byte[64];
        digest.doFinal(out, 0);
        assertEquals(new BigInteger(out, 0, 8).longValue(), new Blake2bBlock().hash(5, 9));
    }

    @Test
    void aCacheIsMadeOnceAndEqualsTheGraph(@TempDir Path directory) throws IOException {
        StackedGraph graph = graph(5, 64);
        for (int pass = 0; pass < 2; pass++) {
            try (ParentCache cache = ParentCache.open(directory, graph, Workers.CALLER, Progress.NONE)) {
                int[] cached = new int[64 * ParentSource.DEGREE];
                int[] computed = new int[64 * ParentSource.DEGREE];
                cache.parents(0, 64, cached);
                graph.parents(0, 64, computed);
                assertArrayEquals(computed, cached);
            }
        }
    }

    @Test
    void aCacheOfManyRangesThatThreadsWriteEqualsTheGraph(@TempDir Path directory) throws IOException {
        StackedGraph graph = graph(5, 1 << 14);
        try (ProofDispatcher dispatcher = new ProofDispatcher(2);
                ParentCache cache = ParentCache.open(directory, graph, dispatcher.workers(), Progress.NONE)) {
            int[] cached = new int[ParentSource.DEGREE << 14];
            int[] computed = new int[ParentSource.DEGREE << 14];
            cache.parents(0, 1 << 14, cached);
            graph.parents(0, 1 << 14, computed);
            assertArrayEquals(computed, cached);
        }
    }

    @Test
    void aDiskThatFillsUpWhileACacheIsWrittenIsAFailure() throws IOException {
        Path device = Path.of("/dev/full");
        assumeTrue(Files.isWritable(device), "there is no /dev/full to write to");
        try (FileChannel channel = FileChannel.open(device, StandardOpenOption.WRITE)) {
            IOException full = assertThrows(IOException.class, () -> ParentCache.write(channel, graph(5, 64), Workers.CALLER, Progress.NONE));
            assertInstanceOf(DiskFullException.class, DiskSpace.explained(device, 64 * 56, full));
        }
    }

    @Test
    void cachesAreSharedAndOnlyMadeForManyLayers(@TempDir Path directory) throws IOException {
        StackedGraph graph = graph(5, 64);
        try (ParentCaches caches = new ParentCaches(directory)) {
            assertSame(graph, caches.of(graph, 2, Workers.CALLER, () -> Progress.NONE));
            AtomicInteger made = new AtomicInteger();
            Supplier<Progress> making = () -> {
                made.incrementAndGet();
                return Progress.NONE;
            };
            ParentSource cached = caches.of(graph, 11, Workers.CALLER, making);
            assertInstanceOf(ParentCache.class, cached);
            assertSame(cached, caches.of(graph(5, 64), 11, Workers.CALLER, making));
            assertEquals(1, made.get());
        }
    }

    @Test
    void aDamagedCacheIsNamed(@TempDir Path directory) throws IOException {
        StackedGraph graph = graph(5, 64);
        Path file = directory.resolve(graph.cacheFileName());
        Files.write(file, new byte[64 * 56]);
        assertThrows(IOException.class, () -> ParentCache.verify(file, graph.cacheFileName()));
        Files.write(file, new byte[10]);
        assertThrows(IOException.class,
                () -> ParentCache.open(directory, graph, Workers.CALLER, Progress.NONE));
    }
}
