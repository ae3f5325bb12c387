package io.cairn.protocol.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls and channels over one WebSocket that is made again whenever it breaks: calls in progress fail then, channels
 * are opened anew.
 *
 * <p>Source: go-jsonrpc: websocket.go, client.go; opening channels anew is ours.
 */
final class WebSocketTransport implements Transport {

    private static final Logger LOG = LoggerFactory.getLogger(WebSocketTransport.class);
    private static final int UNAUTHORIZED = 401;

    /** A call in progress: what to do with its reply and how it fails. */
    private record Pending(WebSocketLink link, CompletableFuture<JsonNode> reply) {
    }

    private final URI uri;
    private final NodeEndpoint endpoint;
    private final RpcOptions options;
    private final Frames frames;
    private final Executor executor;
    private final HttpClient client;
    private final ScheduledExecutorService timer;
    private final Backoff backoff = new Backoff(RandomGenerator.getDefault());
    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, Pending> pending = new ConcurrentHashMap<>();
    private final Map<Long, ChannelSubscription> channels = new ConcurrentHashMap<>();
    private final Map<ChannelSubscription, Long> requests = new ConcurrentHashMap<>();
    private final Set<ChannelSubscription> subscriptions = ConcurrentHashMap.newKeySet();
    private volatile CompletableFuture<WebSocketLink> connection = new CompletableFuture<>();
    private volatile String lastFailure = "the connection is still being made";
    private volatile boolean closed;

