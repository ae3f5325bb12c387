package io.cairn.devnet.keeper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.cairn.devnet.genesis.DevnetKeys;
import io.cairn.protocol.cid.Cid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeeperSectorsTest {

    @TempDir
    Path folder;

    @Test
    void theSeedDecidesTheReplicas() {
        List<Cid> one = KeeperSectors.open(folder.resolve("a"), new DevnetKeys(new byte[] {1})).sealedCids();
        assertEquals(one, KeeperSectors.open(folder.resolve("b"), new DevnetKeys(new byte[] {1})).sealedCids());
        assertNotEquals(one, KeeperSectors.open(folder.resolve("c"), new DevnetKeys(new byte[] {2})).sealedCids());
        assertNotEquals(one.get(0), one.get(1));
    }

    @Test
    void spoiltFilesAreSealedAnew() throws IOException {
        KeeperSectors sectors = KeeperSectors.open(folder, new DevnetKeys(new byte[] {1}));
        Path replica = sectors.toProve().getFirst().files().replica();
        byte[] sound = Files.readAllBytes(replica);
        byte[] spoilt = sound.clone();
        spoilt[100] ^= 1;
        Files.write(replica, spoilt);
        List<Cid> before = sectors.sealedCids();
        sectors.sealAgain();
        assertEquals(before, sectors.sealedCids());
        assertArrayEquals(sound, Files.readAllBytes(replica));
    }
}
