package io.cairn.protocol.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtocolJudgesTest {

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
            skipped.add(caseName + ": " + reason);
        }
    };

    private final List<Judge> judges = List.of(new ScalarsJudge(), new BitFieldsJudge(), new MessagesJudge(), new ActorTypesJudge(),
        new StateObjectsJudge(), new StateDagJudge(), new DeadlinesJudge(), new RecordedMessagesJudge(), new ActorStatesJudge());

    @ParameterizedTest
    @CsvSource({
        "chain-encodings-scalars.json, 440, 13",
        "chain-encodings-bitfields.json, 192, 16",
        "chain-encodings-messages.json, 100, 11",
        "chain-encodings-actors.json, 446, 166",
        "chain-encodings-state-types.json, 99, 22",
        "chain-encodings-state-trees.json, 71, 0",
        "chain-rules.json, 180, 0",
        "lotus-messages.json, 20, 0",
        "lotus-state-dag.json, 30, 0",
        "lotus-chain.json, 28, 0",
        "lotus-actor-states.json, 23, 0"})
    void nothingDiffersFromTheKnownAnswers(String file, int passing, int skipping) throws IOException {
        JsonNode known = new ObjectMapper().readTree(getClass().getResource("/vectors/" + file));
        List<Judge> knowing = judges.stream().filter(judge -> judge.knows(file, known)).toList();
        assertEquals(1, knowing.size(), "judges that know " + file);
        knowing.getFirst().judge(file, known, verdicts);
        assertEquals(List.of(), differing);
        assertEquals(passing, passed, "cases passed");
        assertEquals(skipping, skipped.size(), () -> "cases skipped: " + skipped);
    }
}
