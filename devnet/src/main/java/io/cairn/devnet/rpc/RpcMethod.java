package io.cairn.devnet.rpc;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;

/** A method of a table: its name with namespace, the permission it asks for, its parameters and what it does. */
public sealed interface RpcMethod {

    /** Name with namespace, such as {@code Filecoin.ChainHead}. */
    String name();

    /** The permission that the caller's token must hold. */
    Permission permission();

    /** Positional parameters; a call must give exactly as many. */
    List<Parameter> parameters();

    /** The name without its namespace, as permission errors print it. */
    default String shortName() {
        return name().substring(name().indexOf('.') + 1);
    }

    /**
     * A method that answers once.
     *
     * @param handler computes the result, {@code null} for a method without one. It runs on a thread of its own that
     *     may block; when the caller gives up, the stage it returned is cancelled.
     */
    record Call(String name, Permission permission, List<Parameter> parameters, Handler handler) implements RpcMethod {
        public Call {
            Objects.requireNonNull(handler, "handler");
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * A method that answers with a channel of values; only over a WebSocket.
     *
     * @param subscriber starts the flow of values and returns what ends it
     */
    record Channel(String name, Permission permission, List<Parameter> parameters, Subscriber subscriber)
            implements RpcMethod {
        public Channel {
            Objects.requireNonNull(subscriber, "subscriber");
            parameters = List.copyOf(parameters);
        }
    }

    /** Computes the result of a call. */
    @FunctionalInterface
    interface Handler {
        CompletionStage<?> call(Arguments arguments);
    }

    /** Starts a channel: offers values to the sink, from any thread, until the returned handle is closed. */
    @FunctionalInterface
    interface Subscriber {
        ChannelHandle subscribe(Arguments arguments, ChannelSink sink);
    }

    /** Ends a subscription; called once, when the caller cancels, falls behind or goes away. */
    @FunctionalInterface
    interface ChannelHandle {
        void close();
    }

    /** The caller's end of a channel. */
    interface ChannelSink {

        /**
         * Sends a value. False when the channel is closed, also because the caller fell more than 16 values behind: the
         * value is then dropped and no further one will be taken.
         */
        boolean offer(Object value);

        /** Ends the channel from the node's side. */
        void complete();
    }
}
