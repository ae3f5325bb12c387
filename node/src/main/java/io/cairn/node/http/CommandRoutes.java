package io.cairn.node.http;

import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.server.AllDirectives;
import akka.http.javadsl.server.PathMatchers;
import akka.http.javadsl.server.Route;
import akka.http.javadsl.unmarshalling.Unmarshaller;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cairn.node.view.Commands;
import io.cairn.node.view.UserData;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import scala.concurrent.duration.FiniteDuration;

/** The paths of the endpoint that change something, or hand out a user's data. */
final class CommandRoutes extends AllDirectives {

    private static final long MOST_ARGUMENT_BYTES = 64 << 10;
    private static final long MOST_FILE_BYTES = 1L << 40;
    private static final FiniteDuration READING = FiniteDuration.create(10, TimeUnit.SECONDS);

    private final Commands commands;
    private final Optional<UserData> data;
    private final ObjectMapper json = new ObjectMapper();

    CommandRoutes(Commands commands, Optional<UserData> data) {
        this.commands = commands;
        this.data = data;
    }

    /** The routes below {@code /v1}; who comes here has shown the token. */
    Route route() {
        return concat(
                post(() -> concat(
                        path("pledge", () -> argument(body -> commands.pledge(text(body, "request"), number(body, "count")))),
                        path(PathMatchers.segment("wallet").slash("send"), () -> argument(body -> commands.transfer(
                                text(body, "request"), text(body, "from"), text(body, "to"), text(body, "amount")))),
                        path(PathMatchers.segment("wallet").slash("control"), () -> argument(body ->
                                commands.setControl(text(body, "request"), texts(body, "addresses")))),
                        path(PathMatchers.segment("sectors").slash(PathMatchers.longSegment()).slash("resume"),
                                sector -> argument(_ -> commands.resumeSector(sector))),
                        path(PathMatchers.segment("deals").slash(PathMatchers.segment()).slash("retry"),
                                deal -> argument(_ -> commands.retryDeal(deal))),
                        path(PathMatchers.segment("deals").slash(PathMatchers.segment()).slash("cancel"),
                                deal -> argument(_ -> commands.cancelDeal(deal))),
                        path(PathMatchers.segment("sectors").slash(PathMatchers.longSegment()).slash("remove"),
                                sector -> argument(body -> commands.removeSector(sector, text(body, "reason")))),
                        path(PathMatchers.segment("sectors").slash(PathMatchers.longSegment()).slash("check"), sector ->
                                withoutRequestTimeout(() -> argument(body -> commands.checkSector(sector, flag(body, "full"))))))),
                data.map(this::files).orElseGet(this::reject));
    }

    private Route files(UserData files) {
        return concat(
                post(() -> path("files", () -> parameter("name", name -> parameterOptional("again", again -> withoutRequestTimeout(() ->
                        withSizeLimit(MOST_FILE_BYTES, () -> extractDataBytes(bytes ->
                                answer(files.store(name, again.filter("true"::equals).isPresent(), bytes))))))))),
                get(() -> path(PathMatchers.segment("files").slash(PathMatchers.segment()), id -> withoutRequestTimeout(() ->
                        onComplete(files.retrieve(id), outcome -> complete(outcome.isSuccess()
                                ? HttpResponse.create().withEntity(HttpEntities.create(
                                        ContentTypes.APPLICATION_OCTET_STREAM, outcome.get()))
                                : Problems.of(outcome.failed().get())))))));
    }

    private Route argument(Function<ObjectNode, CompletionStage<JsonNode>> command) {
        return toStrictEntity(READING, MOST_ARGUMENT_BYTES, () ->
                entity(Unmarshaller.entityToString(), body -> {
                    try {
                        return answer(command.apply(object(body)));
                    } catch (IllegalArgumentException e) {
                        return complete(Problems.of(e));
                    }
                }));
    }

    private Route answer(CompletionStage<JsonNode> outcome) {
        return onComplete(outcome, result -> complete(result.isSuccess()
                ? HttpResponse.create().withStatus(StatusCodes.OK).withEntity(Problems.json(result.get()))
                : Problems.of(result.failed().get())));
    }

    private ObjectNode object(String body) {
        try {
            if (json.readTree(body.isBlank() ? "{}" : body) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the body is not JSON: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("the body is " + body + "; expected a JSON object");
    }

    private static String text(ObjectNode body, String field) {
        if (!body.path(field).isTextual() || body.get(field).asText().isBlank()) {
            throw new IllegalArgumentException("field " + field + " is " + body.path(field) + "; expected a text");
        }
        return body.get(field).asText();
    }

    private static List<String> texts(ObjectNode body, String field) {
        if (!body.path(field).isArray()) {
            throw new IllegalArgumentException("field " + field + " is " + body.path(field) + "; expected a list of texts");
        }
        return body.get(field).valueStream().map(JsonNode::asText).toList();
    }

    private static int number(ObjectNode body, String field) {
        if (!body.path(field).canConvertToInt() || !body.path(field).isIntegralNumber()) {
            throw new IllegalArgumentException("field " + field + " is " + body.path(field) + "; expected a number");
        }
        return body.get(field).asInt();
    }

    private static boolean flag(ObjectNode body, String field) {
        if (!body.path(field).isBoolean()) {
            throw new IllegalArgumentException("field " + field + " is " + body.path(field) + "; expected true or false");
        }
        return body.get(field).asBoolean();
    }
}
