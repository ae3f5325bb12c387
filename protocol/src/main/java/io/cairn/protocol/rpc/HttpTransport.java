package io.cairn.protocol.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** One HTTP request for each call; no channels. */
final class HttpTransport implements Transport {

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int SERVER_ERROR = 500;

    private final URI uri;
    private final NodeEndpoint endpoint;
    private final RpcOptions options;
    private final Frames frames;
    private final HttpClient client;
    private final AtomicLong ids = new AtomicLong();

    HttpTransport(NodeEndpoint endpoint, RpcOptions options, Frames frames, Executor executor) {
        this.uri = endpoint.uri(options.apiVersion());
        this.endpoint = endpoint;
        this.options = options;
        this.frames = frames;
        this.client = HttpClient.newBuilder().connectTimeout(options.connectTimeout()).executor(executor)
                .version(HttpClient.Version.HTTP_1_1).build();
    }

    @Override
    public CompletableFuture<JsonNode> call(String method, ArrayNode params, Duration timeout) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(timeout)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(frames.request(ids.incrementAndGet(), method, params)));
        endpoint.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        var body = HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(),
                options.mostFrameBytes());
        CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(request.build(), body);
        return Cancellation.passedOn(exchange, exchange.handle((response, failure) -> {
            if (failure != null) {
                throw unreachable(method, failure);
            }
            return frames.result(method, reply(response));
        }));
    }

    @Override
    public Subscription subscribe(String method, Consumer<JsonNode> values) {
        throw new UnsupportedOperationException(method + " needs a WebSocket: use a ws:// URL or a multiaddr instead of "
                + uri);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private JsonNode reply(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == UNAUTHORIZED) {
            throw new ConnectionException(uri, ConnectionException.TOKEN_REFUSED, null);
        }
        if (status > BAD_REQUEST && status != SERVER_ERROR) {
            throw new ConnectionException(uri, "HTTP status " + status, null);
        }
        try {
            return frames.mapper().readTree(response.body());
        } catch (IOException e) {
            throw new ConnectionException(uri, "the reply is not JSON (HTTP status " + status + ")", e);
        }
    }

    private ConnectionException unreachable(String method, Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause() : failure;
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new ConnectionException(uri, "no reply to " + method + ": " + reason, cause);
    }
}
