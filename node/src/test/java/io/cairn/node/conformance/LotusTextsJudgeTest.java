package io.cairn.node.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.protocol.conformance.Verdicts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a recorded Lotus printed is what Cairn would, and an altered text is found. */
class LotusTextsJudgeTest {

    private final List<String> passed = new ArrayList<>();
    private final List<String> differing = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();

    private static String recorded() throws IOException {
        try (InputStream in = LotusTextsJudgeTest.class.getResourceAsStream("/vectors/lotus-cli.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void judge(String file) throws IOException {
        new LotusTextsJudge().judge("lotus-cli.json", new ObjectMapper().readTree(file), new Verdicts() {
            @Override
            public void passed(String caseName) {
                passed.add(caseName);
            }

            @Override
            public void differs(String caseName, String field, String expected, String actual) {
                differing.add(caseName + ": " + field + " is " + actual + ", expected " + expected);
            }

            @Override
            public void skipped(String caseName, String reason) {
                skipped.add(caseName);
            }
        });
    }

    @Test
    void everyTextThatCairnWordsIsTheSame() throws IOException {
        judge(recorded());
        assertEquals(List.of(), differing);
        assertEquals(54, passed.size());
        assertTrue(passed.containsAll(List.of("cli-faulty/sectors-list-more", "cli-mid/proving-deadlines-all", "cli-mid/miner-info",
                "cli-faulty/actor-control-list", "cli-mid/state-sector-2", "cli-faulty/wallet-list")), passed.toString());
        assertTrue(skipped.contains("cli-mid/sync-status"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0   Proving    | sectors-list   | 0    Proving
            59.605 nFIL    | miner-info     | 59.6051 nFIL
            20480(20 KiB)  | state-power    | 20480(21 KiB)
            in 24 weeks 2 days | sectors-list | in 24 weeks 3 days
            (100.0000%)    | miner-info     | (99.0000%)  
            """)
    void anAlteredTextIsFound(String text, String where, String altered) throws IOException {
        judge(recorded().replace(text, altered));
        assertTrue(differing.stream().anyMatch(line -> line.contains(where)), differing.toString());
    }
}
