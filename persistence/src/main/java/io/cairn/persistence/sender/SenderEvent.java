package io.cairn.persistence.sender;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.cairn.persistence.Blob;
import io.cairn.persistence.Durable;

/** What one sending address has sent. */
public sealed interface SenderEvent extends Durable {

    /**
     * A message got its nonce and its signature. Written before the message leaves the process; the same request is
     * answered with these bytes for ever.
     *
     * @param cid    CID of the signed message, in text form
     * @param signed CBOR of the signed message
     */
    @JsonTypeName("sender.signed.v1")
    record Signed(String requestId, long nonce, String cid, Blob signed) implements SenderEvent {
    }

    /** The node took the message into its pool. */
    @JsonTypeName("sender.pushed.v1")
    record Pushed(String requestId) implements SenderEvent {
    }

    /** The same nonce was signed again with a higher fee. */
    @JsonTypeName("sender.replaced.v1")
    record Replaced(String requestId, String cid, Blob signed) implements SenderEvent {
    }
}
