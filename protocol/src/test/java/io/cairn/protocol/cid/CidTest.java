package io.cairn.protocol.cid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cairn.protocol.block.TipsetKey;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CidTest {

    @Property
    void commitmentsComeBack(@ForAll @Size(32) byte[] commitment) {
        assertArrayEquals(commitment, Commitments.pieceCommitment(Cid.parse(Commitments.pieceCid(commitment).toString())));
        assertArrayEquals(commitment, Commitments.sealedCommitment(Cid.parse(Commitments.sealedCid(commitment).toString())));
        assertThrows(IllegalArgumentException.class, () -> Commitments.sealedCommitment(Commitments.pieceCid(commitment)));
    }

    @Property
    void anyBytesAreACidOrRefused(@ForAll byte[] bytes) {
        try {
            assertArrayEquals(bytes, Cid.ofBytes(bytes).bytes());
        } catch (IllegalArgumentException refused) {
            assertThrows(IllegalArgumentException.class, () -> Cid.ofBytes(bytes));
        }
    }

    @Test
    void commitmentsOfZerosAreTheKnownCids() {
        assertEquals("bagboea4b5abcaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", Commitments.sealedCid(new byte[32]).toString());
        assertEquals("baga6ea4seaqaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", Commitments.pieceCid(new byte[32]).toString());
    }

    @Test
    void aTipsetKeyMayHoldCidsOfSeveralLengths() {
        TipsetKey key = TipsetKey.of(Cid.parse("bafyreiaqpwbbyjo4a42saasj36kkrpv4tsherf2e7bvezkert2a7dhonoi"), Cid.ofDagCbor(new byte[1]));
        assertEquals(key, TipsetKey.ofBytes(key.bytes()));
        assertThrows(IllegalArgumentException.class, () -> TipsetKey.ofBytes(new byte[] {1, 0x71, 0x12, 0x20}));
    }
}
