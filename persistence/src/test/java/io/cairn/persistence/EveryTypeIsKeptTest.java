package io.cairn.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event and state comes back from the journal as it went in, with every field filled. */
class EveryTypeIsKeptTest {
    private final JournalSerializer serializer = new JournalSerializer();

    static Stream<Map.Entry<String, Class<?>>> types() {
        return JournalTypes.byName().entrySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void aFilledOneComesBack(Map.Entry<String, Class<?>> type) throws Exception {
        Object written = filled(type.getValue());
        assertEquals(type.getKey(), serializer.manifest(written));
        assertEquals(written, serializer.fromBinary(serializer.toBinary(written), type.getKey()));
    }

    private static Object filled(Type type) throws Exception {
        if (type instanceof ParameterizedType generic) {
            return filledContainer((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return plain.getEnumConstants()[plain.getEnumConstants().length - 1];
        }
        if (plain.isRecord()) {
            return filledRecord(plain);
        }
        return switch (plain.getSimpleName()) {
            case "long", "Long" -> 1_234_567_890_123L;
            case "int", "Integer" -> 77;
            case "boolean", "Boolean" -> true;
            case "String" -> "bafy2bzacec";
            case "Blob" -> Blob.of(new byte[] {1, 2, 3});
            default -> throw new IllegalArgumentException("no value for " + plain);
        };
    }

    private static Object filledContainer(Class<?> raw, Type[] arguments) throws Exception {
        Object first = filled(arguments[0]);
        if (raw == Optional.class) {
            return Optional.of(first);
        }
        if (raw == List.class) {
            return List.of(first);
        }
        if (raw == SortedSet.class) {
            return new TreeSet<>(List.of(first));
        }
        if (raw == SortedMap.class || raw == Map.class) {
            return new TreeMap<>(Map.of(first, filled(arguments[1])));
        }
        throw new IllegalArgumentException("no value for " + raw);
    }

    private static Object filledRecord(Class<?> type) throws Exception {
        RecordComponent[] components = type.getRecordComponents();
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : components) {
            values.add(filled(component.getGenericType()));
        }
        var constructor = type.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(values.toArray());
    }
}
