package io.cairn.proofs.parameter;

import io.cairn.proofs.dispatch.PatientLock;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Values that are made when they are first asked for, each once. While one is made, only those wait who ask for the same one, and leave their cores to others;
 * what fails is tried again by the next who asks. Safe for many threads.
 */
final class Kept<K, V> {

    private final Map<K, Place<V>> places = new ConcurrentHashMap<>();

    /** Makes a value, perhaps for minutes. */
    interface Making<V> {
        V make() throws IOException;
    }

    private static final class Place<V> {
        private final PatientLock lock = new PatientLock();
        private volatile V value;
    }

    /** The value of that key, made if it is not there yet. */
    V get(K key, Making<V> making) throws IOException {
        Place<V> place = places.computeIfAbsent(key, _ -> new Place<>());
        return place.value != null ? place.value : place.lock.hold(() -> {
            if (place.value == null) {
                place.value = making.make();
            }
            return place.value;
        });
    }

    /** Forgets all values, each after it was ended. */
    void clear(Consumer<V> end) {
        places.values().stream().map(place -> place.value).filter(Objects::nonNull).forEach(end);
        places.clear();
    }
}
