package io.cairn.devnet.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;

/**
 * The reply to one request: its JSON form and the HTTP status that a reply of its own gets.
 *
 * <p>Members come in go-jsonrpc's order: id, jsonrpc, result, or error, id, jsonrpc.
 */
record Reply(JsonNode json, int httpStatus) {

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;

    static Reply result(JsonNode id, JsonNode result) {
        var json = JsonNodeFactory.instance.objectNode();
        json.set("id", id);
        json.put("jsonrpc", "2.0");
        json.set("result", result);
        return new Reply(json, OK);
    }

    static Reply error(JsonNode id, RpcFailure failure) {
        var json = JsonNodeFactory.instance.objectNode();
        var error = json.putObject("error");
        error.put("code", failure.code());
        error.put("message", failure.getMessage());
        failure.data().ifPresent(data -> error.set("data", data));
        json.set("id", id);
        json.put("jsonrpc", "2.0");
        return new Reply(json, httpStatus(failure.code()));
    }

    static Reply invalidRequest() {
        return error(NullNode.getInstance(), RpcFailure.of(RpcFailure.INVALID_REQUEST, "Invalid request"));
    }

    static Reply parseError() {
        return error(NullNode.getInstance(), RpcFailure.of(RpcFailure.PARSE_ERROR, "Parse error"));
    }

    private static int httpStatus(int code) {
        return switch (code) {
            case RpcFailure.INVALID_REQUEST -> BAD_REQUEST;
            case RpcFailure.PARSE_ERROR, RpcFailure.METHOD_NOT_FOUND, RpcFailure.INVALID_PARAMS, RpcFailure.PANIC ->
                    SERVER_ERROR;
            default -> OK;
        };
    }

    /** The reply as sent: one line with its line feed. */
    String text(ObjectMapper mapper) {
        return Json.write(mapper, json) + "\n";
    }
}
