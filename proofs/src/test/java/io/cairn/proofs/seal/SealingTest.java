package io.cairn.proofs.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.fr32.PaddingInputStream;
import io.cairn.proofs.piece.PieceCommitment;
import io.cairn.proofs.piece.PieceInfo;
import io.cairn.protocol.sector.RegisteredSealProof;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SealingTest {

    private static final RegisteredSealProof PROOF = RegisteredSealProof.of(5);
    private static final Instant LONG_AGO = Instant.ofEpochSecond(1_000_000_000);

    @TempDir
    private Path directory;

    private final byte[] data = new byte[2032];
    private CacheFolder cache;
    private Path unsealed;
    private Path sealed;
    private PieceInfo piece;

    @BeforeEach
    void stage() throws IOException {
        new Random(1).nextBytes(data);
        cache = new CacheFolder(Files.createDirectory(directory.resolve("cache")), SectorShape.of(2048));
        unsealed = directory.resolve("unsealed");
        sealed = directory.resolve("sealed");
        Files.copy(new PaddingInputStream(new ByteArrayInputStream(data)), unsealed);
        piece = PieceCommitment.of(new ByteArrayInputStream(data));
    }

    private static SectorSpec spec(long number) {
        return SectorSpec.of(PROOF, 1000, number, new byte[32]);
    }

    private byte[] phase1(SectorSpec spec, Progress progress) throws IOException {
        return new PreCommit1(Workers.CALLER, spec.graph())
                .run(spec, List.of(piece), Optional.of(unsealed), sealed, cache, progress);
    }

    private byte[] phase2() throws IOException {
        return new PreCommit2(Workers.CALLER).run(sealed, cache, "cache", Progress.NONE).commR();
    }

    @Test
    void anyRangeOfTheDataComesBack() throws IOException {
        byte[] commD = phase1(spec(1), Progress.NONE);
        phase2();
        Path scratch = Files.createDirectory(directory.resolve("scratch"));
        Unseal unseal = new Unseal(spec(1).graph());
        for (int offset = 0; offset < 2032; offset += 5 * 127) {
            int length = Math.min(7 * 127, 2032 - offset);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            unseal.range(spec(1), commD, sealed, scratch, offset, length, out, Progress.NONE);
            assertArrayEquals(Arrays.copyOfRange(data, offset, offset + length), out.toByteArray());
        }
        try (Stream<Path> left = Files.list(scratch)) {
            assertEquals(0, left.count());
        }
        assertThrows(IllegalArgumentException.class, () -> unseal.range(spec(1), commD, sealed, scratch, 0, 2159,
                new ByteArrayOutputStream(), Progress.NONE));
        assertThrows(IllegalArgumentException.class, () -> unseal.range(spec(1), commD, sealed, scratch, 1, 127,
                new ByteArrayOutputStream(), Progress.NONE));
    }

    @Test
    void aRestartGoesOnAtTheNextLayer() throws IOException {
        phase1(spec(1), Progress.NONE);
        byte[] commR = phase2();
        Files.setLastModifiedTime(cache.layer(1), FileTime.from(LONG_AGO));
        Files.delete(cache.layer(2));
        Files.write(cache.unfinishedLayer(2), new byte[100]);
        phase1(spec(1), Progress.NONE);
        assertEquals(LONG_AGO, Files.getLastModifiedTime(cache.layer(1)).toInstant());
        assertFalse(Files.exists(cache.unfinishedLayer(2)));
        assertArrayEquals(commR, phase2());
    }

    @Test
    void layersOfAnotherReplicaAreNotTrusted() throws IOException {
        phase1(spec(1), Progress.NONE);
        byte[] fresh = phase2();
        phase1(spec(2), Progress.NONE);
        assertFalse(Arrays.equals(fresh, phase2()));
        phase1(spec(1), Progress.NONE);
        assertArrayEquals(fresh, phase2());
    }

    @Test
    void phase2MayRunAgainAfterItEncoded() throws IOException {
        phase1(spec(1), Progress.NONE);
        byte[] commR = phase2();
        Files.delete(cache.treeRLast().getFirst());
        assertArrayEquals(commR, phase2());
    }

    @Test
    void cancellingLeavesWhatIsFinished() throws IOException {
        Progress afterLayer1 = new Progress() {
            private boolean enough;

            @Override
            public void advanced(long done, long total) {
                enough = done >= 128;
            }

            @Override
            public boolean cancelled() {
                return enough;
            }
        };
        assertThrows(CancellationException.class, () -> phase1(spec(1), afterLayer1));
        assertTrue(Files.exists(cache.layer(1)));
        assertFalse(Files.exists(cache.layer(2)));
        phase1(spec(1), Progress.NONE);
        phase2();
    }

    @Test
    void piecesMustBeThoseOfTheData() throws IOException {
        piece = PieceInfo.zero(2048);
        assertThrows(IllegalArgumentException.class, () -> phase1(spec(1), Progress.NONE));
        piece = PieceInfo.zero(1024);
        assertThrows(IllegalArgumentException.class, () -> phase1(spec(1), Progress.NONE));
        try (Stream<Path> files = Files.list(cache.directory())) {
            assertTrue(files.noneMatch(file -> file.toString().contains("layer")));
        }
    }

    @Test
    void theTrailerOfAnUnsealedFileIsNotData() throws IOException {
        byte[] commD = phase1(spec(1), Progress.NONE);
        Files.write(unsealed, new byte[] {4, 16, 2, 3, 0, 0, 0}, StandardOpenOption.APPEND);
        assertArrayEquals(commD, phase1(spec(1), Progress.NONE));
        assertEquals(2048, Files.size(sealed));
    }

    @Test
    void aSectorOfZerosNeedsNoData() throws IOException {
        byte[] commD = new PreCommit1(Workers.CALLER, spec(1).graph()).run(spec(1), List.of(PieceInfo.zero(2048)),
                Optional.empty(), sealed, cache, Progress.NONE);
        assertArrayEquals(PieceInfo.zero(2048).commitment(), commD);
        phase2();
        assertArrayEquals(Files.readAllBytes(cache.layer(2)), Files.readAllBytes(sealed));
    }

    @Test
    void clearingKeepsWhatProofsNeed() throws IOException {
        phase1(spec(1), Progress.NONE);
        phase2();
        Files.write(cache.syntheticProofs(), new byte[1]);
        cache.clear();
        cache.clear();
        cache.clearSyntheticProofs();
        try (Stream<Path> files = Files.list(cache.directory())) {
            assertEquals(List.of("p_aux", "sc-02-data-tree-r-last.dat", "t_aux"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void aDamagedAuxFileIsNamed() throws IOException {
        Path file = directory.resolve("p_aux");
        Files.write(file, new byte[63]);
        assertThrows(IOException.class, () -> PersistentAux.read(file));
        byte[] tooLarge = new byte[64];
        Arrays.fill(tooLarge, (byte) 0xff);
        Files.write(file, tooLarge);
        assertThrows(IOException.class, () -> PersistentAux.read(file));
    }
}
