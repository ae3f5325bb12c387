package io.cairn.node.bench;

/**
 * One line of what the machine can do.
 *
 * @param key   its name for programs
 * @param name  its name for people
 * @param kind  how far it may be trusted
 * @param value in {@code unit}
 * @param unit  unit of the value
 * @param how   what was measured, or what it follows from
 */
public record Figure(String key, String name, Kind kind, double value, String unit, String how) {

    /** Where a figure comes from. */
    public enum Kind {
        /** Seen on this machine just now. */
        MEASURED,
        /** Worked out from what was measured; what it leaves out is said. */
        ESTIMATED
    }
}
