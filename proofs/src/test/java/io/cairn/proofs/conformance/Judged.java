package io.cairn.proofs.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.protocol.conformance.Judge;
import io.cairn.protocol.conformance.Verdicts;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Runs a judge over a vector file among the test resources and keeps what it said. */
record Judged(List<String> passed, List<String> differences, List<String> skipped) {

    static Judged by(Judge judge, String fileName) throws IOException {
        Judged judged = new Judged(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        JsonNode file;
        try (InputStream in = Judged.class.getResourceAsStream("/vectors/" + fileName)) {
            file = new ObjectMapper().readTree(in);
        }
        assertTrue(judge.knows(fileName, file), fileName + " is not known to the judge");
        judge.judge(fileName, file, judged.verdicts());
        return judged;
    }

    void allPassed() {
        assertEquals(List.of(), differences);
        assertEquals(List.of(), skipped);
        assertFalse(passed.isEmpty(), "nothing was judged");
    }

    private Verdicts verdicts() {
        return new Verdicts() {
            @Override
            public void passed(String caseName) {
                passed.add(caseName);
            }

            @Override
            public void differs(String caseName, String field, String expected, String actual) {
                differences.add(caseName + ": " + field + " expected " + expected + " but was " + actual);
            }

            @Override
            public void skipped(String caseName, String reason) {
                skipped.add(caseName + ": " + reason);
            }
        };
    }
}
