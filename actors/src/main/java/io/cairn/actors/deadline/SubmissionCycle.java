package io.cairn.actors.deadline;

import io.cairn.actors.EntityIds;
import io.cairn.actors.Waits;
import io.cairn.actors.chain.ChainAccess;
import io.cairn.actors.chain.Head;
import io.cairn.actors.chain.Outbound;
import io.cairn.actors.deadline.DeadlineCommand.Identity;
import io.cairn.actors.deadline.DeadlineCommand.Sent;
import io.cairn.actors.sender.Outbox;
import io.cairn.actors.sender.Purpose;
import io.cairn.actors.sender.SenderCommand;
import io.cairn.persistence.Blob;
import io.cairn.persistence.deadline.Batch;
import io.cairn.persistence.deadline.Window;

/**
 * Sends one proven batch. The request id names the window, the batch, how often the chain refused it, and the chain
 * commitment: the same submission keeps its signed message, and only one that has to differ gets a new one.
 */
final class SubmissionCycle {
    private static final long SUBMIT_WINDOWED_POST = 5;

    private final ChainAccess chain;
    private final WindowMessages messages;
    private final Outbox outbox;
    private final CrewSettings settings;

    SubmissionCycle(ChainAccess chain, WindowMessages messages, Outbox outbox, CrewSettings settings) {
        this.chain = chain;
        this.messages = messages;
        this.outbox = outbox;
        this.settings = settings;
    }

    Sent run(Window window, int index, Batch batch, Head head, Identity identity) {
        Blob commitment = Waits.await("chain commitment", chain.chainCommitment(window.challenge(), head), settings.answer());
        String miner = EntityIds.miner(settings.miner());
        Outbound message = new Outbound(identity.worker(), miner, "0", SUBMIT_WINDOWED_POST,
                messages.committed(batch.params(), window.challenge(), commitment), settings.maxFee());
        String requestId = String.join("/", "post", miner, Long.toString(window.open()), Integer.toString(index),
                Integer.toString(batch.rejections()), commitment.hex().substring(0, 16));
        return switch (Waits.await("submission", outbox.send(requestId, Purpose.WINDOW_PROOF, message), settings.answer())) {
            case SenderCommand.Sent sent -> new Sent(window.open(), index, sent.requestId(), sent.cid());
            case SenderCommand.Refused refused -> throw new IllegalStateException("submission: " + refused.reason());
        };
    }
}
