package io.cairn.devnet.rpc;

import akka.stream.BoundedSourceQueue;
import akka.stream.QueueOfferResult;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket connection: calls run side by side, channels send values until cancelled.
 *
 * <p>Source: go-jsonrpc: websocket.go, handler.go. Input that is no request object gets no answer.
 */
final class WebSocketSession {

    private static final Logger LOG = LoggerFactory.getLogger(WebSocketSession.class);

    /** A text frame to send, and what to do when it has been handed to the connection. */
    record OutgoingFrame(String text, Runnable onSent) {
        OutgoingFrame(String text) {
            this(text, () -> { });
        }
    }

    private final Dispatcher dispatcher;
    private final Set<Permission> granted;
    private final Executor executor;
    private final BoundedSourceQueue<OutgoingFrame> outgoing;
    private final AtomicLong channelIds = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Map<JsonNode, Runnable> cancellations = new ConcurrentHashMap<>();

    WebSocketSession(Dispatcher dispatcher, Set<Permission> granted, Executor executor,
                     BoundedSourceQueue<OutgoingFrame> outgoing) {
        this.dispatcher = dispatcher;
        this.granted = granted;
        this.executor = executor;
        this.outgoing = outgoing;
    }

    /** Takes one message of the client. */
    void received(byte[] message) {
        JsonNode value;
        try {
            value = dispatcher.mapper().readTree(message);
        } catch (JsonProcessingException e) {
            LOG.debug("ignored a frame that is not JSON: {}", e.getOriginalMessage());
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (value.isObject()) {
            serve(value);
        }
    }

    /** Ends all calls and channels: the connection is gone. */
    void disconnected() {
        if (closed.compareAndSet(false, true)) {
            cancellations.values().forEach(Runnable::run);
            cancellations.clear();
            outgoing.complete();
        }
    }

    /** Sends a frame; a client that leaves too many frames unread loses the connection. */
    boolean send(OutgoingFrame frame) {
        QueueOfferResult result = outgoing.offer(frame);
        if (result instanceof QueueOfferResult.Dropped$) {
            LOG.warn("a WebSocket client left too many frames unread: closing its connection");
            outgoing.fail(new IllegalStateException("too many unread frames"));
            executor.execute(this::disconnected);
        }
        return result instanceof QueueOfferResult.Enqueued$;
    }

    String text(JsonNode json) {
        return Json.write(dispatcher.mapper(), json);
    }

    JsonNode tree(Object value) {
        return dispatcher.mapper().valueToTree(value);
    }

    /** Forgets a request that can no longer be cancelled. */
    void settled(JsonNode requestId) {
        cancellations.remove(requestId);
    }

    private void serve(JsonNode value) {
        Request request;
        try {
            request = Request.of(value);
        } catch (RpcFailure e) {
            LOG.debug("ignored a request: {}", e.getMessage());
            return;
        }
        if (request.method().equals("xrpc.cancel")) {
            cancel(request.params());
        } else {
            executor.execute(() -> invoke(request));
        }
    }

    private void cancel(JsonNode params) {
        if (params.size() != 1) {
            LOG.debug("ignored a cancel with {} parameters", params.size());
            return;
        }
        JsonNode id = Request.of(JsonNodeFactory.instance.objectNode()
                .set("id", params.get(0))).id();
        Runnable cancellation = cancellations.remove(id);
        if (cancellation != null) {
            executor.execute(cancellation);
        }
    }

    private void invoke(Request request) {
        try {
            RpcMethod method = dispatcher.method(request);
            Arguments arguments = dispatcher.arguments(method, request, granted);
            switch (method) {
                case RpcMethod.Call call -> call(call, request, arguments);
                case RpcMethod.Channel channel -> subscribe(channel, request, arguments);
            }
        } catch (RuntimeException e) {
            reply(request, dispatcher.reply(request, null, e));
        }
    }

    private void call(RpcMethod.Call call, Request request, Arguments arguments) {
        CompletableFuture<?> stage = dispatcher.start(call, arguments).toCompletableFuture();
        if (!request.isNotification()) {
            cancellations.put(request.id(), () -> stage.cancel(true));
        }
        if (closed.get()) {
            stage.cancel(true);
        }
        stage.whenComplete((result, failure) -> {
            settled(request.id());
            reply(request, replyOf(request, result, failure));
        });
    }

    private Reply replyOf(Request request, Object result, Throwable failure) {
        try {
            return dispatcher.reply(request, result, failure);
        } catch (RuntimeException e) {
            return dispatcher.reply(request, null, e);
        }
    }

    private void subscribe(RpcMethod.Channel method, Request request, Arguments arguments) {
        var channel = new OutgoingChannel(this, channelIds.incrementAndGet(), request.id());
        channel.started(method.subscriber().subscribe(arguments, channel));
        if (!request.isNotification()) {
            cancellations.put(request.id(), channel::complete);
        }
        if (closed.get()) {
            channel.complete();
        }
        reply(request, Reply.result(request.id(), LongNode.valueOf(channel.id())));
        channel.open();
    }

    private void reply(Request request, Reply reply) {
        if (!request.isNotification()) {
            send(new OutgoingFrame(reply.text(dispatcher.mapper())));
        }
    }
}
