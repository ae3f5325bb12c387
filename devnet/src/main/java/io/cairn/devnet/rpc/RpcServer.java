package io.cairn.devnet.rpc;

import akka.Done;
import akka.actor.typed.ActorSystem;
import akka.http.javadsl.Http;
import akka.http.javadsl.ServerBinding;
import akka.http.javadsl.settings.ServerSettings;
import akka.stream.SystemMaterializer;
import akka.stream.javadsl.Source;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * A full node's JSON-RPC endpoint: HTTP requests and WebSocket connections on the same paths, bearer tokens, health
 * checks.
 *
 * <p>Source of the behaviour: lotus: node/rpc.go; go-jsonrpc: server.go, handler.go, websocket.go, auth/handler.go.
 */
public final class RpcServer {

    /** The longest that an HTTP call may take; a WebSocket call may wait for as long as the connection lives. */
    static final Duration LONGEST_CALL = Duration.ofMinutes(15);


    private final ServerBinding binding;
    private final Routes routes;

    private RpcServer(ServerBinding binding, Routes routes) {
        this.routes = routes;
        this.binding = binding;
    }

    /**
     * Where and what to serve.
     *
     * @param host   the interface to listen on
     * @param port   the port, 0 for any free one
     * @param tables the methods of each path, such as {@code /rpc/v1}
     */
    public record Settings(String host, int port, Map<String, MethodTable> tables) {
        public Settings {
            tables = Map.copyOf(tables);
        }
    }

    /** Binds the endpoint; the stage fails when the port cannot be had. */
    public static CompletionStage<RpcServer> start(ActorSystem<?> system, Settings settings, Tokens tokens,
                                                   ObjectMapper mapper) {
        Executor executor = task -> Thread.ofVirtual().name("devnet-rpc").start(task);
        var routes = new Routes(settings.tables(), tokens, mapper, executor,
                SystemMaterializer.get(system).materializer());
        return Http.get(system).newServerAt(settings.host(), settings.port())
                .withSettings(serverSettings(system))
                .bind(routes::handle)
                .thenApply(binding -> new RpcServer(binding, routes));
    }

    /** The address that the endpoint listens on. */
    public InetSocketAddress address() {
        return binding.localAddress();
    }

    /** Stops listening and closes the connections within this time. */
    public CompletionStage<Done> stop(Duration within) {
        routes.closeConnections();
        return binding.terminate(within).thenApply(terminated -> Done.getInstance());
    }

    private static ServerSettings serverSettings(ActorSystem<?> system) {
        ServerSettings defaults = ServerSettings.create(system.classicSystem());
        var timeouts = defaults.getTimeouts()
                .withRequestTimeout(scala.concurrent.duration.Duration.create(LONGEST_CALL.toSeconds() + 5,
                        TimeUnit.SECONDS))
                .withIdleTimeout(scala.concurrent.duration.Duration.create(LONGEST_CALL.toSeconds() + 10,
                        TimeUnit.SECONDS));
        var webSocket = defaults.getWebsocketSettings()
                .withPeriodicKeepAliveMaxIdle(scala.concurrent.duration.Duration.create(5, TimeUnit.SECONDS));
        return defaults.withTimeouts(timeouts).withWebsocketSettings(webSocket);
    }
}
