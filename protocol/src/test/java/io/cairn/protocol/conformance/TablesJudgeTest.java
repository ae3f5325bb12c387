package io.cairn.protocol.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesJudgeTest {

    private final List<String> differing = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private int passed;

    private final Verdicts verdicts = new Verdicts() {

        @Override
        public void passed(String caseName) {
            passed++;
        }

        @Override
        public void differs(String caseName, String field, String expected, String actual) {
            differing.add(caseName + ": " + field + " is " + actual + ", expected " + expected);
        }

        @Override
        public void skipped(String caseName, String reason) {
            skipped.add(caseName);
        }
    };

    @Test
    void everyArrayAndMapOfTheKnownAnswersHasItsRoot() throws IOException {
        JsonNode file = new ObjectMapper()
                .readTree(getClass().getResource("/vectors/chain-encodings-state-trees.json"));
        new TablesJudge().judge("chain-encodings-state-trees.json", file, verdicts);
        assertEquals(List.of(), differing);
        assertEquals(file.get("amts").size() + file.get("hamts").size(), passed);
        assertEquals(List.of(), skipped);
    }
}
