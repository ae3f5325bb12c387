package io.cairn.node.run;

import io.cairn.protocol.api.FullNode;
import io.cairn.protocol.rpc.ConnectionException;
import io.cairn.protocol.rpc.FullNodeClient;
import io.cairn.protocol.rpc.NodeEndpoint;
import io.cairn.protocol.rpc.RpcException;
import io.cairn.protocol.rpc.RpcOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The connection to the full node: waited for when the node is away, refused at once when its token cannot work. */
final class NodeLink implements AutoCloseable {

    private static final String SETTING = "cairn.node.api-info (FULLNODE_API_INFO)";
    private static final String NEEDED = "write";
    private static final String DEVNET_VERSION = "cairn-devnet";
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration DIAL = Duration.ofSeconds(3);

    private final NodeEndpoint endpoint;
    private final Duration callTimeout;
    private final StopSignal stop;
    private final Consumer<String> say;
    private final FullNode node;

    private NodeLink(NodeEndpoint endpoint, Duration callTimeout, StopSignal stop, Consumer<String> say) {
        this.endpoint = endpoint;
        this.callTimeout = callTimeout;
        this.stop = stop;
        this.say = say;
        this.node = FullNodeClient.connect(
                endpoint, RpcOptions.defaults().withConnectTimeout(DIAL).withCallTimeout(callTimeout));
    }

    /**
     * Reads an operator's API info.
     *
     * @throws StartException when it cannot be read, has no token, or is not for a WebSocket
     */
    static NodeEndpoint endpoint(String apiInfo) {
        NodeEndpoint endpoint;
        try {
            endpoint = NodeEndpoint.parse(apiInfo);
        } catch (IllegalArgumentException e) {
            throw new StartException(SETTING + " cannot be read: " + e.getMessage(), e);
        }
        if (endpoint.token().isEmpty()) {
            throw new StartException(SETTING + " names " + endpoint + " without a token; expected"
                    + " TOKEN:/ip4/127.0.0.1/tcp/1234/http with a token that may " + NEEDED);
        }
        if (!endpoint.isWebSocket()) {
            throw new StartException(SETTING + " names " + endpoint
                    + "; the chain is followed over a WebSocket: write a multiaddress or a ws:// URL");
        }
        return endpoint;
    }

    /**
     * Connects; while the node is away, says so and tries again with growing pauses.
     *
     * @throws StartException when the node refuses the token, or the token may not send messages
     * @throws StopAskedException when the operator does not want to wait any longer
     */
    static NodeLink open(NodeEndpoint endpoint, Duration callTimeout, StopSignal stop, Consumer<String> say) throws IOException {
        NodeLink link = new NodeLink(endpoint, callTimeout, stop, say);
        try {
            link.requirePermission();
            return link;
        } catch (IOException | RuntimeException e) {
            link.close();
            throw e;
        }
    }

    /**
     * Makes a call that may be made twice, again and again while the node is away, and waits for its answer.
     *
     * @throws RpcException when the node answers with an error
     * @throws IOException when the answer is not understood
     */
    <T> T ask(Supplier<CompletableFuture<T>> call) throws IOException {
        for (Duration pause = FIRST_PAUSE; ; pause = longer(pause)) {
            try {
                return answer(call.get());
            } catch (ConnectionException away) {
                if (away.refusesToken()) {
                    throw refused("is refused", away);
                }
                say.accept("  ! the node does not answer: " + away.getMessage() + "; trying again in "
                        + pause.toSeconds() + " s");
                stop.pause(pause);
            }
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private void requirePermission() throws IOException {
        List<String> permissions = ask(() -> node.authVerify(endpoint.token().orElseThrow()));
        if (!permissions.contains(NEEDED)) {
            throw refused("has only the permissions " + permissions, null);
        }
    }

    private StartException refused(String what, Throwable cause) {
        return new StartException("the token for the node at " + endpoint + " " + what + "; set " + SETTING
                + " to a token of that node that may " + NEEDED + " (Lotus: 'lotus auth api-info --perm " + NEEDED + "')", cause);
    }

    private <T> T answer(CompletableFuture<T> call) throws IOException {
        try {
            return call.orTimeout(callTimeout.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RpcException || e.getCause() instanceof ConnectionException) {
                throw (RuntimeException) e.getCause();
            }
            throw new IOException("the node did not answer: " + e.getCause(), e);
        }
    }

    FullNode node() {
        return node;
    }

    NodeEndpoint endpoint() {
        return endpoint;
    }

    /** Whether the node is Cairn's devnet, which also answers {@code Devnet.*}. */
    boolean isDevnet() throws IOException {
        return ask(node::version).version().startsWith(DEVNET_VERSION);
    }

    @Override
    public void close() {
        node.close();
    }
}
