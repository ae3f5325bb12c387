package io.cairn.devnet.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cairn.protocol.conformance.Judge;
import io.cairn.protocol.conformance.Verdicts;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class PolicyJudgeTest {

    private static final String FILE = "chain-policy.json";

    private static final class Tally implements Verdicts {
        private int passed;
        private final List<String> differences = new ArrayList<>();

        @Override
        public void passed(String caseName) {
            passed++;
        }

        @Override
        public void differs(String caseName, String field, String expected, String actual) {
            differences.add(caseName + ": expected " + expected + ", ours is " + actual);
        }

        @Override
        public void skipped(String caseName, String reason) {
            assertTrue(!reason.isBlank(), caseName);
        }
    }

    private static JsonNode file() throws IOException {
        try (InputStream in = PolicyJudgeTest.class.getResourceAsStream("/vectors/" + FILE)) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static Tally judged(JsonNode file) {
        Tally tally = new Tally();
        Judge judge = ServiceLoader.load(Judge.class).stream().map(ServiceLoader.Provider::get).filter(each -> each.knows(FILE, file))
                .findFirst().orElseThrow();
        judge.judge(FILE, file, tally);
        return tally;
    }

    @Test
    void everyConstantThatTheChainUsesIsTheNetworks() throws IOException {
        Tally tally = judged(file());
        assertEquals(List.of(), tally.differences);
        assertTrue(tally.passed > 45, tally.passed + " passed");
    }

    @Test
    void anotherValueIsADifference() throws IOException {
        JsonNode file = file();
        ((ObjectNode) file.path("devnet2k")).put("faultDeclarationCutoff", "71");
        assertEquals(List.of("chain-policy.json devnet2k faultDeclarationCutoff: expected 71, ours is 70"), judged(file).differences);
    }
}
