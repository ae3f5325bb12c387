package io.cairn.devnet.chain;

import io.cairn.devnet.state.StateTree;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.MessageReceipt;
import java.util.List;
import java.util.Optional;

/** Finds where a message was executed, or what was executed with its nonce (lotus: chain/stmgr/searchwait.go). */
public final class MessageSearch {

    /** How what was found relates to the message asked for. */
    public enum Match {
        /** The message itself. */
        SAME,
        /** The same call with other gas fields. */
        REPLACED,
        /** Another call of the same sender and nonce. */
        OTHER
    }

    /**
     * An executed message.
     *
     * @param message its identifier on chain
     * @param child the tipset after the one that included it; carries the receipt
     */
    public record Found(Match match, Cid message, MessageReceipt receipt, Tipset child) { }

    private final Chain chain;

    /** Searches a chain. */
    public MessageSearch(Chain chain) {
        this.chain = chain;
    }

    /**
     * Walks back from {@code from}, at most {@code limit} epochs unless that is negative, and no further than the sender's nonce tells.
     *
     * @param wanted a message that the node knows
     */
    public Optional<Found> find(Tipset from, Message wanted, long limit) {
        Tipset child = from;
        while (child.height() > 0 && (limit < 0 || from.height() - child.height() <= limit) && wasExecutedBefore(child, wanted)) {
            Tipset included = chain.index().parent(child).orElseThrow();
            Optional<Found> found = in(included, child, wanted);
            if (found.isPresent()) {
                return found;
            }
            child = included;
        }
        return Optional.empty();
    }

    private boolean wasExecutedBefore(Tipset child, Message wanted) {
        StateTree tree = chain.stateAt(child);
        return chain.resolve(tree, wanted.from()).filter(id -> tree.get(id).nonce() > wanted.nonce()).isPresent();
    }

    private Optional<Found> in(Tipset included, Tipset child, Message wanted) {
        List<BlockMessages.Included> messages = BlockMessages.selected(chain.log(), included).stream().flatMap(List::stream).toList();
        StateTree tree = chain.stateAt(child);
        Optional<Long> sender = chain.resolve(tree, wanted.from());
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i).message();
            if (message.nonce() == wanted.nonce() && chain.resolve(tree, message.from()).equals(sender)) {
                MessageReceipt receipt = chain.executor().execute(included).receipts().get(i);
                return Optional.of(new Found(match(wanted, message), messages.get(i).cid(), receipt, child));
            }
        }
        return Optional.empty();
    }

    private static Match match(Message wanted, Message found) {
        if (found.cid().equals(wanted.cid())) {
            return Match.SAME;
        }
        boolean sameCall = found.to().equals(wanted.to()) && found.value().equals(wanted.value()) && found.method() == wanted.method()
                && found.params().equals(wanted.params());
        return sameCall ? Match.REPLACED : Match.OTHER;
    }
}
