package io.cairn.actors.sender;

import io.cairn.actors.chain.Gas;
import io.cairn.actors.chain.Outbound;
import java.math.BigInteger;
import java.util.Optional;

/**
 * What an address has to hold for a message, attoFIL.
 *
 * @param good  for the fee that brings it into a block soon
 * @param least for the lowest fee that may do
 * @param gas   what the fee was estimated as, if it was: then it can be lowered to what an address has
 */
record Funds(BigInteger good, BigInteger least, Optional<BigInteger> gas) {

    /** For a message whose gas was estimated twice: as usual, and frugally. */
    static Funds estimated(Outbound message, Gas usual, Gas frugal) {
        BigInteger value = new BigInteger(message.value());
        BigInteger good = cost(usual).add(value);
        return new Funds(good, cost(frugal).add(value).min(good), Optional.of(cost(usual)));
    }

    /** For a message that may cost as much as its limit says. */
    static Funds limited(Outbound message) {
        BigInteger value = new BigInteger(message.value());
        return new Funds(value.add(new BigInteger(message.maxFee())), value, Optional.empty());
    }

    /** The message as an address can pay for it that holds so much. */
    Outbound paidBy(String address, BigInteger available, Outbound message) {
        BigInteger most = new BigInteger(message.maxFee());
        BigInteger limit = gas.filter(estimate -> available.compareTo(good) < 0)
                .map(estimate -> available.subtract(new BigInteger(message.value())).min(estimate).max(BigInteger.ZERO).min(most)).orElse(most);
        return new Outbound(address, message.to(), message.value(), message.method(), message.params(), limit.toString());
    }

    private static BigInteger cost(Gas gas) {
        return gas.feeCap().multiply(BigInteger.valueOf(gas.limit()));
    }
}
