package io.cairn.proofs.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.protocol.conformance.Verdicts;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofVerificationTest {

    @ParameterizedTest
    @ValueSource(strings = {"reference-window-post-2kib.json", "reference-winning-post-2kib.json", "reference-porep-2kib.json"})
    void recordedProofsAreJudgedAsTheReferenceJudgesThem(String name) throws Exception {
        try (InputStream in = getClass().getResourceAsStream("/vectors/" + name)) {
            JsonNode file = new ObjectMapper().readTree(in);
            ProofVerificationJudge judge = new ProofVerificationJudge();
            assertTrue(judge.knows(name, file));
            Tally tally = new Tally();
            judge.judge(name, file, tally);
            assertEquals(List.of(), tally.complaints);
            assertTrue(tally.passed >= 9, "only " + tally.passed + " cases were judged");
        }
    }

    private static final class Tally implements Verdicts {

        private final List<String> complaints = new ArrayList<>();
        private int passed;

        @Override
        public void passed(String caseName) {
            passed++;
        }

        @Override
        public void differs(String caseName, String field, String expected, String actual) {
            complaints.add(caseName + " " + field + ": expected " + expected + ", was " + actual);
        }

        @Override
        public void skipped(String caseName, String reason) {
            complaints.add(caseName + " skipped: " + reason);
        }
    }
}
