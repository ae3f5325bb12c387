package io.cairn.actors.sender;

import akka.actor.typed.ActorRef;
import io.cairn.actors.Wire;
import io.cairn.actors.chain.Gas;
import io.cairn.actors.chain.Outbound;
import io.cairn.persistence.Blob;
import io.cairn.persistence.sender.Fee;

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

    /**
     * The message is not in the pool; asking again with the same id goes on where this ended.
     *
     * @param signed     whether a signed message stands that may still be executed
     * @param cause      whose fault it is
     */
    record Refused(String requestId, String reason, boolean signed, Cause cause) implements Answer {
    }

    /** Why a message is not in the pool. */
    enum Cause {
        /** The address cannot pay. */
        FUNDS,
        /** The chain would refuse what it asks for. */
        CONTENT,
        /** The node, the wallet, or something that passes. */
        CIRCUMSTANCES
    }

    /** Gas and nonce are known. */
    record Prepared(Send request, Gas gas) implements SenderCommand {
    }

    /** The message is signed. */
    record SignedMessage(Send request, long nonce, String cid, Blob bytes, Fee fee) implements SenderCommand {
    }

    /** Preparing or signing failed; no nonce is used. */
    record NotPrepared(Send request, PushRefusal refusal, String reason) implements SenderCommand {
    }

    /** The node took the message. */
    record Pushed(String requestId) implements SenderCommand {
    }

    /** The node did not take these bytes. */
    record NotPushed(String requestId, String cid, PushRefusal refusal, String reason) implements SenderCommand {
    }

    /** The chain was asked how far it is with this address: nonces below these are executed, now and for good. */
    record Looked(long height, long executed, long settled) implements SenderCommand {
    }

    /** The chain could not be asked. */
    record NotLooked(String reason) implements SenderCommand {
    }

    /** A message whose nonce is used was looked for on chain. */
    record Searched(String requestId, boolean found, boolean forGood) implements SenderCommand {
    }

    /** A stuck message is signed again with a higher fee. */
    record Repriced(String requestId, String before, String cid, Blob bytes, Fee fee) implements SenderCommand {
    }

    /** A stuck message stays as it is. */
    record NotRepriced(String requestId, String reason) implements SenderCommand {
    }

    /** Time to ask the chain how far it is. */
    record Look() implements SenderCommand {
    }

    /** Pushes again what the node may not have. */
    record PushAgain() implements SenderCommand {
    }
}
