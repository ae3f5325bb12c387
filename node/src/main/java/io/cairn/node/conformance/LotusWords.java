package io.cairn.node.conformance;

import io.cairn.node.console.Epochs;
import io.cairn.node.console.Quantities;
import io.cairn.protocol.conformance.CaseCheck;
import io.cairn.protocol.money.TokenAmount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The figures in a text of Lotus, and the same as Cairn writes them.
 *
 * @param text  as it was printed
 * @param now   epoch that its times count from
 * @param power text of {@code lotus state power} in the same state
 */
record LotusWords(String text, long now, String power) {

    private static final long BLOCK_DELAY = 4;
    private static final Pattern EPOCH = Pattern.compile("(-?\\d+) \\((?:[^(),\\n]* UTC, )?(in [^()\\n]*|[^()\\n]* ago|now)\\)");
    private static final Pattern AMOUNT = Pattern.compile("(?<![\\w.])(\\d+(?:\\.\\d+)?) (|m|μ|n|p|f|a)FIL\\b");
    private static final Pattern SIZE = Pattern.compile("(?<![\\w.])(\\d+(?:\\.\\d+)?) ?(|Ki|Mi|Gi|Ti|Pi|Ei)B\\b");
    private static final Pattern COUNTED = Pattern.compile("(\\d+)\\((\\d+(?:\\.\\d+)? [KMGTPE]?i?B)\\)");
    private static final Pattern SHARE = Pattern.compile("(\\d+)\\([^()]*\\) / (\\d+)\\([^()]*\\) ~= ([\\d.]+%)");
    private static final Pattern POWER = Pattern.compile("Power: +(\\S+ \\S+) / (\\S+ [KMGTPE]i?) \\(([\\d.]+%)\\)");
    private static final List<String> SMALL = List.of("a", "f", "p", "n", "μ", "m", "");
    private static final List<String> LARGE = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");

    /** Whether there is nothing to compare. */
    boolean isEmpty() {
        return List.of(EPOCH, AMOUNT, SIZE).stream().noneMatch(pattern -> pattern.matcher(text).find());
    }

    /** Whether every time in it is the one at its epoch. */
    boolean timesAgree() {
        Epochs epochs = new Epochs(now, BLOCK_DELAY);
        return EPOCH.matcher(text).results().allMatch(found -> epochs.away(Long.parseLong(found.group(1))).equals(found.group(2)));
    }

    void check(CaseCheck check) {
        Epochs epochs = new Epochs(now, BLOCK_DELAY);
        each(EPOCH, found -> check.same("epoch " + found.group(1), found.group(2), epochs.away(Long.parseLong(found.group(1)))));
        each(AMOUNT, found -> check.same("amount", found.group(), amount(found)));
        each(SIZE, found -> check.same("size", found.group().replaceFirst("(?<=\\d)(?=\\p{Alpha})", " "), size(found)));
        each(COUNTED, found -> check.same("size of " + found.group(1), found.group(2), Quantities.bytes(found.group(1))));
        each(SHARE, found -> check.same("share", found.group(3), Quantities.percent(found.group(1), found.group(2), 4)));
        each(POWER, found -> power(check, found));
    }

    private interface Figure {
        void compare(Matcher found);
    }

    private void each(Pattern pattern, Figure figure) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            figure.compare(found);
        }
    }

    /** In full where it is told in full, otherwise with three decimals. */
    private static String amount(Matcher found) {
        TokenAmount amount = new TokenAmount(new BigDecimal(found.group(1)).movePointRight(3 * SMALL.indexOf(found.group(2))).toBigIntegerExact());
        return amount.toString().equals(found.group()) ? amount.toString() : amount.toShortString();
    }

    private static String size(Matcher found) {
        BigDecimal bytes = new BigDecimal(found.group(1)).multiply(BigDecimal.valueOf(1024).pow(LARGE.indexOf(found.group(2))));
        return Quantities.bytes(bytes.setScale(0, RoundingMode.HALF_UP).toPlainString());
    }

    private void power(CaseCheck check, Matcher found) {
        Matcher known = SHARE.matcher(power);
        if (known.find()) {
            check.same("power", found.group(1), Quantities.quality(known.group(1)));
            check.same("power of the network", found.group(2), Quantities.quality(known.group(2)));
            check.same("share of power", found.group(3), Quantities.percent(known.group(1), known.group(2), 4));
        }
    }
}
