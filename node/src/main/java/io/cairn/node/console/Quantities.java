package io.cairn.node.console;

import io.cairn.node.view.Amounts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Bytes and power as operators read them (lotus: chain/types/bigint.go). */
public final class Quantities {

    private static final String[] PREFIXES = {"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei", "Zi"};
    private static final BigDecimal STEP = BigDecimal.valueOf(1024);
    private static final MathContext POWER_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    private Quantities() {}

    /** Four digits: {@code 183.6 GiB}, {@code 0 B}. */
    public static String bytes(String bytes) {
        return Amounts.bytes(new BigInteger(bytes));
    }

    /** Quality-adjusted power, three digits: {@code 40 Ki}, {@code 0 B}. */
    public static String quality(String power) {
        if (power.equals("0")) {
            return "0 B";
        }
        BigDecimal value = new BigDecimal(power);
        int unit = 0;
        while (value.compareTo(STEP) >= 0 && unit < PREFIXES.length - 1) {
            value = value.divide(STEP, 12, RoundingMode.HALF_UP);
            unit++;
        }
        return (value.round(POWER_DIGITS).stripTrailingZeros().toPlainString() + " " + PREFIXES[unit]).stripTrailing();
    }

    /** {@code part} of {@code whole} with so many decimals: {@code 50.0000%}; of nothing it is zero. */
    public static String percent(String part, String whole, int decimals) {
        BigInteger total = new BigInteger(whole);
        double share = total.signum() == 0 ? 0
                : new BigDecimal(part).movePointRight(2).divide(new BigDecimal(total), 10, RoundingMode.HALF_UP).doubleValue();
        return String.format(Locale.ROOT, "%." + decimals + "f%%", share);
    }
}
