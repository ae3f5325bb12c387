package io.cairn.devnet.mempool;

import io.cairn.protocol.address.Address;
import java.math.BigInteger;
import java.util.Optional;

/** Senders as they stand after the head's messages. */
public interface Accounts {

    /**
     * The account behind an address of any form; empty where there is none that can send.
     */
    Optional<Account> find(Address address);

    /**
     * An account.
     *
     * @param key the address of its key, by which the pool orders its messages
     * @param nonce nonce of the next message to be executed
     * @param balance attoFIL
     */
    record Account(Address key, long nonce, BigInteger balance) {}
}
