package io.cairn.proofs.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.proofs.DamagedFileException;
import io.cairn.proofs.curve.G1;
import io.cairn.proofs.curve.G2;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Scalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Points of an SRS are decoded many at once; of those that are none the first is named. */
@Tag("vector")
class DamagedSrsTest {

    private static final int PROOFS = 64;
    private static final int POWERS = 2 * PROOFS + 1;
    private static final int IN_G1 = G1.CURVE.compressedBytes();
    private static final int IN_G2 = G2.CURVE.compressedBytes();

    @TempDir
    Path folder;

    private Path file;
    private byte[] whole;

    @BeforeEach
    void create() throws IOException {
        file = folder.resolve(InnerProductSrs.FILE_NAME);
        SrsFile.createInsecure(file, new SrsSecrets(Scalar.of(3), Scalar.of(5)), POWERS, Workers.CALLER, Progress.NONE);
        whole = Files.readAllBytes(file);
    }

    private CommitmentKey read(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        return InnerProductSrs.open(file).commitmentKey(PROOFS, Workers.CALLER, Progress.NONE);
    }

    @Test
    void powersAreThoseOfTheSecrets() throws IOException {
        CommitmentKey key = read(whole);
        assertEquals(G1.GENERATOR.times(Scalar.of(3).power(2 * PROOFS - 1)), key.gA().point(2 * PROOFS - 1));
        assertEquals(G1.GENERATOR.times(Scalar.of(5).power(70)), key.gB().point(70));
        assertEquals(G2.GENERATOR.times(Scalar.of(3).power(33)), key.hA().point(33));
        assertEquals(G2.GENERATOR.times(Scalar.of(5).power(PROOFS - 1)), key.hB().point(PROOFS - 1));
    }

    @Test
    void theFirstPointOfWrongOrderIsNamed() {
        byte[] spoilt = whole.clone();
        for (int power : new int[] {100, 17, 40}) {
            int at = Integer.BYTES + power * IN_G1;
            Arrays.fill(spoilt, at, at + IN_G1, (byte) 0);
            spoilt[at] = (byte) 0x80; // (0, 2), which is of order 3.
        }
        assertNames("power 17 ", spoilt);
    }

    @Test
    void aPointOfTheOtherGroupIsNamedToo() {
        byte[] spoilt = whole.clone();
        int at = 2 * (Integer.BYTES + POWERS * IN_G1) + Integer.BYTES + 63 * IN_G2;
        Arrays.fill(spoilt, at, at + IN_G2, (byte) 0xff);
        assertNames("power 63 ", spoilt);
    }

    private void assertNames(String power, byte[] spoilt) {
        DamagedFileException damaged = assertThrows(DamagedFileException.class, () -> read(spoilt));
        assertTrue(damaged.getMessage().startsWith(file.toString()) && damaged.getMessage().contains(power), damaged.getMessage());
    }
}
