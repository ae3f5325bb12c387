package io.cairn.protocol.message;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.money.TokenAmount;

/**
 * An unsigned message (lotus: chain/types/message.go). On the wire the receiver comes before the sender.
 *
 * @param version always 0
 * @param nonce the sender's sequence number, unsigned
 * @param gasLimit most units of gas
 * @param gasFeeCap most attoFIL per unit of gas, base fee included
 * @param gasPremium attoFIL per unit of gas for the block's miner
 * @param method the method's number, unsigned; 0 transfers value only
 * @param params the encoded parameters, empty for none
 */
public record Message(@Unsigned long version, Address to, Address from, @Unsigned long nonce, TokenAmount value, long gasLimit,
                      TokenAmount gasFeeCap, TokenAmount gasPremium, @Unsigned long method, ByteString params) implements CborTuple {

    /** A message without gas fields, to be estimated. */
    public static Message of(Address to, Address from, TokenAmount value, long method, byte[] params) {
        return new Message(0, to, from, 0, value, 0, TokenAmount.ZERO, TokenAmount.ZERO, method, ByteString.of(params));
    }

    public static Message readFrom(CborReader reader) {
        return CborTuple.read(Message.class, reader);
    }

    /** The identifier, over the unsigned encoding. */
    public Cid cid() {
        return Cid.ofDagCbor(toCbor());
    }

    /** What secp256k1 and BLS keys sign: the binary CID. */
    public byte[] signingBytes() {
        return cid().bytes();
    }

    public Message withNonce(long newNonce) {
        return new Message(version, to, from, newNonce, value, gasLimit, gasFeeCap, gasPremium, method, params);
    }

    public Message withFrom(Address newFrom) {
        return new Message(version, to, newFrom, nonce, value, gasLimit, gasFeeCap, gasPremium, method, params);
    }

    public Message withGas(long newLimit, TokenAmount newFeeCap, TokenAmount newPremium) {
        return new Message(version, to, from, nonce, value, newLimit, newFeeCap, newPremium, method, params);
    }

    /** The most the message's gas can cost: fee cap times limit. */
    public TokenAmount requiredFunds() {
        return gasFeeCap.times(gasLimit);
    }

    /** What the block's miner earns per unit of gas: the premium, or what the fee cap leaves above the base fee, at least 0. */
    public TokenAmount effectivePremium(TokenAmount baseFee) {
        return gasPremium.min(gasFeeCap.minus(baseFee).max(TokenAmount.ZERO));
    }
}
