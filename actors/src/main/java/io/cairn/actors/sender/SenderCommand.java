package io.cairn.actors.sender;

import akka.actor.typed.ActorRef;
import io.cairn.actors.Wire;
import io.cairn.actors.chain.Gas;
import io.cairn.actors.chain.Outbound;
import io.cairn.persistence.Blob;

/** What a sending address understands. All but the first come from itself. */
public sealed interface SenderCommand extends Wire {
    /**
     * Sends a message. The same request id is always answered with the same signed message, which is never sent under
     * two nonces.
     */
    record Send(String requestId, Outbound message, ActorRef<Answer> replyTo) implements SenderCommand {
    }

    /** What became of a request. */
    sealed interface Answer extends Wire {
        /** Request that is answered. */
        String requestId();
    }

    /** The message is in the node's pool. */
    record Sent(String requestId, String cid) implements Answer {
    }

    /** The message is not in the pool; asking again with the same id goes on where this ended. */
    record Refused(String requestId, String reason) implements Answer {
    }

    /** Gas and nonce are known. */
    record Prepared(Send request, Gas gas) implements SenderCommand {
    }

    /** The message is signed. */
    record SignedMessage(Send request, long nonce, String cid, Blob bytes) implements SenderCommand {
    }

    /** Preparing or signing failed; no nonce is used. */
    record NotPrepared(Send request, String reason) implements SenderCommand {
    }

    /** The node took the message. */
    record Pushed(String requestId) implements SenderCommand {
    }

    /** The node did not take the message. */
    record NotPushed(String requestId, String reason) implements SenderCommand {
    }

    /** Pushes again what the node may not have. */
    record PushAgain() implements SenderCommand {
    }
}
