package io.cairn.actors.sender;

import io.cairn.actors.chain.Gas;
import io.cairn.actors.chain.Outbound;
import io.cairn.persistence.Blob;
import java.util.concurrent.CompletionStage;

/** Signs messages, wherever the keys are. */
public interface Wallet {
    /**
     * A signed message.
     *
     * @param cid   CID in text form by which the node knows it
     * @param bytes CBOR of the signed message
     */
    record Signed(String cid, Blob bytes) {
    }

    /** Signs a signed message again with other gas values, everything else as it is. */
    CompletionStage<Signed> again(Blob signed, Gas gas);

    /** Whether the key of an address is at hand. */
    CompletionStage<Boolean> holds(String address);

    /** Signs a message with its nonce and gas values. */
    CompletionStage<Signed> sign(Outbound message, Gas gas, long nonce);
}
