package io.cairn.protocol.cbor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.protocol.actor.miner.DeclareFaultsRecoveredParams;
import io.cairn.protocol.actor.miner.ExpirationSet;
import io.cairn.protocol.actor.miner.RecoveryDeclaration;
import io.cairn.protocol.actor.miner.SubmitWindowedPoStParams;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.block.BeaconEntry;
import io.cairn.protocol.money.TokenAmount;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CborReaderTest {

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    @Property
    void integersComeBack(@ForAll long value) {
        assertEquals(value, CborReader.readAll(new CborWriter().integer(value).toByteArray(), CborReader::integer));
        assertEquals(value, CborReader.readAll(new CborWriter().unsigned(value).toByteArray(), CborReader::unsigned));
    }

    @Property
    void bigIntegersAndBytesComeBack(@ForAll BigInteger number, @ForAll byte[] bytes) {
        assertEquals(number, CborReader.readAll(new CborWriter().bigInt(number).toByteArray(), CborReader::bigInt));
        assertArrayEquals(bytes, CborReader.readAll(new CborWriter().bytes(bytes).toByteArray(), r -> r.bytes(bytes.length)));
    }

    @Property
    void anyBytesAreReadOrRefusedButNeverElse(@ForAll byte[] bytes) {
        try {
            CborReader.readAll(bytes, SubmitWindowedPoStParams::readFrom);
        } catch (CborException refused) {
            assertTrue(refused.getMessage().startsWith("SubmitWindowedPoStParams") || refused.getMessage().startsWith("at byte"));
        }
        try {
            assertArrayEquals(bytes, new CborReader(bytes).raw().length == bytes.length ? new CborReader(bytes).raw() : bytes);
        } catch (CborException refused) {
            assertTrue(refused.getMessage().startsWith("at byte"));
        }
    }

    @Test
    void aRefusalNamesTheFieldAndTheOffset() {
        CborException refused = assertThrows(CborException.class,
            () -> CborReader.readAll(hex("818183060043b01c00"), DeclareFaultsRecoveredParams::readFrom));
        assertEquals("DeclareFaultsRecoveredParams.recoveries[0]: RecoveryDeclaration.sectors: bit field: the last byte is zero",
            refused.getMessage());
    }

    @Test
    void trailingBytesAreRefused() {
        CborException refused = assertThrows(CborException.class, () -> CborReader.readAll(hex("82014000"), BeaconEntry::readFrom));
        assertEquals("at byte 3: 1 bytes after the end of the value", refused.getMessage());
    }

    @Test
    void anAnnouncedLengthBeyondTheInputAllocatesNothing() {
        assertThrows(CborException.class, () -> new CborReader(hex("5a00200000")).bytes(CborReader.MAX_BYTES));
        assertThrows(CborException.class, () -> new CborReader(hex("9a7fffffff")).array());
    }

    @Test
    void deepNestingIsRefused() {
        byte[] nested = new byte[100_000];
        Arrays.fill(nested, (byte) 0x81);
        assertThrows(CborException.class, () -> new CborReader(nested).raw());
    }

    @Test
    void knownParametersEncodeAsOnChain() {
        var params = new DeclareFaultsRecoveredParams(List.of(new RecoveryDeclaration(6, 0, BitField.of(5, 6, 7))));
        assertEquals("818183060042b01c", HexFormat.of().formatHex(params.toCbor()));
    }

    @Test
    void aMissingTrailingAmountIsZero() {
        ExpirationSet set = CborReader.readAll(hex("8540404082404082" + "4040"), ExpirationSet::readFrom);
        assertEquals(TokenAmount.ZERO, set.feeDeduction());
        assertEquals("8640404082404082404040", HexFormat.of().formatHex(set.toCbor()));
    }
}
