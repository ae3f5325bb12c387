package io.cairn.protocol.rpc;

import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One live WebSocket: puts fragments together, sends in order, probes with pings, and reports once when it is lost.
 *
 * <p>Keep-alive as go-jsonrpc: websocket.go: a ping at each interval; any frame counts as life.
 */
final class WebSocketLink implements WebSocket.Listener {

    private final int mostBytes;
    private final Consumer<byte[]> onMessage;
    private final Consumer<String> onLost;
    private final AtomicBoolean lost = new AtomicBoolean();
    private final ByteArrayOutputStream fragments = new ByteArrayOutputStream();
    private volatile long lastTraffic = System.nanoTime();
    private volatile WebSocket socket;
    private volatile ScheduledFuture<?> keepAlive;
    private CompletableFuture<?> lastSend = CompletableFuture.completedFuture(null);

    WebSocketLink(int mostBytes, Consumer<byte[]> onMessage, Consumer<String> onLost) {
        this.mostBytes = mostBytes;
        this.onMessage = onMessage;
        this.onLost = onLost;
    }

    /** Begins probing. */
    void probe(ScheduledExecutorService timer, Duration interval, Duration silence) {
        keepAlive = timer.scheduleWithFixedDelay(() -> {
            if (System.nanoTime() - lastTraffic > silence.toNanos()) {
                lose("nothing was heard for " + silence.toSeconds() + " s");
            } else {
                send(() -> socket.sendPing(ByteBuffer.allocate(0)));
            }
        }, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Sends a text message after those before it. */
    void send(String text) {
        send(() -> socket.sendText(text, true));
    }

    /** Ends the connection without reporting it as lost. */
    void close() {
        lost.set(true);
        end();
    }

    @Override
    public void onOpen(WebSocket webSocket) {
        socket = webSocket;
        webSocket.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        byte[] bytes = data.toString().getBytes(StandardCharsets.UTF_8);
        return fragment(webSocket, bytes, last);
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        return fragment(webSocket, bytes, last);
    }

    @Override
    public CompletionStage<?> onPing(WebSocket webSocket, ByteBuffer message) {
        return traffic(webSocket);
    }

    @Override
    public CompletionStage<?> onPong(WebSocket webSocket, ByteBuffer message) {
        return traffic(webSocket);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        lose("the node closed the connection (code " + statusCode + (reason.isEmpty() ? "" : ", " + reason) + ")");
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        lose(error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage());
    }

    private CompletionStage<?> traffic(WebSocket webSocket) {
        lastTraffic = System.nanoTime();
        webSocket.request(1);
        return null;
    }

    private CompletionStage<?> fragment(WebSocket webSocket, byte[] bytes, boolean last) {
        if (fragments.size() + bytes.length > mostBytes) {
            lose("a message of more than " + mostBytes + " bytes came in");
            return null;
        }
        fragments.writeBytes(bytes);
        if (last) {
            byte[] message = fragments.toByteArray();
            fragments.reset();
            onMessage.accept(message);
        }
        return traffic(webSocket);
    }

    private void send(Supplier<CompletableFuture<WebSocket>> sending) {
        next(sending).whenComplete((done, failure) -> {
            if (failure != null) {
                lose("sending failed: " + failure.getMessage());
            }
        });
    }

    private synchronized CompletableFuture<?> next(Supplier<CompletableFuture<WebSocket>> sending) {
        lastSend = lastSend.handle((done, failure) -> null).thenCompose(done -> sending.get());
        return lastSend;
    }

    private void lose(String reason) {
        if (lost.compareAndSet(false, true)) {
            end();
            onLost.accept(reason);
        }
    }

    private void end() {
        if (keepAlive != null) {
            keepAlive.cancel(false);
        }
        if (socket != null) {
            socket.abort();
        }
    }
}
