package io.cairn.node.view;

import java.util.Locale;

/** Lengths of time as operators read them. */
public final class Spans {

    private static final long MINUTE = 60;
    private static final long HOUR = 3600;
    private static final long DAY = 86_400;

    private Spans() {}

    /** The largest two units: {@code 1 h 4 min}, {@code 12 s}, {@code 1.3 s} below ten seconds. */
    public static String words(double seconds) {
        double span = Math.max(0, seconds);
        if (span < 9.95) {
            return String.format(Locale.ROOT, "%.1f s", span);
        }
        long whole = Math.round(span);
        if (whole < MINUTE) {
            return whole + " s";
        }
        if (whole < HOUR) {
            return two(whole / MINUTE, "min", whole % MINUTE, "s");
        }
        return whole < DAY ? two(whole / HOUR, "h", whole % HOUR / MINUTE, "min") : two(whole / DAY, "d", whole % DAY / HOUR, "h");
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }

    /** As a clock shows it: {@code 01:05}, {@code 2:01:05}. */
    public static String clock(double seconds) {
        long whole = Math.max(0, Math.round(seconds));
        return whole < HOUR
                ? String.format(Locale.ROOT, "%02d:%02d", whole / MINUTE, whole % MINUTE)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / HOUR, whole % HOUR / MINUTE, whole % MINUTE);
    }
}
