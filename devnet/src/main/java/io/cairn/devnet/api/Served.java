package io.cairn.devnet.api;

import io.cairn.devnet.rpc.ApiTable;
import io.cairn.devnet.rpc.MethodTable;
import io.cairn.devnet.rpc.RpcFailure;
import io.cairn.protocol.cbor.CborException;
import io.cairn.protocol.ipld.MissingBlockException;
import io.cairn.protocol.rpc.Subscription;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Serves handlers, which answer at once, block or give a future, under an API's interface. What no handler has is not served. */
final class Served {

    private Served() {
    }

    /** The handlers as one implementation of the interface. */
    static <A> A implementation(Class<A> api, List<?> handlers) {
        return api.cast(Proxy.newProxyInstance(api.getClassLoader(), new Class<?>[] {api},
                (proxy, method, arguments) -> answer(handlers, method, arguments)));
    }

    /** The methods of the interface that a handler has. */
    static <A> MethodTable table(Class<A> api, List<?> handlers) {
        return ApiTable.of(api, implementation(api, handlers), method -> handlers.stream().anyMatch(h -> find(h, method).isPresent()));
    }

    private static Optional<Method> find(Object handler, Method method) {
        return Arrays.stream(handler.getClass().getMethods())
                .filter(m -> m.getName().equals(method.getName()) && Arrays.equals(m.getParameterTypes(), method.getParameterTypes()))
                .findFirst();
    }

    private static Object answer(List<?> handlers, Method method, Object[] arguments) {
        for (Object handler : handlers) {
            Optional<Method> found = find(handler, method);
            if (found.isPresent()) {
                Object result = invoke(handler, found.get(), arguments);
                return result instanceof Subscription || result instanceof CompletableFuture<?> ? result
                        : CompletableFuture.completedFuture(result);
            }
        }
        throw RpcFailure.of("method '" + method.getName() + "' is not supported by this chain");
    }

    private static Object invoke(Object handlers, Method handler, Object[] arguments) {
        try {
            return handler.invoke(handlers, arguments);
        } catch (InvocationTargetException failure) {
            throw switch (failure.getCause()) {
                case MissingBlockException unknown -> RpcFailure.of(unknown.getMessage(), unknown);
                case IllegalArgumentException refused -> RpcFailure.of(refused.getMessage(), refused);
                case CborException otherObject -> RpcFailure.of(otherObject.getMessage(), otherObject);
                case UncheckedIOException unwritten -> RpcFailure.of(unwritten.getMessage(), unwritten);
                case RuntimeException cause -> cause;
                case Throwable cause -> new IllegalStateException(handler.getName() + " failed", cause);
            };
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(handler.getName() + " cannot be called", hidden);
        }
    }
}
