package io.cairn.devnet.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.ipld.MissingBlockException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainLogTest {

    @TempDir
    private Path folder;

    private static byte[] object(int number) {
        return new CborWriter().array(1).integer(number).toByteArray();
    }

    private Path file() {
        return folder.resolve("chain.log");
    }

    private byte[] twoObjectsAndAHead() throws IOException {
        try (ChainLog log = ChainLog.open(file())) {
            log.put(object(1));
            log.put(object(100_000));
            log.advance(new byte[] {7, 8});
        }
        return Files.readAllBytes(file());
    }

    @Test
    void keepsObjectsAndTheNewestHeadAcrossAReopening() throws IOException {
        twoObjectsAndAHead();
        try (ChainLog log = ChainLog.open(file())) {
            assertArrayEquals(object(100_000), log.get(Cid.ofDagCbor(object(100_000))));
            assertArrayEquals(new byte[] {7, 8}, log.head().orElseThrow());
            log.advance(new byte[] {9});
        }
        try (ChainLog log = ChainLog.open(file())) {
            assertArrayEquals(new byte[] {9}, log.head().orElseThrow());
        }
    }

    @Test
    void aSecondUserOfTheFileIsRefused() throws Exception {
        try (ChainLog log = ChainLog.open(file())) {
            log.advance(new byte[] {1});
            String refusal = assertThrows(UncheckedIOException.class, () -> ChainLog.open(file())).getMessage();
            assertTrue(refusal.contains("chain.log") && refusal.contains("in use by another chain"), refusal);
        }
        try (ChainLog log = ChainLog.open(file())) {
            assertTrue(inAnotherProcess().contains("in use by another chain"));
            assertArrayEquals(new byte[] {1}, log.head().orElseThrow());
        }
        assertEquals("opened", inAnotherProcess().strip());
    }

    private String inAnotherProcess() throws Exception {
        Process process = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-cp", System.getProperty("java.class.path"),
                OpensChainLog.class.getName(), file().toString()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        return said;
    }

    @Test
    void anObjectIsKeptOnce() throws IOException {
        byte[] before = twoObjectsAndAHead();
        try (ChainLog log = ChainLog.open(file())) {
            assertEquals(Cid.ofDagCbor(object(1)), log.put(object(1)));
        }
        assertEquals(before.length, Files.size(file()));
    }

    @Test
    void aTornEndIsCutWhereverTheCrashCame() throws IOException {
        byte[] whole = twoObjectsAndAHead();
        int headRecord = whole.length - 11;
        for (int length = headRecord; length < whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));
            try (ChainLog log = ChainLog.open(file())) {
                assertTrue(log.has(Cid.ofDagCbor(object(1))));
                assertTrue(log.head().isEmpty());
                log.advance(new byte[] {3});
            }
            try (ChainLog log = ChainLog.open(file())) {
                assertArrayEquals(new byte[] {3}, log.head().orElseThrow());
            }
        }
    }

    @Test
    void damageBeforeTheEndIsRefused() throws IOException {
        byte[] whole = twoObjectsAndAHead();
        whole[9] ^= 1;
        Files.write(file(), whole);
        CorruptLogException refusal = assertThrows(CorruptLogException.class, () -> ChainLog.open(file()));
        assertTrue(refusal.getMessage().contains("damaged at byte 0"), refusal.getMessage());
    }

    @Test
    void anObjectThatIsNotThereIsNamed() {
        try (ChainLog log = ChainLog.open(file())) {
            Cid missing = Cid.ofDagCbor(object(5));
            assertFalse(log.has(missing));
            assertTrue(assertThrows(MissingBlockException.class, () -> log.get(missing)).getMessage().contains(missing.toString()));
        }
    }
}
