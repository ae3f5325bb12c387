package io.cairn.node.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {

    @Test
    void everyFigureIsThereAndSaysWhereItComesFrom(@TempDir Path folder) throws IOException {
        Path config = Files.writeString(folder.resolve("small.conf"), "cairn.proving.memory = 100MiB");
        Ran ran = Ran.plain("bench", "--seconds", "1", "--json", "--config", config.toString());
        assertEquals(0, ran.code(), ran.err());
        List<JsonNode> figures = StreamSupport.stream(ran.json().get("figures").spliterator(), false).toList();
        assertEquals(List.of("commp", "labels", "batch-labels", "data-tree", "columns", "trees", "quotient", "sum-g1", "sum-g2",
                        "pc1-32gib", "pc1-batch-32gib", "pc2-32gib", "c2-32gib", "window-32gib", "winning-32gib",
                        "c2-memory-32gib", "window-memory-32gib", "winning-memory-32gib"),
                figures.stream().map(figure -> figure.get("key").asText()).toList());
        assertEquals(100 << 20, ran.json().get("memory").asLong());
        assertTrue(figures.stream().filter(figure -> figure.get("key").asText().equals("window-memory-32gib")).findFirst().orElseThrow()
                .get("how").asText().startsWith("TOO MUCH for the 0.1 GiB"));
        for (JsonNode figure : figures) {
            double value = figure.get("value").asDouble();
            assertTrue(value > 0 && Double.isFinite(value), figure.toString());
            assertTrue(figure.get("how").asText().length() > 10, figure.toString());
            assertEquals(figure.get("key").asText().endsWith("32gib") ? "ESTIMATED" : "MEASURED", figure.get("kind").asText());
        }
    }

    @Test
    void aTimeThatIsNoneIsRefused() {
        Ran ran = Ran.plain("bench", "--seconds", "0");
        assertEquals(2, ran.code());
        assertTrue(ran.err().contains("--seconds is 0; expected 1 to 3600"), ran.err());
    }
}
