package io.cairn.node.console;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Bytes and power as operators read them (lotus: chain/types/bigint.go). */
public final class Quantities {

    private static final String[] PREFIXES = {"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei", "Zi"};
    private static final BigDecimal STEP = BigDecimal.valueOf(1024);
    private static final int SIZE_DIGITS = 4;
    private static final int POWER_DIGITS = 3;

    private Quantities() {}

    /** Four digits: {@code 183.6 GiB}, {@code 0 B}. */
    public static String bytes(String bytes) {
        return scaled(bytes, SIZE_DIGITS) + "B";
    }

    /** Quality-adjusted power, three digits: {@code 40 Ki}, {@code 0 B}. */
    public static String quality(String power) {
        return power.equals("0") ? "0 B" : scaled(power, POWER_DIGITS).stripTrailing();
    }

    private static String scaled(String number, int digits) {
        BigDecimal value = new BigDecimal(number);
        int unit = 0;
        while (value.compareTo(STEP) >= 0 && unit < PREFIXES.length - 1) {
            value = value.divide(STEP, 12, RoundingMode.HALF_UP);
            unit++;
        }
        BigDecimal rounded = value.round(new MathContext(digits, RoundingMode.HALF_UP));
        return (rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString()) + " " + PREFIXES[unit];
    }

    /** {@code part} of {@code whole} with so many decimals: {@code 50.0000%}; of nothing it is zero. */
    public static String percent(String part, String whole, int decimals) {
        BigInteger total = new BigInteger(whole);
        double share = total.signum() == 0 ? 0
                : new BigDecimal(part).movePointRight(2).divide(new BigDecimal(total), 10, RoundingMode.HALF_UP).doubleValue();
        return String.format(Locale.ROOT, "%." + decimals + "f%%", share);
    }
}
