package io.cairn.proofs.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.dispatch.Priority;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.VectorWidth;
import io.cairn.proofs.graph.GraphVersion;
import io.cairn.proofs.graph.StackedGraph;
import io.cairn.proofs.hash.Sha256Lanes;
import io.cairn.proofs.piece.PieceInfo;
import io.cairn.proofs.tree.MappedFile;
import io.cairn.protocol.sector.RegisteredSealProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replicas that are labelled together get the labels that each gets alone. */
@Tag("vector")
final class LabelBatchTest {

    private static final int NODE = 32;
    private static final RegisteredSealProof PROOF = RegisteredSealProof.of(5);
    private static final SectorShape SMALL = SectorShape.of(2048);
    private static final Instant LONG_AGO = Instant.ofEpochSecond(1_000_000_000);

    @TempDir
    private Path directory;

    /** Eleven layers over a graph that is larger than a window, in the lanes of one vector. */
    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    void lanesAgreeWithTheirTwin(int lanes) {
        assumeTrue(VectorWidth.chosen().bits() >= lanes * Integer.SIZE);
        for (GraphVersion version : GraphVersion.values()) {
            StackedGraph graph = new StackedGraph(1024, new byte[NODE], version);
            List<byte[]> ids = IntStream.range(0, lanes - 1).mapToObj(LabelBatchTest::id).toList();
            List<MappedFile> memory = Stream.generate(() -> MappedFile.inMemory(1024 * NODE)).limit(2L * ids.size() + 1).toList();
            List<MappedFile> own = memory.subList(0, ids.size());
            MappedFile even = MappedFile.inMemory(1024 * NODE * lanes);
            MappedFile odd = MappedFile.inMemory(1024 * NODE * lanes);
            LabelLanes labeler = new LabelLanes(Sha256Lanes.of(lanes), ids);
            for (int layer = 1; layer <= 11; layer++) {
                MappedFile labels = layer % 2 == 0 ? even : odd;
                labeler.into(labels, own.stream().map(Optional::of).toList());
                MappedFile previous = layer == 1 ? labels : layer % 2 == 0 ? odd : even;
                new Layer(graph, Workers.CALLER).fill(layer, labeler, labels, previous, Progress.NONE);
            }
            for (int lane = 0; lane < ids.size(); lane++) {
                assertArrayEquals(lastLayer(ids.get(lane), graph, 11), all(own.get(lane)), "lane " + lane);
            }
            memory.forEach(MappedFile::close);
            even.close();
            odd.close();
        }
    }

    private static byte[] id(int number) {
        byte[] id = new byte[NODE];
        new Random(number).nextBytes(id);
        return id;
    }

    private static byte[] all(MappedFile file) {
        byte[] bytes = new byte[(int) file.nodes() * NODE];
        file.get(0, (int) file.nodes(), bytes, 0);
        return bytes;
    }

    private static byte[] lastLayer(byte[] id, StackedGraph graph, int layers) {
        LabelHasher hasher = new LabelHasher(id);
        try (MappedFile even = MappedFile.inMemory(graph.nodes() * NODE); MappedFile odd = MappedFile.inMemory(graph.nodes() * NODE)) {
            for (int layer = 1; layer <= layers; layer++) {
                MappedFile labels = layer % 2 == 0 ? even : odd;
                hasher.into(labels);
                new Layer(graph, Workers.CALLER).fill(layer, hasher, labels, layer == 1 ? labels : layer % 2 == 0 ? odd : even, Progress.NONE);
            }
            return all(layers % 2 == 0 ? even : odd);
        }
    }

    @Test
    void helpersMakeNoDifference() {
        StackedGraph graph = new StackedGraph(4096, id(3), GraphVersion.CURRENT);
        byte[] expected = lastLayer(id(1), graph, 2);
        try (ProofDispatcher dispatcher = new ProofDispatcher(3)) {
            byte[] actual = dispatcher.compute(Priority.TREES, Progress.NONE, () -> secondLayer(graph, dispatcher.workers()));
            assertArrayEquals(expected, actual);
        }
        assertArrayEquals(expected, secondLayer(graph, new BusyWorkers()));
    }

    private static byte[] secondLayer(StackedGraph graph, Workers workers) {
        LabelHasher hasher = new LabelHasher(id(1));
        try (MappedFile first = MappedFile.inMemory(graph.nodes() * NODE); MappedFile second = MappedFile.inMemory(graph.nodes() * NODE)) {
            hasher.into(first);
            new Layer(graph, workers).fill(1, hasher, first, first, Progress.NONE);
            hasher.into(second);
            new Layer(graph, workers).fill(2, hasher, second, first, Progress.NONE);
            return all(second);
        }
    }

    /** Helpers that never come. */
    private static final class BusyWorkers implements Workers {

        @Override
        public int parallelism() {
            return 4;
        }

        @Override
        public void forEachRange(long total, long grain, Progress progress, RangeTask task) {
            CALLER.forEachRange(total, grain, progress, task);
        }

