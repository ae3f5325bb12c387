package io.cairn.proofs.groth16;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.proofs.SectorShape;
import io.cairn.protocol.sector.SectorSize;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterNameTest {

    @ParameterizedTest
    @CsvSource({
        "replication, 2048, 032d3138d22506ec0082ed72b2dcba18df18477904e35bafee82b3793b06832f",
        "replication, 8388608, ecd683648512ab1765faa2a5f14bab48f676e633467f0aa8aad4b55dcb0652bb",
        "replication, 34359738368, 82a357d2f2ca81dc61bb45f4a762807aedee1b0a53fd6c4e77b46a01bfef7820",
        "replication, 68719476736, 96f1b4a04c5c51e4759bbf224bbc2ef5a42c7100f16ec0637123f16a845ddfb2",
        "window, 2048, 0170db1f394b35d995252228ee359194b13199d259380541dc529fb0099096b0",
        "window, 34359738368, 0377ded656c6f524f1618760bffe4e0a1c51d5a70c4509eedae8a27555733edc",
        "window, 68719476736, 2627e4006b67f99cef990c0a47d5426cb7ab0a0ad58fc1061547bf2d28b09def",
        "winning, 2048, 3ea05428c9d11689f23529cde32fd30aabd50f7d2c93657c1d3650bca3e8ea9e",
        "winning, 34359738368, 559e581f022bb4e4ec6e719e563bf0e026ad6de42e56c18714a2c692b1b88d7e",
        "update, 2048, fb9e095bebdd77511c0269b967b4d87ba8b8a525edaa0e165de23ba454510194",
        "update, 34359738368, 3b7f44a9362e3985369454947bc94022e118211e49fd672d52bec1cbfd599d18",
    })
    void namesAreThePublishedOnes(String circuit, long sectorBytes, String digest) {
        SectorShape sector = SectorShape.of(sectorBytes);
        ParameterName name = switch (circuit) {
            case "replication" -> ParameterName.replication(sector);
            case "window" -> ParameterName.window(sector);
            case "winning" -> ParameterName.winning(sector);
            default -> ParameterName.update(sector);
        };
        assertTrue(name.text().endsWith("-" + digest), name.text());
    }

    @Test
    void filesStandInTheFolder() {
        ParameterName name = ParameterName.window(SectorShape.of(SectorSize.KIB_2));
        assertEquals(Path.of("folder", "v28-proof-of-spacetime-fallback-merkletree-poseidon_hasher-8-0-0-"
                + "0170db1f394b35d995252228ee359194b13199d259380541dc529fb0099096b0.params"), name.parameters(Path.of("folder")));
    }
}
