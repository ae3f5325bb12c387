package io.cairn.protocol.rpc;

/** A channel of values from the node, which goes on across reconnections until it is closed. */
public interface Subscription extends AutoCloseable {

    /** Ends the channel; a value being handed over is finished, no other follows. */
    @Override
    void close();
}
