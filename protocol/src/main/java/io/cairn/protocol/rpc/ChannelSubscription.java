package io.cairn.protocol.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The receiving end of a channel: values queue up for a consumer that may take its time, and are handed over one after
 * the other. It outlives connections; {@link WebSocketTransport} opens it again on each.
 */
final class ChannelSubscription implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelSubscription.class);
    private static final int MOST_WAITING = 1024;

    private final WebSocketTransport transport;
    private final String method;
    private final Consumer<JsonNode> consumer;
    private final Executor executor;
    private final BlockingQueue<JsonNode> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private boolean draining;
    private volatile boolean closed;

    ChannelSubscription(WebSocketTransport transport, String method, Consumer<JsonNode> consumer, Executor executor) {
        this.transport = transport;
        this.method = method;
        this.consumer = consumer;
        this.executor = executor;
    }

    String method() {
        return method;
    }

    boolean isClosed() {
        return closed;
    }

    /** Takes a value; false when the consumer is so far behind that the values queued have been dropped. */
    boolean offer(JsonNode value) {
        synchronized (this) {
            if (!waiting.offer(value)) {
                waiting.clear();
                return false;
            }
            if (draining) {
                return true;
            }
            draining = true;
        }
        executor.execute(this::drain);
        return true;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            waiting.clear();
            transport.unsubscribe(this);
        }
    }

    private void drain() {
        for (JsonNode value = next(); value != null; value = next()) {
            try {
                consumer.accept(value);
            } catch (RuntimeException e) {
                LOG.error("the consumer of {} failed on a value; going on with the next", method, e);
            }
        }
    }

    private synchronized JsonNode next() {
        JsonNode value = closed ? null : waiting.poll();
        draining = value != null;
        return value;
    }
}
