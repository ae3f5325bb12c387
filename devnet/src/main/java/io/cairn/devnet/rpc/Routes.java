package io.cairn.devnet.rpc;

import akka.NotUsed;
import akka.http.javadsl.model.AttributeKeys;
import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.model.ws.Message;
import akka.http.javadsl.model.ws.TextMessage;
import akka.stream.KillSwitches;
import akka.stream.Materializer;
import akka.stream.SharedKillSwitch;
import akka.stream.javadsl.Flow;
import akka.stream.javadsl.Sink;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Answers HTTP requests and upgrades. */
final class Routes {

    private static final long MOST_REQUEST_BYTES = 100L << 20;
    private static final Duration SLOWEST_UPLOAD = Duration.ofMinutes(2);
    private static final int MOST_UNSENT_FRAMES = 4096;
    private static final int CONCURRENT_FRAMES = 1;

    private final Map<String, Dispatcher> dispatchers;
    private final Tokens tokens;
    private final Executor executor;
    private final Materializer materializer;
    private final SharedKillSwitch connections = KillSwitches.shared("rpc-connections");

    Routes(Map<String, MethodTable> tables, Tokens tokens, ObjectMapper mapper, Executor executor,
           Materializer materializer) {
        var byPath = new HashMap<String, Dispatcher>();
        tables.forEach((path, table) -> byPath.put(path, new Dispatcher(table, mapper)));
        this.dispatchers = Map.copyOf(byPath);
        this.tokens = tokens;
        this.executor = executor;
        this.materializer = materializer;
    }

    CompletionStage<HttpResponse> handle(HttpRequest request) {
        String path = request.getUri().path();
        if (path.equals("/health/livez") || path.equals("/health/readyz")) {
            return discard(request, HttpResponse.create().withStatus(StatusCodes.OK));
        }
        Dispatcher dispatcher = dispatchers.get(path);
        if (dispatcher == null) {
            return discard(request, notFound());
        }
        Set<Permission> granted;
        try {
            granted = Authorization.permissions(request, tokens);
        } catch (Tokens.InvalidToken e) {
            return discard(request, HttpResponse.create().withStatus(StatusCodes.UNAUTHORIZED));
        }
        return request.getAttribute(AttributeKeys.webSocketUpgrade)
                .<CompletionStage<HttpResponse>>map(upgrade -> CompletableFuture.completedFuture(
                        upgrade.handleMessagesWith(flow(dispatcher, granted))))
                .orElseGet(() -> call(dispatcher, request, granted));
    }

    /** Ends all WebSocket connections, which outlive their listener. */
    void closeConnections() {
        connections.shutdown();
    }

    private CompletionStage<HttpResponse> call(Dispatcher dispatcher, HttpRequest request,
                                               Set<Permission> granted) {
        var calls = new HttpCalls(dispatcher);
        return request.entity().toStrict(SLOWEST_UPLOAD.toMillis(), MOST_REQUEST_BYTES, materializer)
                .thenApplyAsync(entity -> response(calls.answer(entity.getData().toArray(), granted)), executor);
    }

    private Flow<Message, Message, NotUsed> flow(Dispatcher dispatcher, Set<Permission> granted) {
        var outgoing = Source.<WebSocketSession.OutgoingFrame>queue(MOST_UNSENT_FRAMES)
                .preMaterialize(materializer);
        var session = new WebSocketSession(dispatcher, granted, executor, outgoing.first());
        var messages = new MessageAssembler(MOST_REQUEST_BYTES, SLOWEST_UPLOAD, materializer);
        Sink<Message, NotUsed> incoming = Flow.<Message>create()
                .mapAsync(CONCURRENT_FRAMES, messages::assemble)
                .map(ByteString::toArray)
                .to(Sink.foreach(session::received));
        Source<Message, NotUsed> frames = outgoing.second().map(frame -> {
            frame.onSent().run();
            return TextMessage.create(frame.text());
        });
        return Flow.fromSinkAndSourceCoupled(incoming, frames)
                .via(connections.<Message>flow())
                .watchTermination((unused, done) -> {
                    done.whenComplete((finished, failure) -> session.disconnected());
                    return NotUsed.getInstance();
                });
    }

    private CompletionStage<HttpResponse> discard(HttpRequest request, HttpResponse response) {
        request.discardEntityBytes(materializer);
        return CompletableFuture.completedFuture(response);
    }

    private static HttpResponse notFound() {
        return HttpResponse.create().withStatus(StatusCodes.NOT_FOUND)
                .withEntity(ContentTypes.TEXT_PLAIN_UTF8, "404 page not found\n");
    }

    private static HttpResponse response(HttpCalls.Answer answer) {
        return HttpResponse.create().withStatus(answer.status())
                .withEntity(HttpEntities.create(ContentTypes.APPLICATION_JSON, answer.body()));
    }
}
