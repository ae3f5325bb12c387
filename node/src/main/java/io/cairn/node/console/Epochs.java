package io.cairn.node.console;

import java.util.ArrayList;
import java.util.List;

/**
 * Epochs beside the time that they are away (lotus: cli/util/epoch.go). The time is the chain's: epochs times block delay.
 *
 * @param now the head's epoch
 * @param blockDelay seconds of an epoch
 */
public record Epochs(long now, long blockDelay) {

    private static final String[] UNITS = {"year", "week", "day", "hour", "minute", "second"};
    private static final long[] SECONDS = {365 * 86_400L, 7 * 86_400L, 86_400, 3_600, 60, 1};

    /** {@code 658 (3 minutes 8 seconds ago)}, {@code 705 (now)}, {@code 718 (in 52 seconds)}. */
    public String relative(long epoch) {
        return epoch + " (" + away(epoch) + ")";
    }

    /** {@code 3 minutes 8 seconds ago}, {@code now}, {@code in 52 seconds}. */
    public String away(long epoch) {
        if (epoch == now) {
            return "now";
        }
        String words = words(Math.abs(epoch - now) * blockDelay);
        return epoch < now ? words + " ago" : "in " + words;
    }

    /** A length of time in its two largest units: {@code 2 hours 15 minutes}. */
    public static String words(long seconds) {
        List<String> words = new ArrayList<>();
        long rest = seconds;
        for (int i = 0; i < UNITS.length && words.size() < 2; i++) {
            long count = rest / SECONDS[i];
            rest -= count * SECONDS[i];
            if (count > 0) {
                words.add(count + " " + UNITS[i] + (count == 1 ? "" : "s"));
            }
        }
        return words.isEmpty() ? "0 seconds" : String.join(" ", words);
    }
}
