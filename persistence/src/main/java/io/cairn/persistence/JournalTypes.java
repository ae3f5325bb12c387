package io.cairn.persistence;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.cairn.persistence.deadline.DeadlineEvent;
import io.cairn.persistence.deadline.DeadlineState;
import io.cairn.persistence.deal.DealEvent;
import io.cairn.persistence.deal.DealState;
import io.cairn.persistence.file.CatalogueEvent;
import io.cairn.persistence.file.CatalogueState;
import io.cairn.persistence.miner.MinerEvent;
import io.cairn.persistence.miner.MinerState;
import io.cairn.persistence.sector.SectorEvent;
import io.cairn.persistence.sector.SectorState;
import io.cairn.persistence.sender.SenderEvent;
import io.cairn.persistence.sender.SenderState;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The closed list of types that the journal and the snapshot store may hold, by their stored names. */
public final class JournalTypes {
    private static final List<Class<?>> EVENTS = List.of(
            MinerEvent.class, DeadlineEvent.class, SectorEvent.class, DealEvent.class, SenderEvent.class,
            CatalogueEvent.class);
    private static final List<Class<?>> STATES = List.of(
            MinerState.class, DeadlineState.class, SectorState.class, DealState.class, SenderState.class,
            CatalogueState.class);
    private static final Map<String, Class<?>> BY_NAME = collect();

    private JournalTypes() {
    }

    /** All stored names with their classes, in the order of the names. */
    public static Map<String, Class<?>> byName() {
        return BY_NAME;
    }

    /**
     * The class stored under a name.
     *
     * @throws IllegalArgumentException if no type has that name
     */
    public static Class<?> named(String name) {
        Class<?> type = BY_NAME.get(name);
        if (type == null) {
            throw new IllegalArgumentException("journal type: " + name + " is unknown; expected one of " + BY_NAME.keySet());
        }
        return type;
    }

    /**
     * The stored name of a class.
     *
     * @throws IllegalArgumentException if the class carries no name
     */
    public static String nameOf(Class<?> type) {
        JsonTypeName name = type.getAnnotation(JsonTypeName.class);
        if (name == null) {
            throw new IllegalArgumentException("journal type: " + type.getName() + " has no @JsonTypeName");
        }
        return name.value();
    }

    private static Map<String, Class<?>> collect() {
        Map<String, Class<?>> types = new TreeMap<>();
        for (Class<?> family : EVENTS) {
            for (Class<?> event : family.getPermittedSubclasses()) {
                add(types, event);
            }
        }
        STATES.forEach(state -> add(types, state));
        return Collections.unmodifiableMap(types);
    }

    private static void add(Map<String, Class<?>> types, Class<?> type) {
        Class<?> before = types.put(nameOf(type), type);
        if (before != null) {
            throw new IllegalStateException("journal type: " + nameOf(type) + " names both " + before + " and " + type);
        }
    }
}
