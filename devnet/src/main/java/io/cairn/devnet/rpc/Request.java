package io.cairn.devnet.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * One request as a server sees it.
 *
 * @param id     a text or number node; null node for a notification, which gets no reply
 * @param method the method's name with namespace, empty when there was none
 * @param params the parameter array, or a null or missing node
 */
record Request(JsonNode id, String method, JsonNode params) {

    private static final double LONG_LIMIT = 0x1p63;

    /**
     * Reads a request object; the {@code jsonrpc} member is not looked at.
     *
     * @throws RpcFailure when the value is no object or the id neither text nor number
     */
    static Request of(JsonNode value) {
        if (!value.isObject()) {
            throw RpcFailure.of(RpcFailure.PARSE_ERROR, "Parse error");
        }
        return new Request(id(value.path("id")), value.path("method").asText(""), value.path("params"));
    }

    boolean isNotification() {
        return id.isNull();
    }

    /** Ids are 64-bit floating point numbers in go-jsonrpc, so large ones come back rounded. */
    private static JsonNode id(JsonNode id) {
        return switch (id.getNodeType()) {
            case STRING -> TextNode.valueOf(id.textValue());
            case NUMBER -> number(id.doubleValue());
            case NULL, MISSING -> NullNode.getInstance();
            case BOOLEAN -> throw badId("bool");
            case ARRAY -> throw badId("[]interface {}");
            default -> throw badId("map[string]interface {}");
        };
    }

    private static JsonNode number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < LONG_LIMIT;
        return whole ? LongNode.valueOf((long) value) : DoubleNode.valueOf(value);
    }

    private static RpcFailure badId(String goType) {
        return RpcFailure.of(RpcFailure.PARSE_ERROR, "failed to parse ID: invalid id type: " + goType);
    }
}
