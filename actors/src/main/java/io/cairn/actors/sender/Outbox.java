package io.cairn.actors.sender;

import io.cairn.actors.chain.Outbound;
import java.util.concurrent.CompletionStage;

/** Hands messages to the sender of their address. */
@FunctionalInterface
public interface Outbox {
    /** Sends a message from the address that it names; the same id always stands for the same signed message. */
    CompletionStage<SenderCommand.Answer> send(String requestId, Outbound message);

    /**
     * Sends a message from the address of the miner that pays for such messages; the same id always stands for the same
     * signed message of the same address. Where there is no choice, the address that it names pays.
     *
     * @param message from the miner's worker, who sends it unless another address is found
     */
    default CompletionStage<SenderCommand.Answer> send(String requestId, Purpose purpose, Outbound message) {
        return send(requestId, message);
    }
}
