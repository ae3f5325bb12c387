package io.cairn.proofs.fr32;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class Fr32Test {

    /** The definition, bit by bit. */
    private static byte[] padByDefinition(byte[] in) {
        int nodes = (8 * in.length + 253) / 254;
        byte[] out = new byte[32 * nodes];
        for (int bit = 0; bit < 8 * in.length; bit++) {
            int target = bit / 254 * 256 + bit % 254;
            out[target / 8] |= (byte) ((in[bit / 8] >>> bit % 8 & 1) << target % 8);
        }
        return out;
    }

    @Property(tries = 200)
    void blocksFollowTheDefinition(@ForAll @Size(min = 127 * 3, max = 127 * 3) byte[] data) {
        byte[] padded = new byte[128 * 3];
        Fr32.pad(data, 0, padded, 0, 3);
        assertArrayEquals(padByDefinition(data), padded);
        byte[] back = new byte[127 * 3];
        Fr32.unpad(padded, 0, back, 0, 3);
        assertArrayEquals(data, back);
    }

    @Property(tries = 200)
    void streamsFollowTheDefinition(@ForAll @Size(max = 20_000) byte[] data) throws IOException {
        assertArrayEquals(padByDefinition(data),
                new PaddingInputStream(new ByteArrayInputStream(data)).readAllBytes());
    }

    @Test
    void unpaddingStreamInvertsWholeBlocks() throws IOException {
        byte[] data = new byte[127 * 200];
        new Random(7).nextBytes(data);
        var padded = new PaddingInputStream(new ByteArrayInputStream(data));
        assertArrayEquals(data, new UnpaddingInputStream(padded).readAllBytes());
    }

    @Test
    void paddingFillsOnesAsTheReferenceDoes() throws IOException {
        byte[] ones = new byte[32];
        Arrays.fill(ones, (byte) 0xff);
        byte[] padded = new PaddingInputStream(new ByteArrayInputStream(ones)).readAllBytes();
        assertEquals("ff".repeat(31) + "3f" + "03" + "00".repeat(31), HexFormat.of().formatHex(padded));
    }

    @Test
    void lengthsAreWholeBlocks() {
        assertEquals(2048, Fr32.paddedLength(2032));
        assertEquals(2032, Fr32.unpaddedLength(2048));
        assertThrows(IllegalArgumentException.class, () -> Fr32.paddedLength(2033));
        assertThrows(IllegalArgumentException.class, () -> Fr32.unpaddedLength(100));
    }
}
