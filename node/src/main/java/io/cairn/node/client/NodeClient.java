package io.cairn.node.client;

import io.cairn.node.config.Settings;
import io.cairn.node.home.Signposts;
import io.cairn.protocol.rpc.ConnectionException;
import io.cairn.protocol.rpc.FullNodeClient;
import io.cairn.protocol.rpc.NodeEndpoint;
import io.cairn.protocol.rpc.RpcException;
import io.cairn.protocol.rpc.RpcOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Asks the chain that a home works with, one question after the other over plain HTTP: the embedded chain, found by what
 * it wrote into the home, or the node of {@code cairn.node.api-info}.
 */
public final class NodeClient implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final NodeEndpoint endpoint;
    private final String remedy;
    private final Duration timeout;
    private final List<AutoCloseable> connections = new ArrayList<>();

    private NodeClient(NodeEndpoint endpoint, String remedy, Duration timeout) {
        this.endpoint = endpoint;
        this.remedy = remedy;
        this.timeout = timeout;
    }

    /** A client of the chain that these settings name. */
    public static NodeClient of(Settings settings) {
        Duration timeout = settings.node().callTimeout();
        if (settings.node().embedded()) {
            String remedy = "no chain is running in " + settings.home() + "; start it with ./cairn run";
            return new NodeClient(embedded(settings.home(), remedy), remedy, timeout);
        }
        NodeEndpoint node = NodeEndpoint.parse(settings.node().apiInfo());
        return new NodeClient(overHttp(node), "the node of cairn.node.api-info (FULLNODE_API_INFO) at " + node
                + " does not answer; see that it runs and can be reached", timeout);
    }

    private static NodeEndpoint embedded(Path home, String remedy) {
        Signposts signposts = new Signposts(home);
        try {
            return overHttp(NodeEndpoint.parse(
                    Files.readString(signposts.chainToken()).strip() + ":" + Files.readString(signposts.chainApi()).strip()));
        } catch (NoSuchFileException e) {
            throw new NotReachableException(remedy);
        } catch (IOException e) {
            throw new NotReachableException("cannot read where the chain of " + home + " listens: " + e);
        }
    }

    private static NodeEndpoint overHttp(NodeEndpoint endpoint) {
        NodeEndpoint plain = NodeEndpoint.of(URI.create(endpoint.toString().replaceFirst("^ws", "http")));
        return endpoint.token().map(plain::withToken).orElse(plain);
    }

    /** A face of the node, such as {@link io.cairn.protocol.api.FullNode}. */
    public <A extends AutoCloseable> A as(Class<A> api) {
        A client = FullNodeClient.connect(
                api, endpoint, RpcOptions.defaults().withConnectTimeout(CONNECT).withCallTimeout(timeout));
        connections.add(client);
        return client;
    }

    /**
     * Waits for an answer.
     *
     * @throws NotReachableException when there is none
     * @throws RefusedException in the node's own words when it answers an error
     */
    public <T> T answer(CompletableFuture<T> asked) {
        try {
            return asked.orTimeout(timeout.plus(CONNECT).toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException e) {
            throw switch (e.getCause()) {
                case RpcException refused -> new RefusedException(refused.code(), refused.getMessage());
                case ConnectionException away when away.refusesToken() -> new RefusedException(0, away.getMessage());
                case ConnectionException away -> new NotReachableException(remedy + " (" + away.getMessage() + ")");
                case TimeoutException _ -> new NotReachableException(remedy + " (no answer within " + timeout.toSeconds() + " s)");
                default -> e;
            };
        }
    }

    /** Asks through a face and waits for the answer. */
    public <A extends AutoCloseable, T> T ask(Class<A> api, Function<A, CompletableFuture<T>> question) {
        return answer(question.apply(as(api)));
    }

    @Override
    public void close() {
        for (AutoCloseable connection : connections) {
            try {
                connection.close();
            } catch (Exception e) {
                throw new IllegalStateException("a connection to the node could not be ended", e);
            }
        }
    }
}
