package io.cairn.node.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.protocol.signature.PrivateKey;
import io.cairn.protocol.signature.SignatureType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderKeysTest {

    @TempDir
    private Path folder;

    private static PrivateKey fresh() {
        return PrivateKey.generate(SignatureType.BLS);
    }

    @Test
    void theFirstKeyStaysAndOnlyItsOwnerCanReadIt() throws Exception {
        Path file = folder.resolve("keys.json");
        PrivateKey first = fresh();
        assertEquals(first.address(), ProviderKeys.readOrCreate(file, () -> first).owner().address());
        assertEquals(first.address(), ProviderKeys.readOrCreate(file, ProviderKeysTest::fresh).owner().address());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aFileWithoutAKeyIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("keys.json"), "{}");
        StartException refusal = assertThrows(StartException.class, () -> ProviderKeys.readOrCreate(file, ProviderKeysTest::fresh));
        assertTrue(refusal.getMessage().contains(file.toString()) && refusal.getMessage().contains("owner"), refusal.getMessage());
    }
}
