package io.cairn.node.market;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.money.TokenAmount;
import java.io.IOException;

/** Where a client's money comes from. */
@FunctionalInterface
public interface ClientFunds {
    /**
     * Returns when the client has at least so much in its wallet.
     *
     * @throws IllegalStateException if it has not and nobody gives it; the message says what is missing
     */
    void ensure(Address client, TokenAmount least) throws IOException;
}
