package io.cairn.protocol.money;

import io.cairn.protocol.cbor.CborEncodable;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import java.math.BigInteger;

/** An amount in attoFIL (10^-18 FIL); may be negative. */
public record TokenAmount(BigInteger atto) implements CborEncodable, Comparable<TokenAmount> {

    public static final TokenAmount ZERO = new TokenAmount(BigInteger.ZERO);
    static final BigInteger ATTO_PER_FIL = BigInteger.TEN.pow(18);

    public static TokenAmount ofAtto(long atto) {
        return new TokenAmount(BigInteger.valueOf(atto));
    }

    /** From decimal attoFIL digits, the JSON form. */
    public static TokenAmount ofAtto(String decimal) {
        return new TokenAmount(new BigInteger(decimal));
    }

    public static TokenAmount ofFil(long fil) {
        return new TokenAmount(BigInteger.valueOf(fil).multiply(ATTO_PER_FIL));
    }

    /** From an operator's text: {@code 1.5}, {@code 1.5 FIL}, {@code 20 attofil}; IllegalArgumentException otherwise. */
    public static TokenAmount parse(String text) {
        return FilText.parse(text);
    }

    public static TokenAmount readFrom(CborReader reader) {
        return new TokenAmount(reader.bigInt());
    }

    @Override
    public void writeTo(CborWriter writer) {
        writer.bigInt(atto);
    }

    public TokenAmount plus(TokenAmount other) {
        return new TokenAmount(atto.add(other.atto));
    }

    public TokenAmount minus(TokenAmount other) {
        return new TokenAmount(atto.subtract(other.atto));
    }

    public TokenAmount times(long factor) {
        return times(BigInteger.valueOf(factor));
    }

    public TokenAmount times(BigInteger factor) {
        return new TokenAmount(atto.multiply(factor));
    }

    /** Division rounding towards zero. */
    public TokenAmount dividedBy(long divisor) {
        return dividedBy(BigInteger.valueOf(divisor));
    }

    /** Division rounding towards zero. */
    public TokenAmount dividedBy(BigInteger divisor) {
        return new TokenAmount(atto.divide(divisor));
    }

    public TokenAmount negate() {
        return new TokenAmount(atto.negate());
    }

    public TokenAmount min(TokenAmount other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public TokenAmount max(TokenAmount other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public int signum() {
        return atto.signum();
    }

    public boolean isZero() {
        return signum() == 0;
    }

    public boolean isPositive() {
        return signum() > 0;
    }

    public boolean isNegative() {
        return signum() < 0;
    }

    @Override
    public int compareTo(TokenAmount other) {
        return atto.compareTo(other.atto);
    }

    /** All digits: {@code 0.0125 FIL}. */
    @Override
    public String toString() {
        return FilText.full(this);
    }

    /** Three decimals and a unit: {@code 12.5 mFIL}. */
    public String toShortString() {
        return FilText.brief(this);
    }
}
