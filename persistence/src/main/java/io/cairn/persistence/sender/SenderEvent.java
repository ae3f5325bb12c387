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
     * @param fee    what it offers for its gas; absent in the oldest journals
     */
    @JsonTypeName("sender.signed.v1")
    record Signed(String requestId, long nonce, String cid, Blob signed, Fee fee) implements SenderEvent {
    }

    /** The node took the message into its pool. */
    @JsonTypeName("sender.pushed.v1")
    record Pushed(String requestId) implements SenderEvent {
    }

    /** The same message was signed again under the same nonce with a higher fee. Written before it leaves the process. */
    @JsonTypeName("sender.replaced.v1")
    record Replaced(String requestId, String cid, Blob signed, Fee fee) implements SenderEvent {
    }

    /** The message was executed and lies deep enough in the chain to stay. */
    @JsonTypeName("sender.settled.v1")
    record Settled(String requestId) implements SenderEvent {
    }

    /** The node will never take the message, and nobody else has it: its nonce is free, the request has no message any more. */
    @JsonTypeName("sender.withdrawn.v1")
    record Withdrawn(String requestId, String reason) implements SenderEvent {
    }

    /** The chain executed another message under the nonce: this one never can be, the request has no message any more. */
    @JsonTypeName("sender.displaced.v1")
    record Displaced(String requestId) implements SenderEvent {
    }
}
