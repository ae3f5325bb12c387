package io.cairn.it;

import io.cairn.persistence.Blob;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Makes a record of any journalled type, with a different value in each field. */
final class Samples {

    private long next = 1;

    Object of(Type type) throws ReflectiveOperationException {
        return switch (type) {
            case ParameterizedType generic -> generic(generic);
            case Class<?> plain -> plain(plain);
            default -> throw new IllegalArgumentException("no sample of " + type);
        };
    }

    private Object generic(ParameterizedType type) throws ReflectiveOperationException {
        Object first = of(type.getActualTypeArguments()[0]);
        Class<?> raw = (Class<?>) type.getRawType();
        if (raw == List.class) {
            return List.of(first);
        } else if (raw == Optional.class) {
            return Optional.of(first);
        } else if (raw == SortedSet.class || raw == TreeSet.class) {
            return new TreeSet<>(List.of(first));
        } else if (raw == Set.class) {
            return Set.of(first);
        } else if (raw == Map.class) {
            return Map.of(first, of(type.getActualTypeArguments()[1]));
        }
        throw new IllegalArgumentException("no sample of " + type);
    }

    private Object plain(Class<?> type) throws ReflectiveOperationException {
        if (type == long.class || type == Long.class) {
            return next++;
        } else if (type == int.class || type == Integer.class) {
            return (int) next++;
        } else if (type == boolean.class) {
            return next++ % 2 == 0;
        } else if (type == String.class) {
            return "text " + next++;
        } else if (type == Blob.class) {
            return Blob.of(new byte[] {(byte) next++, 0, (byte) 0xff});
        } else if (type.isEnum()) {
            return type.getEnumConstants()[(int) (next++ % type.getEnumConstants().length)];
        } else if (type.isRecord()) {
            return record(type);
        }
        throw new IllegalArgumentException("no sample of " + type);
    }

    private Object record(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = of(components[i].getGenericType());
        }
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        return constructor.newInstance(values);
    }
}
