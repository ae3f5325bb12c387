package io.cairn.node.http;

import akka.actor.typed.ActorSystem;
import akka.http.javadsl.Http;
import akka.http.javadsl.ServerBinding;
import io.cairn.node.view.Views;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** The management endpoint: health, metrics, the operator's views as JSON, and the page. */
public final class ManagementServer {

    private static final Duration STOP = Duration.ofSeconds(3);

    private final ServerBinding binding;

    private ManagementServer(ServerBinding binding) {
        this.binding = binding;
    }

    /**
     * Starts to listen.
     *
     * @param port 0 takes a free one
     * @return fails with a message that names address, cause and remedy when the address cannot be bound
     */
    public static CompletionStage<ManagementServer> start(ActorSystem<?> system, String host, int port, Views views) {
        return Http.get(system)
                .newServerAt(host, port)
                .bind(new ManagementRoutes(system, views).route())
                .thenApply(ManagementServer::new)
                .exceptionally(failure -> {
                    Throwable cause = failure instanceof CompletionException e ? e.getCause() : failure;
                    throw new IllegalStateException("the management endpoint cannot listen on " + host + ":" + port + ": "
                            + cause.getMessage() + "; free the port or set cairn.management.port (0 takes any)");
                });
    }

    /** Where the endpoint listens. */
    public InetSocketAddress address() {
        return binding.localAddress();
    }

    /** Stops listening and ends open streams within seconds. */
    public CompletionStage<?> stop() {
        return binding.terminate(STOP);
    }
}
