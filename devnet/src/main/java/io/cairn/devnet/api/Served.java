package io.cairn.devnet.api;

import io.cairn.devnet.rpc.ApiTable;
import io.cairn.devnet.rpc.MethodTable;
import io.cairn.devnet.rpc.RpcFailure;
import io.cairn.protocol.rpc.Subscription;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Serves handlers, which answer at once or block, under an API's interface; what they lack is answered with an error. */
final class Served {

    private Served() {
    }

    static <A> MethodTable table(Class<A> api, List<?> handlers) {
        Object implementation = Proxy.newProxyInstance(api.getClassLoader(), new Class<?>[] {api},
                (proxy, method, arguments) -> answer(handlers, method, arguments));
        return ApiTable.of(api, api.cast(implementation));
    }

    private static Object answer(List<?> handlers, Method method, Object[] arguments) {
        for (Object handler : handlers) {
            Optional<Method> found = Arrays.stream(handler.getClass().getMethods())
                    .filter(m -> m.getName().equals(method.getName()) && Arrays.equals(m.getParameterTypes(), method.getParameterTypes()))
                    .findFirst();
            if (found.isPresent()) {
                Object result = invoke(handler, found.get(), arguments);
                return result instanceof Subscription ? result : CompletableFuture.completedFuture(result);
            }
        }
        throw RpcFailure.of("method '" + method.getName() + "' is not supported by this chain");
    }

    private static Object invoke(Object handlers, Method handler, Object[] arguments) {
        try {
            return handler.invoke(handlers, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause
                    : new IllegalStateException(handler.getName() + " failed", failure.getCause());
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(handler.getName() + " cannot be called", hidden);
        }
    }
}
