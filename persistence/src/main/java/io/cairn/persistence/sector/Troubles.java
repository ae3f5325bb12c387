package io.cairn.persistence.sector;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What has gone wrong with a sector.
 *
 * @param counts how often each code was met
 * @param last   the last error in words, empty if there was none
 * @param hold   the code for which an operator must decide, absent while the sector goes on
 * @param faulty whether the chain counts the sector as faulty
 */
public record Troubles(Map<FailureCode, Integer> counts, String last, Optional<FailureCode> hold, boolean faulty) {
    public Troubles {
        counts = Map.copyOf(counts);
    }

    static Troubles none() {
        return new Troubles(Map.of(), "", Optional.empty(), false);
    }

    /** How often a code was met. */
    public int count(FailureCode code) {
        return counts.getOrDefault(code, 0);
    }

    /** How often bytes were wrong or gone. */
    public int dataFailures() {
        return counts.entrySet().stream().filter(e -> e.getKey().kind() == FailureClass.DATA).mapToInt(Map.Entry::getValue).sum();
    }

    Troubles met(FailureCode code, String detail) {
        Map<FailureCode, Integer> more = new EnumMap<>(FailureCode.class);
        more.putAll(counts);
        more.merge(code, 1, Integer::sum);
        return new Troubles(more, code + ": " + detail, hold, faulty);
    }

    Troubles held(FailureCode code, String detail) {
        return new Troubles(counts, code + ": " + detail, Optional.of(code), faulty);
    }

    Troubles resumed() {
        return new Troubles(Map.of(), last, Optional.empty(), faulty);
    }

    Troubles faulty(boolean is) {
        return new Troubles(counts, last, hold, is);
    }
}
