package io.cairn.protocol.rpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON-RPC 2.0 requests as text, and replies as results or exceptions. */
final class Frames {

    private final ObjectMapper mapper;

    Frames(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    ObjectMapper mapper() {
        return mapper;
    }

    String request(long id, String method, ArrayNode params) {
        ObjectNode request = mapper.createObjectNode();
        request.put("jsonrpc", "2.0");
        request.put("id", id);
        request.put("method", method);
        request.set("params", params);
        return write(request);
    }

    String cancel(long requestId) {
        ObjectNode request = mapper.createObjectNode();
        request.put("jsonrpc", "2.0");
        request.put("method", "xrpc.cancel");
        request.putArray("params").add(requestId);
        return write(request);
    }

    /** The result of a reply, a null node for none. Throws the error that it states. */
    JsonNode result(String method, JsonNode reply) {
        JsonNode error = reply.get("error");
        if (error != null && !error.isNull()) {
            throw RpcException.of(method, error);
        }
        JsonNode result = reply.get("result");
        return result == null ? mapper.nullNode() : result;
    }

    private String write(ObjectNode tree) {
        try {
            return mapper.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree could not be written", e);
        }
    }
}
