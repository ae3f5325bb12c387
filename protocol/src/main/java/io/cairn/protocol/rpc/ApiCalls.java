package io.cairn.protocol.rpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns calls of an API's Java methods into calls over a transport. */
final class ApiCalls implements InvocationHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiCalls.class);

    private final URI uri;
    private final Transport transport;
    private final RpcOptions options;
    private final ObjectMapper mapper;
    private final Executor executor;
    private final Map<Method, ApiMethod> methods = new ConcurrentHashMap<>();

    ApiCalls(URI uri, Transport transport, RpcOptions options, ObjectMapper mapper, Executor executor) {
        this.uri = uri;
        this.transport = transport;
        this.options = options;
        this.mapper = mapper;
        this.executor = executor;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, arguments);
        }
        if (method.getName().equals("close") && method.getParameterCount() == 0) {
            transport.close();
            return null;
        }
        ApiMethod call = methods.computeIfAbsent(method, declared -> ApiMethod.of(declared, mapper));
        return call.isSubscription() ? subscribe(call, arguments[0]) : call(call, arguments);
    }

    private Object ofObject(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "node at " + uri;
        };
    }

    private CompletableFuture<Object> call(ApiMethod method, Object[] arguments) {
        Duration timeout = method.waitsForChain() ? options.waitTimeout() : options.callTimeout();
        CompletableFuture<JsonNode> reply = transport.call(method.wireName(), params(method, arguments), timeout);
        var result = new CompletableFuture<Object>();
        reply.whenCompleteAsync((json, failure) -> {
            try {
                if (failure == null) {
                    result.complete(read(method, json));
                } else {
                    result.completeExceptionally(unwrapped(failure));
                }
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        }, executor);
        return Cancellation.passedOn(reply, result);
    }

    @SuppressWarnings("unchecked") // The value is read by the consumer's own type argument.
    private Subscription subscribe(ApiMethod method, Object consumer) {
        var values = (Consumer<Object>) consumer;
        return transport.subscribe(method.wireName(), json -> {
            Object value;
            try {
                value = read(method, json);
            } catch (ConnectionException e) {
                LOG.error("passed over a value of {}: {}", method.wireName(), e.getMessage());
                return;
            }
            values.accept(value);
        });
    }

    private ArrayNode params(ApiMethod method, Object[] arguments) {
        ArrayNode params = mapper.createArrayNode();
        for (int i = 0; i < method.parameters().size(); i++) {
            JavaType type = mapper.constructType(method.parameters().get(i));
            params.add(tree(type, arguments[i]));
        }
        return params;
    }

    private JsonNode tree(JavaType type, Object value) {
        try {
            return mapper.readTree(mapper.writerFor(type).writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a parameter of type " + type + " cannot be written: "
                    + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalStateException("JSON just written cannot be read", e);
        }
    }

    private Object read(ApiMethod method, JsonNode json) {
        if (method.valueType().hasRawClass(Void.class)) {
            return null;
        }
        if (json.isNull() && method.valueType().isCollectionLikeType()) {
            return List.of(); // Go writes a list without entries as null
        }
        try {
            return mapper.readerFor(method.valueType()).readValue(mapper.treeAsTokens(json));
        } catch (IOException | IllegalArgumentException e) {
            throw new ConnectionException(uri, "the reply to " + method.wireName() + " is not understood: "
                    + e.getMessage(), e);
        }
    }

    private static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
