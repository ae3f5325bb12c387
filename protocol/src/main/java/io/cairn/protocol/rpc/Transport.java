package io.cairn.protocol.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Carries calls to a node. */
interface Transport extends AutoCloseable {

    /**
     * Calls a method. Fails with {@link RpcException} or {@link ConnectionException}; cancelling the future tells the
     * node where the transport can.
     */
    CompletableFuture<JsonNode> call(String method, ArrayNode params, Duration timeout);

    /** Opens a channel; values come one after the other on a thread that may take its time. */
    Subscription subscribe(String method, Consumer<JsonNode> values);

    @Override
    void close();
}
