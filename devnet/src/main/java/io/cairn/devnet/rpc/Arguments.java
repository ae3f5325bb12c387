package io.cairn.devnet.rpc;

import java.util.Arrays;
import java.util.List;

/**
 * The decoded arguments of one call, in the order of the method's parameters; JSON {@code null} is Java {@code null}
 * unless the type's reader gives it a value.
 */
public final class Arguments {

    private final List<Object> values;

    Arguments(Object[] values) {
        this.values = Arrays.asList(values.clone());
    }

    /** The argument at this position, of the Java type that the method's parameter declares. */
    @SuppressWarnings("unchecked") // Read by the declared type of the parameter at this position.
    public <T> T get(int position) {
        return (T) values.get(position);
    }
}
