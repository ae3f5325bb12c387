package io.cairn.protocol.actor.system;

import io.cairn.protocol.actor.ActorMethod;
import java.util.Optional;

/** The methods of the system actor (go-state-types: builtin/v18/methods.go). */
public enum SystemMethod implements ActorMethod {
    CONSTRUCTOR("Constructor", 1L, Void.class, Void.class);

    private final String methodName;
    private final long number;
    private final Class<?> params;
    private final Class<?> returns;

    SystemMethod(String methodName, long number, Class<?> params, Class<?> returns) {
        this.methodName = methodName;
        this.number = number;
        this.params = params;
        this.returns = returns;
    }

    /** The method with this number, if the actor has one. */
    public static Optional<SystemMethod> ofNumber(long number) {
        return ActorMethod.find(values(), number);
    }

    @Override
    public String methodName() {
        return methodName;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public Class<?> params() {
        return params;
    }

    @Override
    public Class<?> returns() {
        return returns;
    }
}
