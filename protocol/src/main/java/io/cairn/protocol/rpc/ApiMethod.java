package io.cairn.protocol.rpc;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.protocol.api.WaitsForChain;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * How a declared method is called: its wire name, the types of its parameters, and that of its result or, for a
 * subscription, of its values.
 */
public record ApiMethod(String wireName, List<Type> parameters, JavaType valueType, boolean isSubscription,
                        boolean waitsForChain) {

    private static final String DEFAULT_NAMESPACE = "Filecoin";
    private static final Set<String> UPPER_CASE_NAMES = Set.of("id");

    public ApiMethod {
        parameters = List.copyOf(parameters);
    }

    /**
     * Reads a declaration: {@code CompletableFuture<Result> name(parameters)} or
     * {@code Subscription name(Consumer<Value>)}.
     *
     * @throws IllegalArgumentException for a method of another form
     */
    public static ApiMethod of(Method method, ObjectMapper mapper) {
        Type[] parameters = method.getGenericParameterTypes();
        boolean waits = method.isAnnotationPresent(WaitsForChain.class);
        if (method.getReturnType() == CompletableFuture.class) {
            JavaType result = mapper.constructType(argumentOf(method.getGenericReturnType()));
            return new ApiMethod(wireName(method), Arrays.asList(parameters), result, false, waits);
        }
        if (method.getReturnType() == Subscription.class && parameters.length == 1) {
            JavaType value = mapper.constructType(argumentOf(parameters[0]));
            return new ApiMethod(wireName(method), List.of(), value, true, waits);
        }
        throw new IllegalArgumentException(method + " is neither a call nor a subscription");
    }

    private static Type argumentOf(Type generic) {
        return ((ParameterizedType) generic).getActualTypeArguments()[0];
    }

    private static String wireName(Method method) {
        Namespace namespace = method.getDeclaringClass().getAnnotation(Namespace.class);
        String name = method.getName();
        String capital = UPPER_CASE_NAMES.contains(name) ? name.toUpperCase(Locale.ROOT)
                : Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return (namespace == null ? DEFAULT_NAMESPACE : namespace.value()) + "." + capital;
    }
}
