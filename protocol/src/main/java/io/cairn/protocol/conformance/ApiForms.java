package io.cairn.protocol.conformance;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.protocol.api.FullNode;
import io.cairn.protocol.api.LotusJson;
import io.cairn.protocol.rpc.ApiMethod;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads recorded JSON into the types of {@link FullNode} and writes it again. */
final class ApiForms {

    private final ObjectMapper mapper = LotusJson.mapper();
    private final Map<String, ApiMethod> methods = Arrays.stream(FullNode.class.getMethods())
            .filter(method -> method.getReturnType() != void.class)
            .map(this::apiMethod)
            .collect(Collectors.toUnmodifiableMap(ApiMethod::wireName, Function.identity()));

    private ApiMethod apiMethod(Method method) {
        return ApiMethod.of(method, mapper);
    }

    /** The declared method of a wire name such as {@code Filecoin.ChainHead}. */
    Optional<ApiMethod> method(String wireName) {
        return Optional.ofNullable(methods.get(wireName));
    }

    /** Where the parameters lose something on the way through their types. */
    Optional<JsonDifference> ofParameters(ApiMethod method, JsonNode params) {
        if (params.size() != method.parameters().size()) {
            return Optional.of(new JsonDifference("/params", params.size() + " parameters",
                    method.parameters().size() + " parameters"));
        }
        for (int i = 0; i < params.size(); i++) {
            Optional<JsonDifference> difference = roundTrip(method.parameters().get(i), params.get(i));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    /** Where a result or channel value loses something on the way through its type. */
    Optional<JsonDifference> ofValue(ApiMethod method, JsonNode value) {
        return method.valueType().hasRawClass(Void.class)
                ? JsonDifference.between(mapper.nullNode(), value) : roundTrip(method.valueType(), value);
    }

    Optional<JsonDifference> roundTrip(Type type, JsonNode value) {
        JavaType javaType = mapper.constructType(type);
        try {
            Object read = mapper.readerFor(javaType).readValue(mapper.treeAsTokens(value));
            return JsonDifference.between(value, mapper.readTree(mapper.writerFor(javaType).writeValueAsBytes(read)));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(new JsonDifference("", value.toString(), e.getMessage()));
        }
    }
}
