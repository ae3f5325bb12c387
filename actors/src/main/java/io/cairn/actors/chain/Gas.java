package io.cairn.actors.chain;

import java.math.BigInteger;

/**
 * Gas values of a message and the nonce that the node would give it.
 *
 * @param limit     units of gas
 * @param feeCap    attoFIL per unit
 * @param premium   attoFIL per unit
 * @param poolNonce next nonce of the sender by the node's pool
 */
public record Gas(long limit, BigInteger feeCap, BigInteger premium, long poolNonce) {
}
