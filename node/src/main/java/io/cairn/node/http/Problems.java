package io.cairn.node.http;

import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpEntity;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.ResponseEntity;
import akka.http.javadsl.model.StatusCode;
import akka.http.javadsl.model.StatusCodes;
import akka.http.scaladsl.model.EntityStreamSizeException;
import akka.http.scaladsl.model.IllegalRequestException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cairn.node.view.NoSuchViewException;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers as JSON, and what is answered where something failed: {@code {"error": "one clear line"}}. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private Problems() {}

    /** The answer to a request that failed. */
    static HttpResponse of(Throwable failure) {
        Throwable cause = failure instanceof CompletionException e && e.getCause() != null ? e.getCause() : failure;
        StatusCode status = switch (cause) {
            case NoSuchViewException _ -> StatusCodes.NOT_FOUND;
            case IllegalArgumentException _ -> StatusCodes.BAD_REQUEST;
            case IllegalStateException _ -> StatusCodes.CONFLICT;
            case IllegalRequestException refused -> refused.status();
            case EntityStreamSizeException _ -> StatusCodes.REQUEST_ENTITY_TOO_LARGE;
            default -> StatusCodes.SERVICE_UNAVAILABLE;
        };
        if (status.equals(StatusCodes.SERVICE_UNAVAILABLE)) {
            LOG.warn("a request failed", cause);
        }
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return HttpResponse.create().withStatus(status).withEntity(entity(reason));
    }

    /** A refusal of the routes themselves, such as a path that does not exist, in the form of all others. */
    static HttpResponse inJson(HttpResponse refusal) {
        return refusal.entity() instanceof HttpEntity.Strict plain
                ? refusal.withEntity(entity(plain.getData().utf8String()))
                : refusal;
    }

    /** A refusal's body. */
    static ResponseEntity entity(String reason) {
        return json(JsonNodeFactory.instance.objectNode().put("error", reason));
    }

    /** Any JSON as a body. */
    static ResponseEntity json(JsonNode node) {
        return HttpEntities.create(ContentTypes.APPLICATION_JSON, text(node));
    }

    static String text(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer could not be written as JSON", e);
        }
    }
}
