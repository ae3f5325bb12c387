package io.cairn.protocol.cbor;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Reads and writes one record type as a tuple of its components; made once per type. */
final class TupleCodec {

    private static final ClassValue<TupleCodec> CODECS = new ClassValue<>() {
        @Override
        protected TupleCodec computeValue(Class<?> type) {
            return new TupleCodec(type);
        }
    };

    /** The encoding of amount zero, read in place of a missing {@link Trailing} component. */
    private static final byte[] ZERO_AMOUNT = {0x40};

    private final String name;
    private final boolean transparent;
    private final MethodHandle constructor;
    private final Field[] fields;
    private final int required;

    /** One component: its name in messages, how to get it from the record, and its codec. */
    private record Field(String name, MethodHandle accessor, ValueCodec codec) {
    }

    private TupleCodec(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException(type + " is not a record");
        }
        name = type.getSimpleName();
        transparent = type.isAnnotationPresent(Transparent.class);
        fields = Arrays.stream(components).map(TupleCodec::field).toArray(Field[]::new);
        required = (int) Arrays.stream(components).filter(component -> !component.isAnnotationPresent(Trailing.class)).count();
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            constructor = MethodHandles.publicLookup()
                .findConstructor(type, MethodType.methodType(void.class, types))
                .asSpreader(Object[].class, types.length)
                .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException unreachable) {
            throw new IllegalArgumentException(type + " has no public canonical constructor", unreachable);
        }
    }

    static TupleCodec of(Class<?> type) {
        return CODECS.get(type);
    }

    void write(CborWriter writer, Object value) {
        if (!transparent) {
            writer.array(fields.length);
        }
        for (Field field : fields) {
            try {
                field.codec.write(writer, invoke(field.accessor, value));
            } catch (CborException refused) {
                throw refused.within(name + "." + field.name);
            }
        }
    }

    Object read(CborReader reader) {
        int present = transparent ? 1 : items(reader);
        Object[] values = new Object[fields.length];
        for (int i = 0; i < fields.length; i++) {
            try {
                values[i] = fields[i].codec.read(i < present ? reader : new CborReader(ZERO_AMOUNT));
            } catch (CborException refused) {
                throw refused.within(name + "." + fields[i].name);
            }
        }
        try {
            return constructor.invokeExact(values);
        } catch (IllegalArgumentException refused) {
            throw new CborException(name + ": " + refused.getMessage());
        } catch (Throwable impossible) {
            throw unexpected(impossible);
        }
    }

    private int items(CborReader reader) {
        try {
            int items = reader.array();
            if (items < required || items > fields.length) {
                String expected = required == fields.length ? "" + required : required + " to " + fields.length;
                throw new CborException("array of " + items + " items, expected " + expected);
            }
            return items;
        } catch (CborException refused) {
            throw refused.within(name);
        }
    }

    private static Field field(RecordComponent component) {
        try {
            MethodHandle accessor = MethodHandles.publicLookup()
                .unreflect(component.getAccessor())
                .asType(MethodType.methodType(Object.class, Object.class));
            return new Field(component.getName(), accessor, ValueCodec.of(component));
        } catch (IllegalAccessException unreachable) {
            throw new IllegalArgumentException(component + " is not public", unreachable);
        }
    }

    private static Object invoke(MethodHandle accessor, Object value) {
        try {
            return accessor.invokeExact(value);
        } catch (Throwable impossible) {
            throw unexpected(impossible);
        }
    }

    private static RuntimeException unexpected(Throwable thrown) {
        return switch (thrown) {
            case RuntimeException unchecked -> unchecked;
            case Error error -> throw error;
            default -> new IllegalStateException(thrown);
        };
    }
}
