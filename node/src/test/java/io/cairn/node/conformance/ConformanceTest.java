package io.cairn.node.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.protocol.conformance.Judge;
import io.cairn.protocol.conformance.Verdicts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceTest {

    @TempDir
    private Path folder;

    private final StringWriter printed = new StringWriter();

    /** Judges sums: {@code {"a": 1, "b": 2, "sum": 3}}. */
    private static final class SumJudge implements Judge {

        @Override
        public boolean knows(String fileName, JsonNode file) {
            return file.has("sum");
        }

        @Override
        public void judge(String fileName, JsonNode file, Verdicts verdicts) {
            int sum = file.get("a").asInt() + file.get("b").asInt();
            if (sum == file.get("sum").asInt()) {
                verdicts.passed("sum");
            } else {
                verdicts.differs("sum", "sum", file.get("sum").asText(), String.valueOf(sum));
            }
        }
    }

    private Conformance.Sum judge() throws IOException {
        return new Conformance(List.of(new SumJudge()), new PrintWriter(printed)).judge(folder);
    }

    @Test
    void aLineACase() throws IOException {
        Files.writeString(folder.resolve("a-right.json"), "{\"a\": 1, \"b\": 2, \"sum\": 3}");
        Files.writeString(folder.resolve("b-wrong.json"), "{\"a\": 1, \"b\": 2, \"sum\": 4}");
        Files.writeString(folder.resolve("c-unknown.json"), "{}");
        Files.writeString(folder.resolve("d-broken.json"), "{");
        assertEquals(new Conformance.Sum(1, 2, 1), judge());
        String lines = printed.toString();
        assertTrue(lines.startsWith("PASS a-right.json sum\nFAIL b-wrong.json sum: sum is 3, expected 4\n"), lines);
        assertTrue(lines.contains("SKIP c-unknown.json"), lines);
        assertTrue(lines.contains("FAIL d-broken.json d-broken.json: file is "), lines);
        assertTrue(lines.endsWith("1 passed, 2 failed, 1 skipped\n"), lines);
    }

    @Test
    void aJudgeThatFailsFailsTheFile() throws IOException {
        Files.writeString(folder.resolve("incomplete.json"), "{\"sum\": 3}");
        assertEquals(new Conformance.Sum(0, 1, 0), judge());
    }
}
