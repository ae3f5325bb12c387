package io.cairn.proofs.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.piece.PieceCommitment;
import io.cairn.proofs.piece.PieceInfo;
import io.cairn.protocol.bitfield.BitField;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StoreTest {

    @TempDir
    private Path directory;

    private static byte[] random(int length) {
        byte[] data = new byte[length];
        new Random(length).nextBytes(data);
        return data;
    }

    private static byte[] trailer(Path file, int sectorBytes) throws IOException {
        byte[] all = Files.readAllBytes(file);
        return Arrays.copyOfRange(all, sectorBytes, all.length);
    }

    @Test
    void piecesAreMarkedAndReadBack() throws IOException {
        Path path = directory.resolve("unsealed");
        byte[] first = random(127);
        byte[] second = random(508);
        try (UnsealedFile file = UnsealedFile.create(path, 2048)) {
            assertEquals("00000000", HexFormat.of().formatHex(trailer(path, 2048)));
            PieceInfo piece = file.add(0, new ByteArrayInputStream(first), 127);
            assertEquals(PieceCommitment.of(new ByteArrayInputStream(first)), piece);
            file.add(512, new ByteArrayInputStream(second), 508);
        }
        try (UnsealedFile file = UnsealedFile.open(path, 2048)) {
            assertEquals(BitField.ofRange(0, 128).union(BitField.ofRange(512, 1024)), file.present());
            assertTrue(file.isPresent(512, 512));
            assertFalse(file.isPresent(0, 256));
            try (InputStream in = file.read(512, 512)) {
                assertArrayEquals(second, in.readAllBytes());
            }
            assertThrows(IOException.class, () -> file.read(0, 256));
        }
    }

    /** The trailer of a real file of a development network (curio, lib/ffi/cunative/decode_test.go). */
    @Test
    void aFullFileHasLotusTrailer() throws IOException {
        Path path = directory.resolve("unsealed");
        try (UnsealedFile file = UnsealedFile.create(path, 2048)) {
            file.add(0, new ByteArrayInputStream(random(2032)), 2032);
        }
        assertEquals("04100203000000", HexFormat.of().formatHex(trailer(path, 2048)));
    }

    @Test
    void aFileWithoutTrailerIsFull() throws IOException {
        Path path = Files.write(directory.resolve("unsealed"), new byte[2048]);
        try (UnsealedFile file = UnsealedFile.open(path, 2048)) {
            assertTrue(file.isPresent(0, 2048));
        }
    }

    @Test
    void aPieceThatEndsEarlyDoesNotCount() throws IOException {
        try (UnsealedFile file = UnsealedFile.create(directory.resolve("unsealed"), 2048)) {
            assertThrows(EOFException.class, () -> file.add(0, new ByteArrayInputStream(random(200)), 254));
            assertTrue(file.present().isEmpty());
            assertThrows(IllegalArgumentException.class, () -> file.add(128, new ByteArrayInputStream(random(254)), 254));
            assertThrows(IllegalArgumentException.class, () -> file.add(0, new ByteArrayInputStream(random(381)), 381));
            assertThrows(IllegalArgumentException.class, () -> file.add(2048, new ByteArrayInputStream(random(127)), 127));
        }
    }

    @Test
    void damagedTrailersAreRefused() throws IOException {
        for (String trailer : List.of("00", "0410020300000000", "ffffff03000000", "05000000")) {
            byte[] bytes = HexFormat.of().parseHex(trailer);
            byte[] all = Arrays.copyOf(new byte[2048], 2048 + bytes.length);
            System.arraycopy(bytes, 0, all, 2048, bytes.length);
            Path path = Files.write(directory.resolve("unsealed"), all);
            assertThrows(IOException.class, () -> UnsealedFile.open(path, 2048), trailer);
        }
    }

    @Test
    void sectorsAreFoundByTheirNames() throws IOException {
        StorePath store = new StorePath(directory);
        assertEquals(List.of(), store.sectors(StorePath.FileType.SEALED));
        store.prepare();
        for (String name : List.of("s-t01000-10", "s-t01000-2", "fetching")) {
            Files.createDirectory(directory.resolve("cache").resolve(name));
        }
        assertEquals(List.of(new SectorName(1000, 2), new SectorName(1000, 10)),
                store.sectors(StorePath.FileType.CACHE));
        assertEquals(directory.resolve("update-cache/s-t01000-2"),
                store.file(StorePath.FileType.UPDATE_CACHE, new SectorName(1000, 2)));
        assertEquals(directory.resolve("cache/s-t01000-2/sc-02-data-tree-c-15.dat"),
                new CacheFolder(store.file(StorePath.FileType.CACHE, new SectorName(1000, 2)), SectorShape.of(64L << 30)).treeC().getLast());
        Files.createFile(directory.resolve("cache/lost+found"));
        assertThrows(IllegalArgumentException.class, () -> store.sectors(StorePath.FileType.CACHE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s-t0-1", "s-f01000-1", "s-t01000-1.tmp", "s-t001000-1", "s-t01000--1"})
    void otherNamesAreNoSectors(String name) {
        assertThrows(IllegalArgumentException.class, () -> SectorName.parse(name));
    }
}
