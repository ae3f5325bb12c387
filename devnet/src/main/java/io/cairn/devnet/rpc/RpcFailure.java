package io.cairn.devnet.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The error that a method answers: code, message and optional data of a JSON-RPC error object. Anything else that a
 * handler throws is a fault of the node and answered as one (code 0).
 *
 * <p>Codes: lotus: api/api_errors.go.
 */
public final class RpcFailure extends RuntimeException {

    static final int GENERIC = 1;
    static final int PARSE_ERROR = -32700;
    static final int INVALID_REQUEST = -32600;
    static final int METHOD_NOT_FOUND = -32601;
    static final int INVALID_PARAMS = -32602;
    static final int PANIC = 0;

    private final int code;
    private final transient JsonNode data;

    private RpcFailure(int code, String message, JsonNode data, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.data = data;
    }

    /** An error without a code of its own (code 1). */
    public static RpcFailure of(String message) {
        return new RpcFailure(GENERIC, message, null, null);
    }

    /** An error without a code of its own (code 1), with the cause for the node's log. */
    public static RpcFailure of(String message, Throwable cause) {
        return new RpcFailure(GENERIC, message, null, cause);
    }

    /** An error with a code. */
    public static RpcFailure of(int code, String message) {
        return new RpcFailure(code, message, null, null);
    }

    /** Code 11, the registered "actor not found": only for methods that answer it unwrapped. */
    public static RpcFailure actorNotFound() {
        return new RpcFailure(11, "actor not found", null, null);
    }

    /** Code 12: the epoch asked for has no tipset; carries the epoch. */
    public static RpcFailure nullRound(long epoch) {
        return new RpcFailure(12, "requested epoch was a null round (" + epoch + ")", LongNode.valueOf(epoch), null);
    }

    /** Code 3: the message was executed and failed; carries the returned bytes in hexadecimal. */
    public static RpcFailure executionReverted(String message, byte[] returned) {
        var hex = TextNode.valueOf("0x" + HexFormat.of().formatHex(returned));
        return new RpcFailure(3, message, hex, null);
    }

    /** The code of the error object. */
    public int code() {
        return code;
    }

    /** The data of the error object, if it has one. */
    public Optional<JsonNode> data() {
        return Optional.ofNullable(data);
    }
}
