package io.cairn.protocol.actor;

import java.util.Optional;

/** A method that an actor answers to. */
public interface ActorMethod {

    /** The name in the network's tables. */
    String methodName();

    /** The number in messages, unsigned. */
    long number();

    /** The type of the parameters, Void for none. */
    Class<?> params();

    /** The type of the return value, Void for none. */
    Class<?> returns();

    /** The method with this number among {@code methods}. */
    static <M extends ActorMethod> Optional<M> find(M[] methods, long number) {
        for (M method : methods) {
            if (method.number() == number) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }
}
