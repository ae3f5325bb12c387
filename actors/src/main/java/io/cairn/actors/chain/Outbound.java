package io.cairn.actors.chain;

import io.cairn.actors.Wire;
import io.cairn.persistence.Blob;

/**
 * A message before it has a nonce, gas values and a signature.
 *
 * @param from   sending address in text form
 * @param to     receiving address in text form
 * @param value  attoFIL in decimal digits
 * @param method method number
 * @param params CBOR of the parameters
 * @param maxFee the most that gas may cost, attoFIL in decimal digits
 */
public record Outbound(String from, String to, String value, long method, Blob params, String maxFee) implements Wire {
    /** This message from another address. */
    public Outbound sentBy(String address) {
        return new Outbound(address, to, value, method, params, maxFee);
    }
}
