package io.cairn.devnet.economics;

import java.math.BigInteger;

/**
 * Q.128 fixed-point functions of the network's money formulas. Shifts are arithmetic, so negative numbers round down.
 *
 * <p>Source: builtin-actors, runtime/src/builtin/reward/math; go-state-types, builtin/v18/util/math.
 */
public final class FixedPoint {

    /** Number of fraction bits. */
    public static final int PRECISION = 128;

    /** 1.0 in Q.128. */
    public static final BigInteger ONE = BigInteger.ONE.shiftLeft(PRECISION);

    private static final BigInteger LN_2 = new BigInteger("235865763225513294137944142764154484399");

    private static final BigInteger[] LN_NUMERATOR = integers(
            "261417938209272870992496419296200268025", "7266615505142943436908456158054846846897",
            "32458783941900493142649393804518050491988", "17078670566130897220338060387082146864806",
            "-35150353308172866634071793531642638290419", "-20351202052858059355702509232125230498980",
            "-1563932590352680681114104005183375350999");

    private static final BigInteger[] LN_DENOMINATOR = integers(
            "49928077726659937662124949977867279384", "2508163877009111928787629628566491583994",
            "21757751789594546643737445330202599887121", "53400635271583923415775576342898617051826",
            "41248834748603606604000911015235164348839", "9015227820322455780436733526367238305537",
            "340282366920938463463374607431768211456");

    private static final BigInteger[] EXP_NUMERATOR = integers(
            "-648770010757830093818553637600", "67469480939593786226847644286976",
            "-3197587544499098424029388939001856", "89244641121992890118377641805348864",
            "-1579656163641440567800982336819953664", "17685496037279256458459817590917169152",
            "-115682590513835356866803355398940131328", "340282366920938463463374607431768211456");

    private static final BigInteger[] EXP_DENOMINATOR = integers(
            "1225524182432722209606361", "114095592300906098243859450", "5665570424063336070530214243",
            "194450132448609991765137938448", "5068267641632683791026134915072",
            "104716890604972796896895427629056", "1748338658439454459487681798864896",
            "23704654329841312470660182937960448", "259380097567996910282699886670381056",
            "2250336698853390384720606936038375424", "14978272436876548034486263159246028800",
            "72144088983913131323343765784380833792", "224599776407103106596571252037123047424",
            "340282366920938463463374607431768211456");

    private FixedPoint() {
    }

    /** Natural logarithm of a positive Q.128 number, in Q.128. */
    public static BigInteger ln(BigInteger z) {
        int k = z.abs().bitLength() - 1 - PRECISION;
        BigInteger x = z.shiftRight(k);
        return LN_2.multiply(BigInteger.valueOf(k)).add(rational(x, LN_NUMERATOR, LN_DENOMINATOR, PRECISION));
    }

    /** e to the power of minus {@code x}, both in Q.128. */
    public static BigInteger expNeg(BigInteger x) {
        return rational(x, EXP_NUMERATOR, EXP_DENOMINATOR, PRECISION);
    }

    /** e to the power of minus {@code x}, both in Q.256, as the election uses it. */
    public static BigInteger expNeg256(BigInteger x) {
        BigInteger numerator = polynomial(x, EXP_NUMERATOR, 256, PRECISION);
        BigInteger denominator = polynomial(x, EXP_DENOMINATOR, 256, PRECISION);
        return divide(numerator.shiftLeft(256), denominator);
    }

    /** Euclidean quotient: the remainder is never negative, so a positive denominator rounds towards minus infinity. */
    public static BigInteger divide(BigInteger numerator, BigInteger denominator) {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.valueOf(denominator.signum())) : parts[0];
    }

    private static BigInteger rational(BigInteger x, BigInteger[] numerator, BigInteger[] denominator, int precision) {
        BigInteger top = polynomial(x, numerator, precision, 0);
        BigInteger bottom = polynomial(x, denominator, precision, 0);
        return divide(top.shiftLeft(precision), bottom);
    }

    private static BigInteger polynomial(BigInteger x, BigInteger[] coefficients, int precision, int coefficientShift) {
        BigInteger result = BigInteger.ZERO;
        for (BigInteger coefficient : coefficients) {
            result = result.multiply(x).shiftRight(precision).add(coefficient.shiftLeft(coefficientShift));
        }
        return result;
    }

    private static BigInteger[] integers(String... decimals) {
        BigInteger[] values = new BigInteger[decimals.length];
        for (int i = 0; i < decimals.length; i++) {
            values[i] = new BigInteger(decimals[i]);
        }
        return values;
    }
}