        @Override
        public void ahead(FutureTask<?> task) {
            assertFalse(task.isDone());
        }
    }

    /** Groups of every kind: in sixteen lanes, in eight, and alone. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 6, 8, 13, 17})
    void sectorsSealedTogetherAreThoseSealedAlone(int count) throws IOException {
        List<PreCommit1Sector> together = sectors("together", count);
        List<byte[]> commDs = phase1(together, Progress.NONE);
        assertEquals(count, commDs.size());
        for (PreCommit1Sector alone : sectors("alone", count)) {
            phase1().run(alone.spec(), alone.pieces(), alone.unsealed(), alone.sealed(), alone.cache(), Progress.NONE);
        }
        assertSame("alone", "together", count);
    }

    @Test
    void aBatchGoesOnWhereAllCan() throws IOException {
        assumeTrue(VectorWidth.chosen().isVector(), "without vectors sectors are labelled one by one");
        int count = 8;
        List<PreCommit1Sector> whole = sectors("whole", count);
        phase1(whole, Progress.NONE);
        List<PreCommit1Sector> batch = sectors("batch", count);
        assertThrows(CancellationException.class, () -> phase1(batch, new CancellingAfter(count * SMALL.nodes() * 5 / 2)));
        for (PreCommit1Sector sector : batch) {
            assertTrue(Files.exists(sector.cache().layer(1)));
            assertFalse(Files.exists(sector.cache().layer(2)));
            Files.setLastModifiedTime(sector.cache().layer(1), FileTime.from(LONG_AGO));
        }
        PreCommit1Sector ahead = batch.get(3);
        phase1().run(ahead.spec(), ahead.pieces(), ahead.unsealed(), ahead.sealed(), ahead.cache(), Progress.NONE);
        Files.delete(batch.get(5).cache().layer(1));
        phase1(batch, Progress.NONE);
        assertSame("whole", "batch", count);
        for (PreCommit1Sector sector : batch) {
            boolean made = sector == batch.get(5);
            assertEquals(!made, Files.getLastModifiedTime(sector.cache().layer(1)).toInstant().equals(LONG_AGO));
        }
        for (PreCommit1Sector sector : batch.subList(0, 6)) {
            Files.delete(sector.cache().layer(2));
        }
        phase1(batch, Progress.NONE);
        assertSame("whole", "batch", count);
    }

    @Test
    void sectorsOfDifferentGraphsAreRefused() throws IOException {
        PreCommit1Sector one = sectors("one", 1).getFirst();
        SectorSpec legacy = SectorSpec.of(RegisteredSealProof.of(0), 1000, 7, new byte[NODE]);
        PreCommit1Sector other = new PreCommit1Sector(legacy, one.pieces(), one.unsealed(), one.sealed(), one.cache());
        assertThrows(IllegalArgumentException.class, () -> phase1(List.of(one, other), Progress.NONE));
    }

    private static final class CancellingAfter implements Progress {
        private final long limit;
        private boolean enough;

        private CancellingAfter(long limit) {
            this.limit = limit;
        }

        @Override
        public void advanced(long done, long total) {
            assertTrue(done <= total);
            enough = done >= limit;
        }

        @Override
        public boolean cancelled() {
            return enough;
        }
    }

    private static PreCommit1 phase1() {
        return new PreCommit1(Workers.CALLER, SectorSpec.of(PROOF, 1000, 0, new byte[NODE]).graph());
    }

    private List<byte[]> phase1(List<PreCommit1Sector> sectors, Progress progress) throws IOException {
        Path scratch = Files.createDirectories(directory.resolve("scratch"));
        try {
            return phase1().runTogether(sectors, scratch, progress);
        } finally {
            try (Stream<Path> left = Files.list(scratch)) {
                assertEquals(0, left.count());
            }
        }
    }

    private List<PreCommit1Sector> sectors(String name, int count) throws IOException {
        List<PreCommit1Sector> sectors = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Path folder = Files.createDirectories(directory.resolve(name).resolve(String.valueOf(number)));
            sectors.add(new PreCommit1Sector(SectorSpec.of(PROOF, 1000, number, id(number)), List.of(PieceInfo.zero(2048)), Optional.empty(),
                    folder.resolve("sealed"), new CacheFolder(folder, SMALL)));
        }
        return sectors;
    }

    private void assertSame(String expected, String actual, int count) throws IOException {
        for (int number = 0; number < count; number++) {
            for (int layer = 1; layer <= SMALL.layers(); layer++) {
                CacheFolder one = new CacheFolder(directory.resolve(expected).resolve(String.valueOf(number)), SMALL);
                CacheFolder other = new CacheFolder(directory.resolve(actual).resolve(String.valueOf(number)), SMALL);
                assertTrue(Arrays.equals(Files.readAllBytes(one.layer(layer)), Files.readAllBytes(other.layer(layer))),
                        "sector " + number + ", layer " + layer);
            }
        }
    }
}
