package io.cairn.proofs.conformance;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateJudgeTest {

    @ParameterizedTest
    @ValueSource(strings = {"reference-update-2kib.json", "computed-snap-update-2kib.json", "hardcoded-reference-vectors.json"})
    void updatesSectorsAsTheReferenceDoes(String fileName) throws IOException {
        Judged.by(new UpdateJudge(), fileName).allPassed();
    }
}
