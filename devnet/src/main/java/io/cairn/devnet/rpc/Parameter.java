package io.cairn.devnet.rpc;

import java.lang.reflect.Type;
import java.util.Objects;

/**
 * One positional parameter of a method.
 *
 * @param type   the Java type that the JSON value is read into; generic types are welcome
 * @param goType the type's name in a Lotus node, which error replies state, such as {@code address.Address}
 */
public record Parameter(Type type, String goType) {

    public Parameter {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(goType, "goType");
    }

    /** A parameter of this type under the name that Lotus prints for it. */
    public static Parameter of(Type type, String goType) {
        return new Parameter(type, goType);
    }
}
