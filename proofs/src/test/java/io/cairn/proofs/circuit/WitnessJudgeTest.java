package io.cairn.proofs.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.proofs.conformance.WitnessJudge;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WitnessJudgeTest {

    @ParameterizedTest
    @CsvSource({"reference-porep-2kib.json, 2", "reference-window-post-2kib.json, 4", "reference-winning-post-2kib.json, 1"})
    void fromDataToWitness(String file, int cases) throws IOException {
        judge(file, cases);
    }

    @Test
    @Tag("slow")
    void fromDataToTheThirteenWitnessesOfANonInteractiveSector() throws IOException {
        judge("reference-porep-ni-witness-2kib.json", 1);
    }

    private static void judge(String file, int cases) throws IOException {
        try (InputStream in = WitnessJudgeTest.class.getResourceAsStream("/vectors/" + file)) {
            Recorded verdicts = new Recorded();
            new WitnessJudge().judge(file, new ObjectMapper().readTree(in), verdicts);
            assertEquals(List.of(), verdicts.differences);
            assertEquals(List.of(), verdicts.skipped);
            assertEquals(cases, verdicts.passed.size(), verdicts.passed::toString);
        }
    }
}
