package io.cairn.devnet.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cairn.devnet.rpc.WebSocketSession.OutgoingFrame;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One channel of a connection. Values wait until the reply with the channel's number has been sent; a reader more than
 * 16 values behind has its channel closed.
 *
 * <p>Frames: go-jsonrpc: websocket.go ({@code xrpc.ch.val}, {@code xrpc.ch.close}); the limit: lotus:
 * chain/store/store.go (SubHeadChanges).
 */
final class OutgoingChannel implements RpcMethod.ChannelSink {

    private static final int MOST_UNSENT = 16;

    private final WebSocketSession session;
    private final long id;
    private final JsonNode requestId;
    private final Deque<OutgoingFrame> beforeOpen = new ArrayDeque<>();
    private RpcMethod.ChannelHandle handle;
    private int unsent;
    private boolean open;
    private boolean closed;

    OutgoingChannel(WebSocketSession session, long id, JsonNode requestId) {
        this.session = session;
        this.id = id;
        this.requestId = requestId;
    }

    long id() {
        return id;
    }

    /** Takes what ends the subscription; ends it at once when the channel closed while it was being made. */
    void started(RpcMethod.ChannelHandle subscription) {
        boolean alreadyClosed;
        synchronized (this) {
            handle = subscription;
            alreadyClosed = closed;
        }
        if (alreadyClosed) {
            subscription.close();
        }
    }

    /** Lets values flow, the held ones first. */
    synchronized void open() {
        open = true;
        beforeOpen.forEach(session::send);
        beforeOpen.clear();
    }

    @Override
    public boolean offer(Object value) {
        ObjectNode message = message("xrpc.ch.val");
        message.withArray("params").add(id).add(session.tree(value));
        var frame = new OutgoingFrame(session.text(message), this::sent);
        synchronized (this) {
            if (!closed && unsent < MOST_UNSENT) {
                unsent++;
                return enqueue(frame);
            }
        }
        complete();
        return false;
    }

    @Override
    public void complete() {
        RpcMethod.ChannelHandle ending;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            ending = handle;
            ObjectNode message = message("xrpc.ch.close");
            message.withArray("params").add(id);
            enqueue(new OutgoingFrame(session.text(message) + "\n"));
        }
        session.settled(requestId);
        if (ending != null) {
            ending.close();
        }
    }

    private synchronized void sent() {
        unsent--;
    }

    private boolean enqueue(OutgoingFrame frame) {
        return open ? session.send(frame) : beforeOpen.add(frame);
    }

    private static ObjectNode message(String method) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("jsonrpc", "2.0");
        message.put("method", method);
        message.putArray("params");
        return message;
    }
}
