package io.cairn.node.http;

import akka.NotUsed;
import akka.actor.typed.ActorSystem;
import akka.http.javadsl.marshalling.sse.EventStreamMarshalling;
import akka.http.javadsl.model.ContentType;
import akka.http.javadsl.model.HttpCharsets;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.MediaTypes;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.model.headers.RawHeader;
import akka.http.javadsl.model.sse.ServerSentEvent;
import akka.http.javadsl.server.AllDirectives;
import akka.http.javadsl.server.ExceptionHandler;
import akka.http.javadsl.server.PathMatcher1;
import akka.http.javadsl.server.PathMatchers;
import akka.http.javadsl.server.RejectionHandler;
import akka.http.javadsl.server.Route;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.node.view.Views;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The paths of the management endpoint. */
final class ManagementRoutes extends AllDirectives {

    private static final Duration REFRESH = Duration.ofSeconds(1);
    private static final ContentType METRICS = MediaTypes.customWithFixedCharset(
                    "text", "plain", HttpCharsets.UTF_8, Map.of("version", "0.0.4"), true)
            .toContentType();
    private static final List<String> PAGE_FILES =
            List.of("cairn.css", "cairn.js", "mark.svg", "inter.woff2", "inter-LICENSE.txt");

    private final ActorSystem<?> system;
    private final Views views;
    private final CommandRoutes commands;
    private final Guard guard;
    private final ObjectMapper json = new ObjectMapper();

    ManagementRoutes(ActorSystem<?> system, Faces faces, String host) {
        this.system = system;
        this.views = faces.views();
        this.commands = new CommandRoutes(faces.commands(), faces.userData());
        this.guard = new Guard(faces.token(), host);
    }

    Route route() {
        ExceptionHandler failures =
                ExceptionHandler.newBuilder().matchAny(failure -> complete(Problems.of(failure))).build();
        RejectionHandler rejections = RejectionHandler.defaultHandler().mapRejectionResponse(Problems::inJson);
        return respondWithHeaders(List.of(
                RawHeader.create("X-Content-Type-Options", "nosniff"),
                RawHeader.create("Content-Security-Policy", "default-src 'self'; style-src 'self' 'unsafe-inline'")), () ->
            handleExceptions(failures, () -> handleRejections(rejections, () ->
                guard.visitor(() -> concat(
                    get(this::openToAll),
                    pathPrefix("v1", () -> guard.owner(commands::route)))))));
    }

    private Route openToAll() {
        return concat(
                pathSingleSlash(() -> getFromResource("web/index.html")),
                path("health", () -> complete(StatusCodes.OK, "alive\n")),
                path("ready", this::ready),
                path("metrics", this::metrics),
                path("openapi.json", () -> getFromResource("openapi.json")),
                pathPrefix("v1", () -> concat(
                    path("live", this::live),
                    path("overview", () -> answer(views.overview().thenApply(json::<JsonNode>valueToTree))),
                    path(segment(), name -> answer(views.view(name, ""))),
                    path(segment().slash(segment()), (name, argument) ->
                            name.equals("files") ? reject() : answer(views.view(name, argument))))),
                path(segment(),
                    file -> PAGE_FILES.contains(file) ? getFromResource("web/" + file) : reject()));
    }

    private static PathMatcher1<String> segment() {
        return PathMatchers.segment();
    }

    private Route ready() {
        Views.Readiness readiness = views.readiness();
        return complete(
                readiness.ready() ? StatusCodes.OK : StatusCodes.SERVICE_UNAVAILABLE,
                (readiness.ready() ? "ready" : readiness.reason()) + "\n");
    }

    private Route metrics() {
        return onSuccess(views.overview(), overview -> complete(HttpResponse.create()
                .withEntity(HttpEntities.create(METRICS, ByteString.fromString(Metrics.of(overview))))));
    }

    private Route live() {
        Source<ServerSentEvent, NotUsed> events = Source.tick(Duration.ZERO, REFRESH, 0)
                .mapAsync(1, _ -> views.overview())
                .map(overview -> ServerSentEvent.create(Problems.text(json.valueToTree(overview)), "overview"))
                .keepAlive(Duration.ofSeconds(10), ServerSentEvent::heartbeat)
                .mapMaterializedValue(_ -> NotUsed.getInstance());
        return completeOK(events, EventStreamMarshalling.toEventStream());
    }

    private Route answer(CompletionStage<JsonNode> view) {
        return onComplete(view, outcome -> outcome.isSuccess()
                ? complete(StatusCodes.OK, Problems.json(outcome.get()))
                : complete(Problems.of(outcome.failed().get())));
    }
}
