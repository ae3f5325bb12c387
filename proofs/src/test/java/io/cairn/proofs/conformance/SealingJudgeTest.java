package io.cairn.proofs.conformance;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingJudgeTest {

    @ParameterizedTest
    @ValueSource(strings = {"reference-seal-2kib.json", "computed-small-sectors.json"})
    void sealsSmallSectorsAsTheReferenceDoes(String fileName) throws IOException {
        Judged.by(new SealingJudge(), fileName).allPassed();
    }

    /** Sub and top trees, and a whole 8 MiB sector. */
    @Test
    @Tag("slow")
    void sealsEveryShapeAsTheReferenceDoes() throws IOException {
        Judged.by(new SealingJudge(), "reference-seal-shapes.json").allPassed();
    }
}
