package io.cairn.protocol.actor.account;

import io.cairn.protocol.actor.ActorMethod;
import io.cairn.protocol.address.Address;
import java.util.Optional;

/** The methods of the account actor (go-state-types: builtin/v18/methods.go). */
public enum AccountMethod implements ActorMethod {
    CONSTRUCTOR("Constructor", 1L, Address.class, Void.class),
    PUBKEY_ADDRESS("PubkeyAddress", 2L, Void.class, Address.class),
    AUTHENTICATE_MESSAGE("AuthenticateMessage", 2643134072L, AuthenticateMessageParams.class, Boolean.class);

    private final String methodName;
    private final long number;
    private final Class<?> params;
    private final Class<?> returns;

    AccountMethod(String methodName, long number, Class<?> params, Class<?> returns) {
        this.methodName = methodName;
        this.number = number;
        this.params = params;
        this.returns = returns;
    }

    /** The method with this number, if the actor has one. */
    public static Optional<AccountMethod> ofNumber(long number) {
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
