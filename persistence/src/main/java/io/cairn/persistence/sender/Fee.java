package io.cairn.persistence.sender;

/**
 * What a message offers for its gas.
 *
 * @param limit   units of gas; 0 in journals that did not keep it
 * @param feeCap  attoFIL per unit, decimal digits
 * @param premium attoFIL per unit, decimal digits
 * @param most    the most that the gas may cost in all, attoFIL in decimal digits
 */
public record Fee(long limit, String feeCap, String premium, String most) {
    static final Fee UNKNOWN = new Fee(0, "0", "0", "0");
}