    WebSocketTransport(NodeEndpoint endpoint, RpcOptions options, Frames frames, Executor executor) {
        this.uri = endpoint.uri(options.apiVersion());
        this.endpoint = endpoint;
        this.options = options;
        this.frames = frames;
        this.executor = executor;
        this.client = HttpClient.newBuilder().connectTimeout(options.connectTimeout()).executor(executor).build();
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("node-connection-timer").factory());
        dial(0);
    }

    @Override
    public CompletableFuture<JsonNode> call(String method, ArrayNode params, Duration timeout) {
        long id = ids.incrementAndGet();
        var reply = new CompletableFuture<JsonNode>();
        connected().whenComplete((link, failure) -> {
            if (failure != null) {
                reply.completeExceptionally(failure);
            } else if (!reply.isDone()) {
                start(link, id, frames.request(id, method, params), reply);
            }
        });
        reply.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((result, failure) -> withdraw(id, failure));
        return Cancellation.passedOn(reply, reply.handle((result, failure) ->
                frames.result(method, resultOf(method, timeout, result, failure))));
    }

    @Override
    public Subscription subscribe(String method, Consumer<JsonNode> values) {
        var subscription = new ChannelSubscription(this, method, values, executor);
        subscriptions.add(subscription);
        open(subscription, 0);
        return subscription;
    }

    void unsubscribe(ChannelSubscription subscription) {
        subscriptions.remove(subscription);
        Long request = requests.remove(subscription);
        WebSocketLink link = connection.getNow(null);
        if (request != null && link != null) {
            link.send(frames.cancel(request));
        }
    }

    @Override
    public void close() {
        closed = true;
        connection.thenAccept(WebSocketLink::close);
        connection.completeExceptionally(new ConnectionException(uri, "the client is closed", null));
        failPending("the client is closed");
        timer.shutdownNow();
        client.shutdownNow();
    }

    private CompletableFuture<WebSocketLink> connected() {
        return connection.copy().orTimeout(options.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        failure instanceof TimeoutException ? new ConnectionException(uri, lastFailure, null) : failure));
    }

    private void start(WebSocketLink link, long id, String request, CompletableFuture<JsonNode> reply) {
        pending.put(id, new Pending(link, reply));
        link.send(request);
        if (connection.getNow(null) != link && pending.remove(id) != null) {
            reply.completeExceptionally(new ConnectionException(uri, lastFailure, null));
        }
    }

    private void withdraw(long id, Throwable failure) {
        Pending call = pending.remove(id);
        if (failure != null && call != null) {
            call.link().send(frames.cancel(id));
        }
    }

    private JsonNode resultOf(String method, Duration timeout, JsonNode reply, Throwable failure) {
        if (failure == null) {
            return reply;
        }
        if (failure instanceof TimeoutException) {
            throw new ConnectionException(uri, "no reply to " + method + " within " + timeout.toMillis() + " ms", failure);
        }
        throw failure instanceof RuntimeException exception ? exception : new CompletionException(failure);
    }

    private void dial(int attempt) {
        var link = new WebSocketLink[1];
        link[0] = new WebSocketLink(options.mostFrameBytes(), this::received, reason -> lost(link[0], reason));
        WebSocket.Builder builder = client.newWebSocketBuilder().connectTimeout(options.connectTimeout());
        endpoint.token().ifPresent(token -> builder.header("Authorization", "Bearer " + token));
        builder.buildAsync(uri, link[0]).whenComplete((socket, failure) -> {
            if (failure == null) {
                opened(link[0]);
            } else {
                failed(attempt, failure);
            }
        });
    }

    private synchronized void opened(WebSocketLink link) {
        if (closed) {
            link.close();
            return;
        }
        LOG.info("connected to the node at {}", uri);
        link.probe(timer, options.pingInterval(), options.silenceTimeout());
        connection.complete(link);
        subscriptions.forEach(subscription -> open(subscription, 0));
    }

    private void failed(int attempt, Throwable failure) {
        lastFailure = reason(failure);
        if (closed) {
            return;
        }
        Duration delay = backoff.delay(attempt);
        if (attempt == 0) {
            LOG.warn("cannot reach the node at {}: {}; trying again", uri, lastFailure);
        }
        timer.schedule(() -> dial(attempt + 1), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause() : failure;
        if (cause instanceof WebSocketHandshakeException handshake) {
            int status = handshake.getResponse().statusCode();
            return status == UNAUTHORIZED ? ConnectionException.TOKEN_REFUSED
                    : "the node refuses the WebSocket (HTTP status " + status + ")";
        }
        return "cannot connect: " + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
    }

    private synchronized void lost(WebSocketLink link, String reason) {
        lastFailure = "connection lost: " + reason;
        if (closed) {
            return;
        }
        LOG.warn("lost the connection to the node at {}: {}", uri, reason);
        if (connection.getNow(null) == link) {
            connection = new CompletableFuture<>();
            channels.clear();
            requests.clear();
            failPending(lastFailure);
            timer.schedule(() -> dial(0), backoff.delay(0).toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void failPending(String reason) {
        List.copyOf(pending.keySet()).forEach(id -> {
            Pending call = pending.remove(id);
            if (call != null) {
                executor.execute(() -> call.reply().completeExceptionally(new ConnectionException(uri, reason, null)));
            }
        });
    }

    /** Asks for the channel on the connection there is; on none it is opened once there is one. */
    private synchronized void open(ChannelSubscription subscription, int attempt) {
        WebSocketLink link = connection.getNow(null);
        if (link == null || subscription.isClosed()) {
            return;
        }
        long id = ids.incrementAndGet();
        if (requests.putIfAbsent(subscription, id) != null) {
            return;
        }
        var reply = new CompletableFuture<JsonNode>();
        pending.put(id, new Pending(link, reply));
        reply.whenComplete((result, failure) -> {
            if (!channels.containsValue(subscription)) {
                retry(subscription, id, attempt, failure == null ? result.toString() : failure.getMessage());
            }
        });
        link.send(frames.request(id, subscription.method(), frames.mapper().createArrayNode()));
    }

    private synchronized void retry(ChannelSubscription subscription, Long request, int attempt, String reason) {
        if (request != null && requests.remove(subscription, request) && !closed) {
            LOG.warn("{}: channel {} is not open: {}; asking again", uri, subscription.method(), reason);
            timer.schedule(() -> open(subscription, attempt + 1), backoff.delay(attempt).toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    private void received(byte[] message) {
        JsonNode frame;
        try {
            frame = frames.mapper().readTree(message);
        } catch (IOException e) {
            LOG.warn("{}: ignored a message that is not JSON: {}", uri, e.getMessage());
            return;
        }
        switch (frame.path("method").asText("")) {
            case "" -> replied(frame);
            case "xrpc.ch.val" -> value(frame.path("params"));
            case "xrpc.ch.close" -> channelClosed(frame.path("params").path(0).asLong());
            case String method -> LOG.warn("{}: ignored a call of {} by the node", uri, method);
        }
    }

    private void replied(JsonNode frame) {
        long id = frame.path("id").asLong();
        Pending call = pending.remove(id);
        if (call == null) {
            LOG.debug("{}: a reply to request {} came too late", uri, id);
            return;
        }
        requests.forEach((subscription, request) -> {
            if (request == id && frame.path("result").isNumber()) {
                channels.put(frame.path("result").asLong(), subscription);
            }
        });
        executor.execute(() -> call.reply().complete(frame));
    }

    private void value(JsonNode params) {
        long channel = params.path(0).asLong();
        ChannelSubscription subscription = channels.get(channel);
        if (subscription == null) {
            LOG.debug("{}: dropped a value of the unknown channel {}", uri, channel);
        } else if (!subscription.offer(params.path(1))) {
            LOG.warn("{}: the consumer of {} is too far behind: opening the channel anew", uri, subscription.method());
            channels.remove(channel);
            abandon(subscription);
        }
    }

    private void abandon(ChannelSubscription subscription) {
        Long request = requests.get(subscription);
        WebSocketLink link = connection.getNow(null);
        if (request != null && link != null) {
            link.send(frames.cancel(request));
            retry(subscription, request, 0, "its consumer fell behind");
        }
    }

    private void channelClosed(long channel) {
        ChannelSubscription subscription = channels.remove(channel);
        if (subscription != null && subscriptions.contains(subscription)) {
            retry(subscription, requests.get(subscription), 0, "the node closed it");
        }
    }
}
