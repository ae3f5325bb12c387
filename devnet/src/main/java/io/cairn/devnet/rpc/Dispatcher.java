package io.cairn.devnet.rpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the method of a request, reads its arguments, checks the permission, and turns outcomes into replies. */
final class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final RpcFailure CANCELLED = RpcFailure.of("context canceled");

    private final MethodTable methods;
    private final ObjectMapper mapper;

    Dispatcher(MethodTable methods, ObjectMapper mapper) {
        this.methods = methods;
        this.mapper = mapper;
    }

    ObjectMapper mapper() {
        return mapper;
    }

    /** The method that a request names, when there is one. */
    RpcMethod method(Request request) {
        return methods.find(request.method()).orElseThrow(() ->
                RpcFailure.of(RpcFailure.METHOD_NOT_FOUND, "method '" + request.method() + "' not found"));
    }

    /** Reads the arguments and checks the permission; parameters are looked at first, as go-jsonrpc does. */
    Arguments arguments(RpcMethod method, Request request, Set<Permission> granted) {
        Arguments arguments = read(method, request.params());
        if (!granted.contains(method.permission())) {
            throw RpcFailure.of("missing permission to invoke '" + method.shortName() + "' (need '"
                    + method.permission().wireName() + "')");
        }
        return arguments;
    }

    /** Starts a call; a handler that throws gives a failed stage's outcome in the same form. */
    CompletionStage<?> start(RpcMethod.Call call, Arguments arguments) {
        return call.handler().call(arguments);
    }

    /** The reply to a call's outcome. */
    Reply reply(Request request, Object result, Throwable failure) {
        return failure == null ? Reply.result(request.id(), mapper.valueToTree(result))
                : Reply.error(request.id(), failure(request.method(), failure));
    }

    /** The error that a throwable becomes: itself, or code 0 for a fault of the node. */
    RpcFailure failure(String method, Throwable thrown) {
        return switch (thrown) {
            case RpcFailure failure -> failure;
            case CompletionException e when e.getCause() != null -> failure(method, e.getCause());
            case CancellationException _ -> CANCELLED;
            default -> {
                LOG.error("method {} failed unexpectedly", method, thrown);
                yield RpcFailure.of(RpcFailure.PANIC, "fatal error calling '" + method + "': panic in rpc method '"
                        + method + "': " + (thrown.getMessage() == null ? thrown : thrown.getMessage()));
            }
        };
    }

    private Arguments read(RpcMethod method, JsonNode params) {
        if (!params.isArray() && !params.isNull() && !params.isMissingNode()) {
            throw RpcFailure.of(RpcFailure.PARSE_ERROR, "unmarshaling param array: json: cannot unmarshal "
                    + params.getNodeType().name().toLowerCase(Locale.ROOT)
                    + " into Go value of type []jsonrpc.param");
        }
        int expected = method.parameters().size();
        if (params.size() != expected) {
            throw RpcFailure.of(RpcFailure.INVALID_PARAMS,
                    "wrong param count (method '" + method.name() + "'): " + params.size() + " != " + expected);
        }
        var values = new Object[expected];
        for (int i = 0; i < expected; i++) {
            values[i] = readOne(method, method.parameters().get(i), params.get(i));
        }
        return new Arguments(values);
    }

    private Object readOne(RpcMethod method, Parameter parameter, JsonNode value) {
        JavaType type = mapper.constructType(parameter.type());
        try {
            return mapper.readValue(mapper.treeAsTokens(value), type);
        } catch (JsonMappingException e) {
            throw unreadable(method, parameter, e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            throw unreadable(method, parameter, e.getOriginalMessage());
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(method, parameter, e.getMessage());
        }
    }

    private static RpcFailure unreadable(RpcMethod method, Parameter parameter, String reason) {
        return RpcFailure.of(RpcFailure.PARSE_ERROR, "unmarshaling params for '" + method.name() + "' (param: *"
                + parameter.goType() + "): " + reason);
    }
}
