package io.cairn.node.http;

import akka.actor.typed.ActorSystem;
import akka.stream.javadsl.Sink;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cairn.node.view.NoSuchViewException;
import io.cairn.node.view.UserData;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps files in memory, under their names. */
final class InventedData implements UserData {

    private final ActorSystem<?> system;
    private final Map<String, ByteString> files = new ConcurrentHashMap<>();

    InventedData(ActorSystem<?> system) {
        this.system = system;
    }

    @Override
    public CompletionStage<JsonNode> store(String name, boolean again, Source<ByteString, ?> bytes) {
        return bytes.runWith(Sink.fold(ByteString.emptyByteString(), ByteString::concat), system).thenApply(content -> {
            files.put(name, content);
            return JsonNodeFactory.instance.objectNode().put("id", name).put("size", content.size());
        });
    }

    @Override
    public CompletionStage<Source<ByteString, ?>> retrieve(String id) {
        return files.containsKey(id)
                ? CompletableFuture.completedFuture(Source.single(files.get(id)))
                : CompletableFuture.failedFuture(new NoSuchViewException("there is no file " + id));
    }
}
