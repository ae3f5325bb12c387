package io.cairn.protocol.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiJudgesTest {

    private static final Set<String> ACCEPTED = Set.of("not a method of this API", "no single reply in JSON",
            "a type that this API leaves in JSON",
            "version 2 of the API is not spoken", "a random value that no node sends", "a value of a channel that was opened before the recording");

    @ParameterizedTest
    @CsvSource({"lotus-rpc.json,300", "lotus-rpc-errors.json,190", "lotus-ws-frames.json,30",
        "lotus-miner-traffic.json,150", "chain-encodings-rpc.json,50"})
    void recordedCallsAreUnderstood(String file, int least) throws Exception {
        check(new RpcRecordingJudge(), file, least);
    }

    @Test
    void examplesOfTheApiAreUnderstood() throws Exception {
        check(new ApiExamplesJudge(), "chain-encodings-api.json", 180);
    }

    private static void check(Judge judge, String file, int least) throws Exception {
        List<String> passed = new ArrayList<>();
        List<String> different = new ArrayList<>();
        Set<String> unexpected = new TreeSet<>();
        try (InputStream in = ApiJudgesTest.class.getResourceAsStream("/vectors/" + file)) {
            JsonNode tree = new ObjectMapper().readTree(in);
            assertTrue(judge.knows(file, tree));
            judge.judge(file, tree, new Verdicts() {
                @Override
                public void passed(String caseName) {
                    passed.add(caseName);
                }

                @Override
                public void differs(String caseName, String field, String expected, String actual) {
                    different.add(caseName + ": " + field + ": expected " + abridged(expected) + ", got "
                            + abridged(actual));
                }

                @Override
                public void skipped(String caseName, String reason) {
                    if (!ACCEPTED.contains(reason)) {
                        unexpected.add(caseName + ": " + reason);
                    }
                }
            });
        }
        assertEquals(List.of(), different, () -> different.size() + " differ:\n" + String.join("\n", different));
        assertEquals(Set.of(), unexpected);
        assertTrue(passed.size() >= least, () -> "only " + passed.size() + " cases passed");
    }

    private static String abridged(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
