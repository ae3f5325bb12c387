package io.cairn.protocol.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * The node answered a call with an error.
 *
 * <p>Codes: lotus: api/api_errors.go.
 */
public final class RpcException extends RuntimeException {

    /** Any error without a code of its own. */
    public static final int GENERIC = 1;
    /** The message ran out of gas. */
    public static final int OUT_OF_GAS = 2;
    /** The message was executed and failed; the data are its returned bytes. */
    public static final int EXECUTION_REVERTED = 3;
    /** There is no such actor. */
    public static final int ACTOR_NOT_FOUND = 11;
    /** The epoch has no tipset; the data is the epoch. */
    public static final int NULL_ROUND = 12;
    /** The node does not know the method. */
    public static final int METHOD_NOT_FOUND = -32601;

    private final String method;
    private final int code;
    private final String reason;
    private final transient JsonNode data;

    private RpcException(String method, int code, String message, JsonNode data) {
        super(method + ": " + message + " (code " + code + ")");
        this.reason = message;
        this.method = method;
        this.code = code;
        this.data = data;
    }

    /** The exception for the error object of a reply. */
    public static RpcException of(String method, JsonNode error) {
        return new RpcException(method, error.path("code").asInt(GENERIC), error.path("message").asText("no message"),
                error.get("data"));
    }

    /** The method that was called, with its namespace. */
    public String method() {
        return method;
    }

    /** The error's code. */
    public int code() {
        return code;
    }

    /** Whether there is no such actor; Lotus mostly wraps this error and with that loses its code, so its words count as well. */
    public boolean isActorNotFound() {
        return code == ACTOR_NOT_FOUND || reason.contains("actor not found");
    }

    /** The node's words. */
    public String reason() {
        return reason;
    }

    /** The error's data, if it has any. */
    public Optional<JsonNode> data() {
        return Optional.ofNullable(data);
    }
}
