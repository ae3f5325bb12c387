package io.cairn.node.view;

import io.cairn.protocol.money.TokenAmount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Counts and sizes as operators read them. */
public final class Amounts {

    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB"};
    private static final BigDecimal STEP = BigDecimal.valueOf(1024);
    private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_UP);

    private Amounts() {}

    /** Thousands separated: {@code 12,345}. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Four digits and a unit of 1024, as Lotus does: {@code 2.344 MiB}. */
    public static String bytes(BigInteger bytes) {
        BigDecimal value = new BigDecimal(bytes);
        int unit = 0;
        while (value.compareTo(STEP) >= 0 && unit < UNITS.length - 1) {
            value = value.divide(STEP, 12, RoundingMode.HALF_UP);
            unit++;
        }
        BigDecimal rounded = value.round(FOUR_DIGITS);
        return (rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString()) + " " + UNITS[unit];
    }

    /** {@code part} of {@code whole} in percent: {@code 12.5 %}; of nothing it is {@code 0 %}. */
    public static String percent(BigInteger part, BigInteger whole) {
        if (whole.signum() == 0) {
            return "0 %";
        }
        double percent = new BigDecimal(part).movePointRight(2).divide(new BigDecimal(whole), 6, RoundingMode.HALF_UP).doubleValue();
        return percent >= 10 || percent == Math.rint(percent)
                ? String.format(Locale.ROOT, "%.0f %%", percent)
                : String.format(Locale.ROOT, "%.2f %%", percent);
    }

    /** FIL with thousands separated and at most three decimals; small amounts in smaller units: {@code 12.5 mFIL}. */
    public static String fil(TokenAmount amount) {
        String brief = amount.isZero() ? "0 FIL" : amount.toShortString();
        int digits = brief.indexOf('.') < 0 ? brief.indexOf(' ') : brief.indexOf('.');
        return brief.startsWith("-") ? brief : count(Long.parseLong(brief.substring(0, digits))) + brief.substring(digits);
    }

    /** A noun behind its number: {@code 1 sector}, {@code 2 sectors}. */
    public static String of(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
