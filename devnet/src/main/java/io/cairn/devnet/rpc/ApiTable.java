package io.cairn.devnet.rpc;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.protocol.api.LotusJson;
import io.cairn.protocol.api.Requires;
import io.cairn.protocol.rpc.ApiMethod;
import io.cairn.protocol.rpc.Subscription;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Serves an implementation of an API's interface, such as {@link io.cairn.protocol.api.ChainApi}: names, permissions
 * and parameter types come from the declaration that clients use too.
 */
public final class ApiTable {

    private final Object implementation;
    private final ObjectMapper mapper = LotusJson.mapper();

    private ApiTable(Object implementation) {
        this.implementation = implementation;
    }

    /** The table of all calls and subscriptions that the interface declares or inherits. */
    public static <A> MethodTable of(Class<A> api, A implementation) {
        return of(api, implementation, method -> true);
    }

    /** The table of those calls and subscriptions that {@code wanted} accepts. */
    public static <A> MethodTable of(Class<A> api, A implementation, Predicate<Method> wanted) {
        var table = new ApiTable(implementation);
        return Arrays.stream(api.getMethods())
                .filter(method -> method.getReturnType() != void.class)
                .filter(wanted)
                .map(table::served)
                .reduce(MethodTable.EMPTY, MethodTable::overlaid);
    }

    private MethodTable served(Method method) {
        ApiMethod declared = ApiMethod.of(method, mapper);
        int dot = declared.wireName().indexOf('.');
        MethodTable.Builder table = MethodTable.namespace(declared.wireName().substring(0, dot));
        String name = declared.wireName().substring(dot + 1);
        List<Parameter> parameters = declared.parameters().stream()
                .map(type -> Parameter.of(type, GoTypes.nameOf(type))).toList();
        return declared.isSubscription()
                ? table.channel(name, permission(method), parameters, (arguments, sink) -> subscribe(method, sink)).build()
                : table.call(name, permission(method), parameters, arguments -> call(method, arguments)).build();
    }

    private static Permission permission(Method method) {
        Requires requires = method.getAnnotation(Requires.class);
        String name = requires == null ? Permission.READ.wireName() : requires.value();
        return Permission.ofWireName(name).orElseThrow(() -> new IllegalArgumentException(
                method + " requires the unknown permission '" + name + "'"));
    }

    private CompletionStage<?> call(Method method, Arguments arguments) {
        var values = new Object[method.getParameterCount()];
        Arrays.setAll(values, arguments::get);
        return (CompletionStage<?>) invoke(method, values);
    }

    private RpcMethod.ChannelHandle subscribe(Method method, RpcMethod.ChannelSink sink) {
        Consumer<Object> values = sink::offer;
        return ((Subscription) invoke(method, values))::close;
    }

    private Object invoke(Method method, Object... values) {
        try {
            return method.invoke(implementation, values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure
                    : new IllegalStateException(method + " failed", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " cannot be called", e);
        }
    }
}
