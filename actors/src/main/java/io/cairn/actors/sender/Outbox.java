package io.cairn.actors.sender;

import io.cairn.actors.chain.Outbound;
import java.util.concurrent.CompletionStage;

/** Hands messages to the sender of their address. */
@FunctionalInterface
public interface Outbox {
    /** Sends a message under a request id; the same id always stands for the same signed message. */
    CompletionStage<SenderCommand.Answer> send(String requestId, Outbound message);
}
