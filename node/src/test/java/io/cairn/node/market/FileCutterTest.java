package io.cairn.node.market;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCutterTest {

    @TempDir
    Path folder;

    @Test
    void piecesFitSectorsAndMakeTheFileAgain() throws Exception {
        byte[] content = new byte[5000];
        new Random(1).nextBytes(content);
        Cut cut = new FileCutter(2048, 8).cut(new ByteArrayInputStream(content), folder);
        assertEquals(List.of(2048L, 2048L, 1024L), cut.pieces().stream().map(Cut.Part::size).toList());
        assertEquals(List.of(2032L, 2032L, 936L), cut.pieces().stream().map(Cut.Part::length).toList());
        assertEquals(5000, cut.length());
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (int index = 0; index < 3; index++) {
            joined.write(Files.readAllBytes(FileCutter.file(folder, index)));
            assertEquals(cut.pieces().get(index).cid(), FileCutter.commitment(FileCutter.file(folder, index)));
        }
        assertArrayEquals(content, joined.toByteArray());
    }

    @Test
    void theSmallestPieceHas128Bytes() throws Exception {
        Cut cut = new FileCutter(2048, 8).cut(new ByteArrayInputStream("hello".getBytes()), folder);
        assertEquals(List.of(128L), cut.pieces().stream().map(Cut.Part::size).toList());
        assertEquals("bafkreibm6jg3ux5qumhcn2b3flc3tyu6dmlb4xa7u5bf44yegnrjhc4yeq", cut.root().toString());
    }

    @Test
    void aFileOfExactlyOneSectorIsOnePiece() throws Exception {
        assertEquals(1, new FileCutter(2048, 1).cut(new ByteArrayInputStream(new byte[2032]), folder).pieces().size());
    }

    @Test
    void anEmptyAndATooLongFileAreRefused() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> cut(0)).getMessage().contains("empty"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> cut(4065)).getMessage().contains("longer than 4064 bytes"));
    }

    private void cut(int length) throws Exception {
        new FileCutter(2048, 2).cut(new ByteArrayInputStream(new byte[length]), folder);
    }
}
