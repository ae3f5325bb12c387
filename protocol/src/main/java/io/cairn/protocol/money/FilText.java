package io.cairn.protocol.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;

/** FIL amounts as operators read and write them (lotus: chain/types/fil.go). */
final class FilText {

    private static final int MAX_DIGITS = 50;
    private static final int ATTO_DECIMALS = 18;
    private static final String[] UNITS = {"a", "f", "p", "n", "μ", "m", ""};
    private static final BigInteger THOUSAND = BigInteger.valueOf(1000);
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)");

    private FilText() {
    }

    static String full(TokenAmount amount) {
        if (amount.isZero()) {
            return "0 FIL";
        }
        return plain(new BigDecimal(amount.atto(), ATTO_DECIMALS)) + " FIL";
    }

    static String brief(TokenAmount amount) {
        if (amount.isZero()) {
            return "0";
        }
        BigInteger bound = THOUSAND;
        int unit = 0;
        while (unit < UNITS.length - 1 && amount.atto().abs().compareTo(bound) >= 0) {
            bound = bound.multiply(THOUSAND);
            unit++;
        }
        BigDecimal scaled = new BigDecimal(amount.atto(), 3 * unit).setScale(3, RoundingMode.HALF_UP);
        return plain(scaled) + " " + UNITS[unit] + "FIL";
    }

    static TokenAmount parse(String text) {
        String number = text;
        int end = number.length();
        while (end > 0 && Character.isLetter(number.charAt(end - 1))) {
            end--;
        }
        String unit = number.substring(end).toLowerCase(Locale.ROOT);
        number = number.substring(0, end).stripTrailing();
        int decimals = switch (unit) {
            case "", "fil" -> ATTO_DECIMALS;
            case "afil", "attofil" -> 0;
            default -> throw new IllegalArgumentException("amount '" + text + "': unit '" + unit + "', expected FIL or attoFIL");
        };
        if (number.length() > MAX_DIGITS || !NUMBER.matcher(number).matches()) {
            throw new IllegalArgumentException("amount '" + text + "': expected a decimal number of at most 50 characters");
        }
        try {
            return new TokenAmount(new BigDecimal(number).movePointRight(decimals).toBigIntegerExact());
        } catch (ArithmeticException _) {
            throw new IllegalArgumentException("amount '" + text + "' is not a whole number of attoFIL");
        }
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
