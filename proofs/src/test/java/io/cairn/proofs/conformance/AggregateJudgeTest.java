package io.cairn.proofs.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AggregateJudgeTest {

    @Test
    void aggregatesOfSmallProofsAreTheReferences() throws Exception {
        Judged judged = Judged.by(new AggregateJudge(), "reference-snarkpack.json");
        judged.allPassed();
        assertEquals(2 + 2 * 4, judged.passed().size());
    }

    @Test
    void aggregatesOfSectorsAreTheReferences() throws Exception {
        Judged judged = Judged.by(new SealAggregateJudge(), "reference-porep-2kib.json");
        judged.allPassed();
        assertEquals(1 + 2, judged.passed().size());
    }
}
