package io.cairn.protocol.rpc;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.protocol.api.BusyApi;
import io.cairn.protocol.api.FullNode;
import io.cairn.protocol.api.LotusJson;
import java.lang.reflect.Proxy;
import java.util.concurrent.Executor;

/**
 * Makes clients of a full node's JSON-RPC. A {@code ws} endpoint keeps one connection that is made again whenever it
 * breaks; an {@code http} endpoint sends one request for each call and has no subscriptions.
 */
public final class FullNodeClient {

    /** A full node, and what only an embedded chain answers. */
    private interface AnyNode extends FullNode, BusyApi {
    }

    private FullNodeClient() {
    }

    /** A client with the usual limits. It connects by itself; calls wait for the connection and fail without one. */
    public static FullNode connect(NodeEndpoint endpoint) {
        return connect(endpoint, RpcOptions.defaults());
    }

    /** A client with these limits; it is a {@link BusyApi} as well. */
    public static FullNode connect(NodeEndpoint endpoint, RpcOptions options) {
        return connect(AnyNode.class, endpoint, options);
    }

    /**
     * A client of any interface of calls declared like {@link FullNode}: futures, subscriptions and {@code close}.
     *
     * @param api the interface; methods of an interface with a {@link Namespace} go there, the others to
     *     {@code Filecoin}
     */
    public static <A extends AutoCloseable> A connect(Class<A> api, NodeEndpoint endpoint, RpcOptions options) {
        Executor executor = task -> Thread.ofVirtual().name("node-client").start(task);
        ObjectMapper mapper = LotusJson.mapper();
        var frames = new Frames(mapper);
        Transport transport = endpoint.isWebSocket()
                ? new WebSocketTransport(endpoint, options, frames, executor)
                : new HttpTransport(endpoint, options, frames, executor);
        var calls = new ApiCalls(endpoint.uri(options.apiVersion()), transport, options, mapper, executor);
        return api.cast(Proxy.newProxyInstance(api.getClassLoader(), new Class<?>[] {api}, calls));
    }
}
