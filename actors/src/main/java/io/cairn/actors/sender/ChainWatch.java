package io.cairn.actors.sender;

import io.cairn.persistence.sender.Outgoing;
import io.cairn.persistence.sender.SenderState;
import java.util.List;
import java.util.Optional;

/**
 * What follows for a sending address from how far the chain is. Only the message whose nonce comes next can be stuck: all
 * others wait for it.
 */
final class ChainWatch {
    /** What is done about a message that the chain does not take. */
    enum Remedy {
        NOTHING, PUSH_AGAIN, RAISE_FEE
    }

    private final long patience;
    private long next = -1;
    private long since;
    private int remedies;

    /**
     * A watch.
     *
     * @param patience epochs without progress before something is done
     */
    ChainWatch(long patience) {
        this.patience = patience;
    }

    /** The message that comes next on chain, if it is one of ours. */
    static Optional<Outgoing> head(SenderState state, long executed) {
        return Optional.ofNullable(state.outgoing().get(executed)).filter(message -> !message.settled());
    }

    /** What to do about the message that comes next; it is first pushed again as it is, since a pool may have lost it. */
    Remedy remedy(SenderState state, long height, long executed) {
        if (executed != next || head(state, executed).isEmpty() || height < since) {
            next = executed;
            since = height;
            remedies = 0;
            return Remedy.NOTHING;
        }
        if (height < since + patience) {
            return Remedy.NOTHING;
        }
        since = height;
        return remedies++ == 0 ? Remedy.PUSH_AGAIN : Remedy.RAISE_FEE;
    }

    /** Messages whose nonces are used for good, or used and never taken by the node: one must see by what. */
    static List<Outgoing> toSearch(SenderState state, long executed, long settled) {
        return state.unsettled().stream()
                .filter(message -> message.nonce() < settled || message.nonce() < executed && !message.pushed()).toList();
    }

    /** A withdrawn nonce that keeps later messages waiting. */
    static Optional<Long> gap(SenderState state, long executed) {
        return state.free().stream().filter(nonce -> nonce >= executed)
                .filter(nonce -> state.unsettled().stream().anyMatch(message -> message.nonce() > nonce)).findFirst();
    }
}
