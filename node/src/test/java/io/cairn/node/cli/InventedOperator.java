package io.cairn.node.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.node.view.NoSuchViewException;
import io.cairn.node.view.Overview;
import io.cairn.node.view.Views;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Views of a provider that exists only in the test resources: {@code views/NAME-ARGUMENT.json}. */
final class InventedOperator implements Views {

    static JsonNode resource(String name) {
        try (InputStream in = InventedOperator.class.getResourceAsStream("/views/" + name + ".json")) {
            if (in == null) {
                throw new NoSuchViewException("there is no " + name);
            }
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public CompletionStage<Overview> overview() {
        return CompletableFuture.failedFuture(new NoSuchViewException("there is no overview in this test"));
    }

    @Override
    public CompletionStage<JsonNode> view(String name, String argument) {
        try {
            return CompletableFuture.completedFuture(resource(argument.isEmpty() ? name : name + "-" + argument));
        } catch (NoSuchViewException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public Readiness readiness() {
        return new Readiness(true, "");
    }
}
