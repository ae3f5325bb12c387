package io.cairn.proofs.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProofMakingTest {

    @Test
    void windowParametersAndProofAreTheReferences() throws Exception {
        Judged judged = Judged.by(new ProofMakingJudge(), "reference-window-post-2kib.json");
        assertEquals(List.of(), judged.differences());
        assertEquals(List.of(), judged.skipped());
        assertEquals(List.of("parameters", "one_sector_V1_2: proof", "two_sectors_V1_2: proof", "three_sectors_V1_2: proof",
                "three_sectors_V1_0: proof"), judged.passed());
    }

    @Test
    @Tag("slow")
    void winningParametersAndProofAreTheReferences() throws Exception {
        Judged judged = Judged.by(new ProofMakingJudge(), "reference-winning-post-2kib.json");
        assertEquals(List.of(), judged.differences());
        assertEquals(List.of("parameters", "winning: proof"), judged.passed());
    }
}
