package io.cairn.node.http;

import akka.actor.typed.ActorSystem;
import akka.http.javadsl.Http;
import akka.http.javadsl.ServerBinding;
import akka.http.javadsl.settings.ServerSettings;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import scala.concurrent.duration.FiniteDuration;

/** The management endpoint: health, metrics, the operator's views as JSON, commands, and the page. */
public final class ManagementServer {

    private static final Duration STOP = Duration.ofSeconds(3);
    private static final Duration SILENCE = Duration.ofMinutes(10);

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
    public static CompletionStage<ManagementServer> start(ActorSystem<?> system, String host, int port, Faces faces) {
        return Http.get(system)
                .newServerAt(host, port)
                .withSettings(settings(system))
                .bind(new ManagementRoutes(system, faces, host).route())
                .thenApply(ManagementServer::new)
                .exceptionally(failure -> {
                    Throwable cause = failure instanceof CompletionException e ? e.getCause() : failure;
                    throw new IllegalStateException("the management endpoint cannot listen on " + host + ":" + port + ": "
                            + cause.getMessage() + "; free the port or set cairn.management.port (0 takes any)");
                });
    }

    /** A long answer, such as a check of a whole sector, may be silent for a while. */
    private static ServerSettings settings(ActorSystem<?> system) {
        ServerSettings standard = ServerSettings.create(system.classicSystem());
        return standard.withTimeouts(standard.getTimeouts().withIdleTimeout(FiniteDuration.create(SILENCE.toSeconds(), TimeUnit.SECONDS)));
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
