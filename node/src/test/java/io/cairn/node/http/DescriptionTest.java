package io.cairn.node.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.node.report.Reports;
import io.cairn.node.view.Commands;
import io.cairn.node.view.UserData;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The OpenAPI description and what is declared say the same. */
class DescriptionTest {

    private static JsonNode description() throws IOException {
        try (InputStream in = DescriptionTest.class.getResourceAsStream("/openapi.json")) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static Map<String, JsonNode> operations() throws IOException {
        Map<String, JsonNode> operations = new TreeMap<>();
        description().get("paths").forEach(path -> path.forEach(operation -> {
            if (operation.has("operationId")) {
                operations.put(operation.get("operationId").asText(), operation);
            }
        }));
        return operations;
    }

    @Test
    void everyCommandIsDescribedAndNothingElse() throws IOException {
        assertEquals(
                Stream.of(Commands.class, UserData.class).flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .map(Method::getName).collect(Collectors.toCollection(TreeSet::new)),
                operations().keySet());
    }

    @Test
    void everyCommandNeedsTheTokenAndSaysHowItRefuses() throws IOException {
        operations().forEach((name, operation) -> {
            assertTrue(operation.at("/security/0/token").isArray(), name);
            Stream.of("200", "400", "401", "404", "409", "503")
                    .forEach(status -> assertTrue(operation.get("responses").has(status), name + " " + status));
        });
    }

    @Test
    void everyViewIsNamed() throws IOException {
        TreeSet<String> named = new TreeSet<>();
        description().at("/paths/~1v1~1{view}/parameters/0/schema/enum").forEach(view -> named.add(view.asText()));
        assertTrue(named.containsAll(Reports.NAMES), named + " lacks some of " + Reports.NAMES);
    }
}
