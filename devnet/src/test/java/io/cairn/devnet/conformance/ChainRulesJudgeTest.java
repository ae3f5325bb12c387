package io.cairn.devnet.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.protocol.conformance.Judge;
import io.cairn.protocol.conformance.Verdicts;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainRulesJudgeTest {

    private static final List<String> KNOWN_REASONS = List.of("the rule of an earlier network version",
            "the embedded chain has a beacon of its own", "no rule that the embedded chain computes: market bounds",
            "no rule that the embedded chain computes: constants");

    private static final class Tally implements Verdicts {
        private int passed;
        private final List<String> differences = new ArrayList<>();

        @Override
        public void passed(String caseName) {
            passed++;
        }

        @Override
        public void differs(String caseName, String field, String expected, String actual) {
            differences.add(caseName + " " + field + ": expected " + expected + ", computed " + actual);
        }

        @Override
        public void skipped(String caseName, String reason) {
            assertTrue(KNOWN_REASONS.stream().anyMatch(reason::startsWith), reason);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"chain-rules.json", "chain-rules-vm.json"})
    void everyStatedNumberIsReproduced(String file) throws IOException {
        Tally tally = new Tally();
        Judge judge = new ChainRulesJudge();
        try (InputStream in = getClass().getResourceAsStream("/vectors/" + file)) {
            judge.judge(file, new ObjectMapper().readTree(in), tally);
        }
        assertEquals(List.of(), tally.differences);
        assertTrue(tally.passed > 60, file + ": " + tally.passed + " cases passed");
    }
}
