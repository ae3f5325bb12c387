package io.cairn.actors.sender;

import io.cairn.actors.chain.Gas;
import io.cairn.persistence.sender.Fee;
import java.math.BigInteger;
import java.util.Optional;

/** Fees of messages: what a first one offers and what a replacement has to. */
final class Bid {
    private static final BigInteger FOUR = BigInteger.valueOf(4);
    private static final BigInteger FIVE = BigInteger.valueOf(5);
    private static final BigInteger TEN = BigInteger.valueOf(10);
    private static final BigInteger ELEVEN = BigInteger.valueOf(11);

    private Bid() {
    }

    static Fee first(Gas gas, String most) {
        return new Fee(gas.limit(), gas.feeCap().toString(), gas.premium().toString(), most);
    }

    /**
     * Gas values that a pool takes instead of those of a stuck message: a quarter more premium, at least what is asked
     * for today, and within the most that the message may cost. Absent when that most does not allow for it: a pool wants a
     * tenth more (lotus: chain/messagepool/messagepool.go (ComputeRBF)).
     *
     * @param today what the node would offer now
     */
    static Optional<Gas> higher(Fee before, Gas today) {
        BigInteger old = new BigInteger(before.premium());
        if (before.limit() <= 0) {
            return Optional.empty();
        }
        BigInteger ceiling = new BigInteger(before.most()).divide(BigInteger.valueOf(before.limit()));
        BigInteger premium = old.multiply(FIVE).divide(FOUR).add(BigInteger.ONE).max(today.premium()).min(ceiling);
        BigInteger feeCap = new BigInteger(before.feeCap()).max(today.feeCap()).max(premium).min(ceiling);
        BigInteger least = old.multiply(ELEVEN).divide(TEN).add(BigInteger.ONE);
        return premium.compareTo(least) < 0 ? Optional.empty()
                : Optional.of(new Gas(before.limit(), feeCap, premium, today.poolNonce()));
    }
}
