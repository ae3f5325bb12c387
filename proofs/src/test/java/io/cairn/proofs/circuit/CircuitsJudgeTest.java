package io.cairn.proofs.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.proofs.conformance.CircuitsJudge;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CircuitsJudgeTest {

    private static final String FILE = "reference-circuits.json";

    @Test
    void smallCircuitsHaveTheReferencesRows() throws IOException {
        Recorded verdicts = judge(500_000);
        assertEquals(List.of(), verdicts.differences);
        assertTrue(verdicts.skipped.stream().allMatch(reason -> reason.contains("rows, more than")), verdicts.skipped::toString);
        assertEquals(30, verdicts.passed.size(), verdicts.passed::toString);
    }

    @Test
    @Tag("slow")
    void replicationCircuitsHaveTheReferencesRows() throws IOException {
        Recorded verdicts = judge(CircuitsJudge.DEFAULT_ROWS);
        assertEquals(List.of(), verdicts.differences);
        assertEquals(40, verdicts.passed.size(), verdicts.passed::toString);
    }

    private static Recorded judge(long mostRows) throws IOException {
        try (InputStream in = CircuitsJudgeTest.class.getResourceAsStream("/vectors/" + FILE)) {
            JsonNode file = new ObjectMapper().readTree(in);
            Recorded verdicts = new Recorded();
            new CircuitsJudge(mostRows).judge(FILE, file, verdicts);
            return verdicts;
        }
    }
}
