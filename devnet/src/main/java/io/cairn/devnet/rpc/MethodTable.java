package io.cairn.devnet.rpc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The methods served under one path. Tables are built by name and laid over each other: version 0 of the API is the
 * table of version 1 with a few methods replaced.
 */
public final class MethodTable {

    /** A table without methods. */
    public static final MethodTable EMPTY = new MethodTable(Map.of());

    private final Map<String, RpcMethod> methods;

    private MethodTable(Map<String, RpcMethod> methods) {
        this.methods = Map.copyOf(methods);
    }

    /** Begins a table whose methods have this namespace, such as {@code Filecoin}. */
    public static Builder namespace(String namespace) {
        return new Builder(namespace);
    }

    /** The method of this name with namespace. */
    public Optional<RpcMethod> find(String name) {
        return Optional.ofNullable(methods.get(name));
    }

    /** All names with namespace, sorted. */
    public Set<String> names() {
        return new TreeSet<>(methods.keySet());
    }

    /** This table with the methods of another one added, which win over methods of the same name. */
    public MethodTable overlaid(MethodTable other) {
        var merged = new LinkedHashMap<>(methods);
        merged.putAll(other.methods);
        return new MethodTable(merged);
    }

    /** Collects the methods of one namespace. */
    public static final class Builder {

        private final String namespace;
        private final Map<String, RpcMethod> methods = new LinkedHashMap<>();

        private Builder(String namespace) {
            this.namespace = namespace;
        }

        /** Adds a method without parameters. */
        public Builder call(String name, Permission permission, Supplier<CompletionStage<?>> handler) {
            return call(name, permission, List.of(), arguments -> handler.get());
        }

        /** Adds a method that answers once. */
        public Builder call(String name, Permission permission, List<Parameter> parameters, RpcMethod.Handler handler) {
            return add(new RpcMethod.Call(namespace + "." + name, permission, parameters, handler));
        }

        /** Adds a method that answers with a channel. */
        public Builder channel(String name, Permission permission, List<Parameter> parameters,
                               RpcMethod.Subscriber subscriber) {
            return add(new RpcMethod.Channel(namespace + "." + name, permission, parameters, subscriber));
        }

        private Builder add(RpcMethod method) {
            if (methods.putIfAbsent(method.name(), method) != null) {
                throw new IllegalArgumentException("method " + method.name() + " is declared twice");
            }
            return this;
        }

        /** The finished table. */
        public MethodTable build() {
            return new MethodTable(methods);
        }
    }
}
