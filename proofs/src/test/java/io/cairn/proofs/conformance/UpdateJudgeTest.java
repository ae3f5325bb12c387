package io.cairn.proofs.conformance;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateJudgeTest {

    @ParameterizedTest
    @ValueSource(strings = {"reference-update-2kib.json", "computed-snap-update-2kib.json", "hardcoded-reference-vectors.json"})
    void updatesSectorsAsTheReferenceDoes(String fileName) throws IOException {
        Judged.by(new UpdateJudge(), fileName).allPassed();
    }

    /** 1.7 million values of each of two sectors. */
    @Test
    void theCircuitIsGivenTheReferencesWitness() throws IOException {
        Judged.by(new WitnessJudge(), "reference-update-2kib.json").allPassed();
    }
}
