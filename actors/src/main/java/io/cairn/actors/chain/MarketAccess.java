package io.cairn.actors.chain;

import java.math.BigInteger;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What deals ask of a full node about the storage market. Every answer fails when the node is away. */
public interface MarketAccess {
    /**
     * Money held by the market, attoFIL.
     *
     * @param locked the part that is bound in deals
     */
    record Balance(BigInteger escrow, BigInteger locked) {
        /** What is free for new deals, attoFIL. */
        public BigInteger available() {
            return escrow.subtract(locked);
        }
    }

    /**
     * A published deal.
     *
     * @param activation epoch at which its sector became active, −1 while it has not
     * @param slashed    epoch at which it was slashed, −1 if it was not
     */
    record Published(String pieceCid, long pieceSize, long startEpoch, long endEpoch, long activation, long slashed) {
    }

    /** The balance of a client or miner; nothing for an address that the chain does not know. */
    CompletionStage<Balance> balance(String address, Head at);

    /** Least collateral that a provider must offer for an unverified deal of a padded size, attoFIL. */
    CompletionStage<BigInteger> leastCollateral(long size, Head at);

    /** A deal by its number, if the market has it. */
    CompletionStage<Optional<Published>> deal(long dealId, Head at);

    /** The key address behind an address. */
    CompletionStage<String> key(String address, Head at);
}
